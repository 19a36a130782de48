"""One provider's record, and the dated rows of many."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F, Model, QuerySet
from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation
from homeward.providers.models import Provider, RegistrationPeriod, SafeguardingConfirmation, Site
from homeward.providers.rules import (
    Confirmation,
    Confirmed,
    Registered,
    Standing,
    confirmation_on,
    standing_on,
)

_WHOSE = "provider__organisation"


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
    """Everything that a provider's page shows, the newest first."""

    provider: Provider
    standing: Standing
    confirmation: Confirmation
    registrations: tuple[RegistrationPeriod, ...]
    sites: tuple[Site, ...]
    confirmations: tuple[SafeguardingConfirmation, ...]


def provider(access: Access, reference: UUID) -> Provider:
    """One provider. Raises Http404."""
    rows = Provider.objects.select_related("organisation", "organisation__authority")
    return _found(access, rows.filter(reference=reference))


def spoken_for(access: Access, authority: int) -> list[Provider]:
    """The providers of an authority that confirmed anything by word of mouth: one query."""
    rows = Provider.objects.filter(
        organisation__authority_id=authority,
        confirmations__is_written=False,
        confirmations__taken_back_on__isnull=True,
    )
    return list(rows.select_related("organisation").order_by("pk").distinct())


def keeps(access: Access, found: Provider) -> bool:
    """Whether the person keeps this provider's record: one on the register of their authority."""
    return access.may(May.KEEP_PROVIDERS) and found.organisation.area == access.authority


def kept_provider(access: Access, reference: UUID) -> Provider:
    """One provider whose record the person keeps. Raises Http404."""
    found = provider(access, reference)
    _refuse_others(access, found)
    return found


def kept_site(access: Access, reference: UUID) -> Site:
    """One site of a provider whose record the person keeps. Raises Http404."""
    found = _found(access, Site.objects.select_related(_WHOSE).filter(reference=reference))
    _refuse_others(access, found.provider)
    return found


def kept_confirmation(access: Access, reference: UUID) -> SafeguardingConfirmation:
    """One confirmation of a provider whose record the person keeps. Raises Http404."""
    rows = SafeguardingConfirmation.objects.select_related(_WHOSE)
    found = _found(access, rows.filter(reference=reference))
    _refuse_others(access, found.provider)
    return found


def names(access: Access, references: Collection[UUID]) -> list[tuple[UUID, str]]:
    """Reference and name of those of the providers that the person may see: one query."""
    if not access.may(May.READ_PROVIDERS):
        return []
    rows = Provider.objects.filter(reference__in=list(references))
    return list(rows.values_list("reference", "organisation__name"))


def standings(access: Access, providers: Iterable[int]) -> Standings:
    """The registration of several providers: one query."""
    found: dict[int, list[Registered]] = defaultdict(list)
    for row in RegistrationPeriod.objects.filter(provider__in=list(providers)):
        found[row.provider_id].append(_registered(row))
    return Standings(found)


def confirmations(access: Access, providers: Iterable[int]) -> Confirmations:
    """The safeguarding confirmations of several providers: one query."""
    found: dict[int, list[Confirmed]] = defaultdict(list)
    rows = SafeguardingConfirmation.objects.filter(provider__in=list(providers))
    for row in rows.filter(taken_back_on__isnull=True):
        found[row.provider_id].append(_confirmed(row))
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
    periods = tuple(RegistrationPeriod.objects.filter(provider=found).order_by("-from_on"))
    given = tuple(
        SafeguardingConfirmation.objects.filter(provider=found)
        .select_related("recorded_by", "recorded_at_organisation")
        .order_by("-confirmed_on", "-id")
    )
    return Record(
        provider=found,
        standing=standing_on(map(_registered, periods), on),
        confirmation=confirmation_on(
            (_confirmed(row) for row in given if row.taken_back_on is None), on
        ),
        registrations=periods,
        sites=tuple(
            Site.objects.filter(provider=found).order_by(
                F("closed_on").desc(nulls_first=True), "name"
            )
        ),
        confirmations=given,
    )


def _registered(row: RegistrationPeriod) -> Registered:
    return Registered(row.is_registered, row.from_on, row.to_on, row.identifier)


def _confirmed(row: SafeguardingConfirmation) -> Confirmed:
    return Confirmed(row.confirmed_on, row.is_written, row.given_by, row.expires_on)


def _found[Row: Model](access: Access, rows: "QuerySet[Row]") -> Row:
    row = rows.first() if access.may(May.READ_PROVIDERS) else None
    if row is None:
        raise Http404
    return row


def _refuse_others(access: Access, found: Provider) -> None:
    if not keeps(access, found):
        raise Http404


def area(access: Access) -> Organisation:
    """The authority on whose register a person adds providers. Raises Http404 without one."""
    found = Organisation.objects.filter(pk=access.authority).first() if access.authority else None
    if found is None:
        raise Http404
    return found


def details(access: Access, found: Provider) -> dict[str, str]:
    """What the form of a provider's details begins with."""
    return {
        "name": found.organisation.name,
        "what_it_offers": found.what_it_offers,
        "phone": found.phone,
        "email": found.email,
    }
