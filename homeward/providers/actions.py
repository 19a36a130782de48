"""Changes to a provider's record, each with its history and announced to the rooms above."""

from datetime import date, timedelta

from django.db import transaction

from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.providers.models import Provider, RegistrationPeriod, SafeguardingConfirmation, Site
from homeward.providers.settling import settle_confirmations
from homeward.providers.signals import provider_changed
from homeward.web.search import fold


class NotPossible(ValueError):
    """The record cannot say this; the message says what to do."""


@transaction.atomic
def add_provider(
    *,
    name: str,
    authority: Organisation,
    by: Access,
    on: date,
    what_it_offers: str = "",
    phone: str = "",
    email: str = "",
) -> Provider:
    """Add a provider to the register. Raises NotPossible where the area has one of that name."""
    key = fold(name)
    if Organisation.objects.filter(
        kind=OrganisationKind.PROVIDER, authority=authority, search_key=key
    ).exists():
        raise NotPossible("There is already a provider of this name. Use its record.")
    organisation = Organisation.objects.create(
        kind=OrganisationKind.PROVIDER, name=name, search_key=key, authority=authority
    )
    provider = Provider.objects.create(
        organisation=organisation, what_it_offers=what_it_offers, phone=phone, email=email
    )
    _finish(provider, kind="added", summary=f"Added {name}", by=by, on=on)
    return provider


@transaction.atomic
def set_registration(
    provider: Provider,
    *,
    is_registered: bool,
    from_on: date,
    by: Access,
    on: date,
    urn: str = "",
    ukprn: str = "",
    setting_type: str = "",
) -> RegistrationPeriod:
    """Write whether the provider is registered from a day on; what stood before ends the day before.

    Exactly one of URN, UKPRN and setting type (R-ID-03). Raises NotPossible otherwise, or where a
    later change is already written.
    """
    if sum(map(bool, (urn, ukprn, setting_type))) != 1:
        raise NotPossible("Give exactly one of URN, UKPRN and setting type.")
    periods = RegistrationPeriod.objects.select_for_update().filter(provider=provider)
    if periods.filter(from_on__gte=from_on).exists():
        raise NotPossible("A change from that day or later is already written.")
    periods.filter(to_on__isnull=True).update(to_on=from_on - timedelta(days=1))
    period = RegistrationPeriod.objects.create(
        provider=provider,
        is_registered=is_registered,
        from_on=from_on,
        urn=urn,
        ukprn=ukprn,
        setting_type=setting_type,
    )
    says = "registered" if is_registered else "not registered"
    _finish(
        provider,
        kind="registration",
        summary=f"Recorded as {says} from {from_on.isoformat()}",
        by=by,
        on=on,
    )
    return period


@transaction.atomic
def add_site(
    provider: Provider,
    *,
    name: str,
    street: str,
    postcode: str,
    by: Access,
    on: date,
    town: str = "",
    opened_on: date | None = None,
) -> Site:
    """Add a place where the provider works. Raises NotPossible for a second site of one name."""
    if provider.sites.filter(name__iexact=name).exists():
        raise NotPossible("The provider already has a site of this name.")
    site = Site.objects.create(
        provider=provider,
        name=name,
        street=street,
        town=town,
        postcode=postcode.upper(),
        opened_on=opened_on,
    )
    _finish(provider, kind="site-added", summary=f"Added the site {site}", by=by, on=on)
    return site


@transaction.atomic
def close_site(site: Site, *, closed_on: date, by: Access, on: date) -> None:
    """Write that a site closed on a day; sessions planned there keep its address."""
    site.closed_on = closed_on
    site.save(update_fields=["closed_on"])
    _finish(
        site.provider,
        kind="site-closed",
        summary=f"Closed the site {site} on {closed_on.isoformat()}",
        by=by,
        on=on,
    )


@transaction.atomic
def confirm_in_writing(
    provider: Provider,
    *,
    confirmed_on: date,
    expires_on: date,
    given_by: str,
    by: Access,
    on: date,
    kept_where: str = "",
) -> SafeguardingConfirmation:
    """Write down the provider's written confirmation of its safeguarding checks (R-KCS-01).

    Raises NotPossible for a day to come or an expiry that is not later.
    """
    if expires_on <= confirmed_on:
        raise NotPossible("It must expire after the day it was given.")
    return _confirm(
        provider,
        confirmed_on=confirmed_on,
        expires_on=expires_on,
        given_by=given_by,
        kept_where=kept_where,
        by=by,
        on=on,
    )


@transaction.atomic
def note_spoken_confirmation(
    provider: Provider, *, confirmed_on: date, given_by: str, by: Access, on: date
) -> SafeguardingConfirmation:
    """Write down a spoken confirmation: from whom and when. It falls due in writing.

    Raises NotPossible for a day to come.
    """
    return _confirm(
        provider,
        confirmed_on=confirmed_on,
        expires_on=None,
        given_by=given_by,
        kept_where="",
        by=by,
        on=on,
    )


def _confirm(
    provider: Provider,
    *,
    confirmed_on: date,
    expires_on: date | None,
    given_by: str,
    kept_where: str,
    by: Access,
    on: date,
) -> SafeguardingConfirmation:
    if confirmed_on > on:
        raise NotPossible("That day is still to come. Record it once it has been given.")
    given = SafeguardingConfirmation.objects.create(
        provider=provider,
        is_written=expires_on is not None,
        confirmed_on=confirmed_on,
        expires_on=expires_on,
        given_by=given_by,
        kept_where=kept_where,
        recorded_on=on,
        recorded_by_id=by.somebody,
        recorded_at_organisation_id=by.organisation or provider.organisation.area,
    )
    how = "in writing" if expires_on else "by word of mouth"
    _finish(
        provider,
        kind="safeguarding",
        summary=f"Safeguarding checks confirmed {how} by {given_by} on {confirmed_on.isoformat()}",
        by=by,
        on=on,
    )
    return given


def _finish(provider: Provider, *, kind: str, summary: str, by: Access, on: date) -> None:
    settle_confirmations(provider, by=by, on=on)
    provider_changed.send(sender=Provider, provider=provider.pk, by=by, on=on)
    record(
        keeper=provider.organisation.area,
        about=provider.reference,
        kind=f"provider.{kind}",
        summary=summary,
        by=by,
        on=on,
    )
