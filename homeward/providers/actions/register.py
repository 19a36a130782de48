"""A provider on the register: its name, whether it is registered as a school, its sites."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.providers.actions.writing import NotPossible, finish
from homeward.providers.models import Provider, RegistrationPeriod, Site
from homeward.providers.queries.record import keeps
from homeward.reference.guidance import cites
from homeward.web.days import short_day
from homeward.web.search import fold

DAY = timedelta(days=1)


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
    _refuse_taken(name, authority.pk)
    organisation = Organisation.objects.create(
        kind=OrganisationKind.PROVIDER, name=name, search_key=fold(name), authority=authority
    )
    provider = Provider.objects.create(
        organisation=organisation, what_it_offers=what_it_offers, phone=phone, email=email
    )
    finish(provider, kind="added", summary=f"Added {name}", by=by, on=on)
    return provider


@transaction.atomic
def amend_provider(
    provider: Provider,
    *,
    name: str,
    what_it_offers: str,
    phone: str,
    email: str,
    by: Access,
    on: date,
) -> None:
    """Write the provider's name, what it offers and how to reach it.

    Raises NotPossible where another provider of the area has that name.
    """
    organisation = provider.organisation
    _refuse_taken(name, organisation.area, other_than=organisation.pk)
    after = {"name": name, "what_it_offers": what_it_offers, "phone": phone, "email": email}
    before = {"name": organisation.name} | {
        field: getattr(provider, field) for field in ("what_it_offers", "phone", "email")
    }
    if before == after:
        return
    organisation.name, organisation.search_key = name, fold(name)
    organisation.save(update_fields=["name", "search_key"])
    provider.what_it_offers, provider.phone, provider.email = what_it_offers, phone, email
    provider.save(update_fields=["what_it_offers", "phone", "email"])
    finish(
        provider,
        kind="amended",
        summary=f"Changed the details of {name}",
        by=by,
        on=on,
        before=before,
        after=after,
    )


@transaction.atomic
@cites("local/registration-known")
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
    """Write whether the provider is registered from a day on, until the next change (L05).

    What stood before ends the day before; what was written for that very day is corrected. Exactly
    one of URN, UKPRN and setting type (R-ID-03). Raises NotPossible otherwise, and for somebody who
    does not keep this provider's record where the registration is known already.
    """
    if sum(map(bool, (urn, ukprn, setting_type))) != 1:
        raise NotPossible("Give exactly one of URN, UKPRN and setting type")
    if is_registered and setting_type:
        raise NotPossible("A registered provider has a URN or a UKPRN")
    periods = RegistrationPeriod.objects.filter(provider=provider)
    Provider.objects.select_for_update().get(pk=provider.pk)
    if not keeps(by, provider) and periods.exists():
        raise NotPossible("The authority keeps this provider's registration: ask its AP team")
    before = periods.filter(from_on__lte=from_on).order_by("-from_on").first()
    after = periods.filter(from_on__gt=from_on).order_by("from_on").first()
    stood = _said(before)
    if before and before.from_on < from_on and (not before.to_on or before.to_on >= from_on):
        before.to_on = from_on - DAY
        before.save(update_fields=["to_on"])
    period, _ = RegistrationPeriod.objects.update_or_create(
        provider=provider,
        from_on=from_on,
        defaults={
            "is_registered": is_registered,
            "to_on": after.from_on - DAY if after else None,
            "urn": urn,
            "ukprn": ukprn,
            "setting_type": setting_type,
        },
    )
    says = "registered" if is_registered else "not registered"
    finish(
        provider,
        kind="registration",
        summary=f"Recorded as {says} from {short_day(from_on)} ({period.identifier})",
        by=by,
        on=on,
        before=stood,
        after=_said(period),
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
    Provider.objects.select_for_update().get(pk=provider.pk)
    if Site.objects.filter(provider=provider, name__iexact=name).exists():
        raise NotPossible("The provider already has a site of this name")
    site = Site.objects.create(
        provider=provider,
        name=name,
        street=street,
        town=town,
        postcode=postcode.upper(),
        opened_on=opened_on,
    )
    finish(provider, kind="site-added", summary=f"Added the site {site}", by=by, on=on)
    return site


@transaction.atomic
def close_site(site: Site, *, closed_on: date, by: Access, on: date) -> None:
    """Write the last day of a site; sessions planned there keep its address.

    Raises NotPossible for a day before it opened.
    """
    if site.opened_on and closed_on < site.opened_on:
        raise NotPossible("The last day must be the day it opened or later")
    site.closed_on = closed_on
    site.save(update_fields=["closed_on"])
    finish(
        site.provider,
        kind="site-closed",
        summary=f"The site {site} closes after {short_day(closed_on)}",
        by=by,
        on=on,
    )


def _said(period: RegistrationPeriod | None) -> dict[str, Any] | None:
    """What a period says, as the history keeps it."""
    if period is None:
        return None
    names = ("is_registered", "from_on", "to_on", "urn", "ukprn", "setting_type")
    return {name: getattr(period, name) for name in names}


def _refuse_taken(name: str, authority: int, *, other_than: int = 0) -> None:
    """Refuse a name that a provider of the area has, also where two give it at the same moment."""
    Organisation.objects.select_for_update(no_key=True).get(pk=authority)
    named = Organisation.objects.filter(
        kind=OrganisationKind.PROVIDER, authority=authority, search_key=fold(name)
    )
    if named.exclude(pk=other_than).exists():
        raise NotPossible("There is already a provider of this name: use its record")
