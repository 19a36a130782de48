"""Making what is due about providers equal to what the rules say."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import batched
from uuid import UUID

from homeward.calendars import queries as calendars
from homeward.calendars.actions import expect_dates
from homeward.calendars.rules import DatesNeeded
from homeward.due import sources
from homeward.due.actions import settle_many
from homeward.due.rules import Expected, Settlement
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access, system
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.rules.policy import Policy
from homeward.providers.codes import ConfirmationKind
from homeward.providers.models import Provider, SafeguardingConfirmation
from homeward.providers.queries.record import confirmation
from homeward.providers.rules.expected import KINDS, Noted, expiring, in_writing

AT_ONCE = 200


def settle_provider(provider: Provider, *, by: Access, on: date) -> None:
    """Settle what is due about one provider, inside the caller's transaction."""
    expected, needed = _expected(provider, by=by, on=on)
    if needed:
        expect_dates(needed, by=by, on=on)
    settle_many([_settlement(provider, expected)], kinds=KINDS, on=on)


def settlements(
    providers: Iterable[Provider], *, on: date, policy: Policy | None = None
) -> list[Settlement]:
    """What the rules expect about each provider, to be compared with what is stored.

    By the numbers of the day, or by another `policy`, to see what it would ask.
    """
    return [
        _settlement(
            each, _expected(each, by=system(each.organisation.area), on=on, policy=policy)[0]
        )
        for each in providers
    ]


def settle_all(*, on: date) -> int:
    """Settle every provider that confirmed anything; answers how many."""
    confirmed = Provider.objects.filter(confirmations__isnull=False).distinct()
    count = 0
    for provider in confirmed.select_related("organisation").iterator(chunk_size=500):
        settle_provider(provider, by=system(provider.organisation.area), on=on)
        count += 1
    return count


def declare() -> None:
    """Say how what is due about providers is worked out anew."""
    sources.register(
        sources.Source(name="providers", kinds=KINDS, settlements=_everything, known=_known)
    )


def _everything(on: date) -> Iterable[Sequence[Settlement]]:
    found = Provider.objects.select_related("organisation").order_by("pk")
    for batch in batched(found.iterator(chunk_size=2000), AT_ONCE):
        yield settlements(batch, on=on)


def _known(abouts: Collection[UUID]) -> Collection[UUID]:
    return list(Provider.objects.filter(reference__in=abouts).values_list("reference", flat=True))


def _settlement(provider: Provider, expected: list[Expected]) -> Settlement:
    authority = provider.organisation.area
    return Settlement(
        about=provider.reference,
        keeper=authority,
        owner=authority,
        expected=[] if provider.organisation.is_closed else expected,
    )


def _expected(
    provider: Provider, *, by: Access, on: date, policy: Policy | None = None
) -> tuple[list[Expected], list[tuple[int, str]]]:
    """What is expected, and the term dates that a count ran past."""
    stands = confirmation(by, provider.pk, on)
    if stands.kind != ConfirmationKind.SPOKEN or stands.confirmed_on is None:
        return expiring(stands), []
    noted = _noted(provider, stands.confirmed_on)
    numbers = policy or organisations.policy(by, provider.organisation.area, on)
    within = numbers.spoken_confirmation_school_days
    needed: list[tuple[int, str]] = []
    due_on: date | None = None
    try:
        calendar = calendars.calendar(by, noted.owner)
        due_on = calendar.nth_school_day_after(stands.confirmed_on, within)
    except DatesNeeded as missing:
        needed.append((noted.owner, missing.year))
    spoken = in_writing(stands, noted=noted, due_on=due_on, within=within)
    return [*spoken, *expiring(stands)], needed


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
