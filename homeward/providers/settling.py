"""Making what is due about providers equal to what the rules say."""

from datetime import date

from homeward.calendars import queries as calendars
from homeward.calendars.actions import expect_dates
from homeward.calendars.rules import DatesNeeded
from homeward.due.actions import settle
from homeward.due.rules import Expected
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access, system
from homeward.organisations.codes import OrganisationKind
from homeward.providers.codes import ConfirmationKind
from homeward.providers.models import Provider, SafeguardingConfirmation
from homeward.providers.queries.record import confirmation
from homeward.providers.rules import Confirmation
from homeward.providers.rules.expected import KINDS, Noted, expiring, in_writing


def settle_provider(provider: Provider, *, by: Access, on: date) -> None:
    """Settle what is due about one provider, inside the caller's transaction."""
    authority = provider.organisation.area
    stands = confirmation(by, provider.pk, on)
    expected = [*_spoken(provider, stands, by=by, on=on), *expiring(stands)]
    settle(
        provider.reference,
        keeper=authority,
        owner=authority,
        expected=[] if provider.organisation.is_closed else expected,
        kinds=KINDS,
        on=on,
    )


def settle_all(*, on: date) -> int:
    """Settle every provider that confirmed anything; answers how many."""
    confirmed = Provider.objects.filter(confirmations__isnull=False).distinct()
    count = 0
    for provider in confirmed.select_related("organisation").iterator(chunk_size=500):
        settle_provider(provider, by=system(provider.organisation.area), on=on)
        count += 1
    return count


def _spoken(provider: Provider, stands: Confirmation, *, by: Access, on: date) -> list[Expected]:
    if stands.kind != ConfirmationKind.SPOKEN or stands.confirmed_on is None:
        return []
    noted = _noted(provider, stands.confirmed_on)
    within = organisations.policy(
        by, provider.organisation.area, on
    ).spoken_confirmation_school_days
    try:
        calendar = calendars.calendar(by, noted.owner)
        due_on = calendar.nth_school_day_after(stands.confirmed_on, within)
    except DatesNeeded as needed:
        expect_dates([(noted.owner, needed.year)], by=by, on=on)
        due_on = None
    return in_writing(stands, noted=noted, due_on=due_on, within=within)


def _noted(provider: Provider, confirmed_on: date) -> Noted:
    """Where the spoken confirmation of this day was noted last; a provider's own counts as its
    authority's."""
    row = (
        SafeguardingConfirmation.objects.filter(
            provider=provider,
            is_written=False,
            confirmed_on=confirmed_on,
            taken_back_on__isnull=True,
        )
        .select_related("recorded_at_organisation")
        .latest("pk")
    )
    place = row.recorded_at_organisation
    if place.kind == OrganisationKind.SCHOOL:
        return Noted(owner=place.pk, is_authority=False)
    return Noted(owner=place.area, is_authority=True)
