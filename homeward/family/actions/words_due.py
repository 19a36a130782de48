"""Making what is due about a child's words equal to what the rules say."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import batched
from uuid import UUID

from homeward.calendars import actions as calendar_actions
from homeward.calendars import queries as calendars
from homeward.calendars.rules import DatesNeeded
from homeward.due import sources
from homeward.due.actions import settle_many
from homeward.due.rules import Expected, Settlement
from homeward.family.models import ChildWords
from homeward.family.queries.words import facts_of_many
from homeward.family.rules.words import KINDS, expected_hearing
from homeward.organisations.access import system
from homeward.placements.models import Placement

AT_ONCE = 200


def settle_words(found: Sequence[ChildWords], *, on: date) -> None:
    """Settle what is due about some of the things that children said, in the caller's transaction."""
    needed: set[tuple[int, str]] = set()
    settle_many(_settlements(found, on=on, needed=needed), kinds=KINDS, on=on)
    for owner, year in sorted(needed):
        calendar_actions.expect_dates({(owner, year)}, by=system(owner), on=on)


def settle_words_of(placement: int, *, on: date) -> None:
    """Settle everything that one child said about a placement (its key): its adults have changed."""
    rows = ChildWords.objects.filter(placement=placement).select_related("placement")
    for batch in batched(rows.order_by("pk"), AT_ONCE):
        settle_words(batch, on=on)


def settle_all_words(*, on: date) -> int:
    """Settle everything that children said; answers how many."""
    count = 0
    for batch in _batches():
        settle_words(batch, on=on)
        count += len(batch)
    return count


def declare() -> None:
    """Say how what is due about a child's words is worked out anew, for whoever compares."""
    sources.register(
        sources.Source(name="words", kinds=KINDS, settlements=_everything, known=_known)
    )


def _settlements(
    found: Sequence[ChildWords], *, on: date, needed: set[tuple[int, str]]
) -> list[Settlement]:
    if not found:
        return []
    by = system(found[0].keeper_id)
    facts = facts_of_many(by, found, on=on)
    timetables = calendars.calendars(by, sorted({_owner(one.placement) for one in found}))

    def asked(one: ChildWords) -> list[Expected]:
        owner = _owner(one.placement)

        def missing(dates: DatesNeeded) -> None:
            needed.add((owner, dates.year))

        return expected_hearing(facts[one.pk], calendar=timetables[owner], missing=missing)

    return [
        Settlement(
            about=one.reference,
            keeper=one.keeper_id,
            owner=_owner(one.placement),
            expected=asked(one),
        )
        for one in found
    ]


def _owner(placement: Placement) -> int:
    """The home school, or the commissioner where the child has no school yet."""
    return placement.home_school_id or placement.commissioner_id


def _batches() -> Iterator[tuple[ChildWords, ...]]:
    rows = ChildWords.objects.select_related("placement").order_by("pk")
    return batched(rows.iterator(chunk_size=2000), AT_ONCE)


def _everything(on: date) -> Iterable[Sequence[Settlement]]:
    return (_settlements(batch, on=on, needed=set()) for batch in _batches())


def _known(abouts: Collection[UUID]) -> Collection[UUID]:
    rows = ChildWords.objects.filter(reference__in=list(abouts))
    return list(rows.values_list("reference", flat=True))
