"""One provider's record, and the dated rows of many."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.providers.models import Provider, RegistrationPeriod, SafeguardingConfirmation, Site
from homeward.providers.rules import (
    Confirmation,
    Confirmed,
    Registered,
    Standing,
    confirmation_on,
    standing_on,
)


@dataclass(frozen=True, slots=True)
class Standings:
    """The registration rows of several providers, to be asked with a day."""

    rows: dict[int, list[Registered]] = field(default_factory=dict)

    def on(self, provider: int, day: date) -> Standing:
        return standing_on(self.rows.get(provider, ()), day)


@dataclass(frozen=True, slots=True)
class Confirmations:
    """The safeguarding confirmations of several providers, to be asked with a day."""

    rows: dict[int, list[Confirmed]] = field(default_factory=dict)

    def on(self, provider: int, day: date) -> Confirmation:
        return confirmation_on(self.rows.get(provider, ()), day)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a provider's page shows."""

    provider: Provider
    standing: Standing
    confirmation: Confirmation
    registrations: tuple[RegistrationPeriod, ...]
    sites: tuple[Site, ...]
    confirmations: tuple[SafeguardingConfirmation, ...]


def provider(access: Access, reference: UUID) -> Provider:
    """One provider. Raises Http404."""
    found = (
        Provider.objects.filter(reference=reference).select_related("organisation").first()
        if access.may(May.READ_PROVIDERS)
        else None
    )
    if found is None:
        raise Http404
    return found


def site(access: Access, reference: UUID) -> Site:
    """One site with its provider. Raises Http404."""
    found = (
        Site.objects.filter(reference=reference).select_related("provider__organisation").first()
        if access.may(May.READ_PROVIDERS)
        else None
    )
    if found is None:
        raise Http404
    return found


def standings(access: Access, providers: Iterable[int]) -> Standings:
    """The registration of several providers: one query."""
    found: dict[int, list[Registered]] = defaultdict(list)
    for row in RegistrationPeriod.objects.filter(provider__in=list(providers)):
        found[row.provider_id].append(
            Registered(
                row.is_registered, row.from_on, row.to_on, row.urn or row.ukprn or row.setting_type
            )
        )
    return Standings(found)


def confirmations(access: Access, providers: Iterable[int]) -> Confirmations:
    """The safeguarding confirmations of several providers: one query."""
    found: dict[int, list[Confirmed]] = defaultdict(list)
    for row in SafeguardingConfirmation.objects.filter(provider__in=list(providers)):
        found[row.provider_id].append(
            Confirmed(row.confirmed_on, row.is_written, row.given_by, row.expires_on)
        )
    return Confirmations(found)


def registration(access: Access, provider: int, on: date) -> Standing:
    """Whether one provider is registered on a day."""
    return standings(access, [provider]).on(provider, on)


def confirmation(access: Access, provider: int, on: date) -> Confirmation:
    """What stands of one provider's safeguarding confirmation on a day."""
    return confirmations(access, [provider]).on(provider, on)


def record(access: Access, reference: UUID, *, on: date) -> Record:
    """A provider's whole record: four queries. Raises Http404."""
    found = provider(access, reference)
    registrations = tuple(found.registrations.order_by("-from_on"))
    given = tuple(
        found.confirmations.select_related("recorded_by").order_by("-confirmed_on", "-id")
    )
    return Record(
        provider=found,
        standing=standing_on(
            (
                Registered(
                    row.is_registered,
                    row.from_on,
                    row.to_on,
                    row.urn or row.ukprn or row.setting_type,
                )
                for row in registrations
            ),
            on,
        ),
        confirmation=confirmation_on(
            (
                Confirmed(row.confirmed_on, row.is_written, row.given_by, row.expires_on)
                for row in given
            ),
            on,
        ),
        registrations=registrations,
        sites=tuple(found.sites.order_by("closed_on", "name")),
        confirmations=given,
    )
