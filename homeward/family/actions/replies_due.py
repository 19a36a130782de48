"""Making what is due about parents' replies equal to what the rules say."""

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
from homeward.family.models import Reply
from homeward.family.queries.replies import facts
from homeward.family.rules.replies import KINDS, expected_answer
from homeward.organisations import queries as organisations
from homeward.organisations.access import system
from homeward.placements.models import Placement

AT_ONCE = 200


def settle_replies(found: Sequence[Placement], *, on: date) -> None:
    """Settle what is due about what parents wrote of some placements, in the caller's transaction."""
    needed: set[tuple[int, str]] = set()
    settle_many(_settlements(found, on=on, needed=needed), kinds=KINDS, on=on)
    for owner, year in sorted(needed):
        calendar_actions.expect_dates({(owner, year)}, by=system(owner), on=on)


def settle_all_replies(*, on: date) -> int:
    """Settle every placement of which a parent wrote; answers how many."""
    count = 0
    for batch in _batches():
        settle_replies(batch, on=on)
        count += len(batch)
    return count


def declare() -> None:
    """Say how what is due about replies is worked out anew, for whoever compares."""
    sources.register(
        sources.Source(name="replies", kinds=KINDS, settlements=_everything, known=_known)
    )


def _settlements(
    found: Sequence[Placement], *, on: date, needed: set[tuple[int, str]]
) -> list[Settlement]:
    if not found:
        return []
    by = system(found[0].keeper_id)
    written = facts(by, found)
    timetables = calendars.calendars(by, sorted({_owner(one) for one in found}))
    keepers = {one.keeper_id for one in found}
    within = {
        key: organisations.policy(system(key), key, on).family_reply_school_days
        for key in sorted(keepers)
    }

    def asked(one: Placement) -> list[Expected]:
        owner = _owner(one)

        def missing(dates: DatesNeeded) -> None:
            needed.add((owner, dates.year))

        return [
            expected_answer(
                fact, calendar=timetables[owner], within=within[one.keeper_id], missing=missing
            )
            for fact in written.get(one.pk, ())
        ]

    return [
        Settlement(
            about=one.reference, keeper=one.keeper_id, owner=_owner(one), expected=asked(one)
        )
        for one in found
    ]


def _owner(placement: Placement) -> int:
    """The home school, or the commissioner where the child has no school yet."""
    return placement.home_school_id or placement.commissioner_id


def _batches() -> Iterator[tuple[Placement, ...]]:
    keys = Reply.objects.values("placement")
    rows = Placement.objects.filter(pk__in=keys).order_by("pk")
    return batched(rows.iterator(chunk_size=2000), AT_ONCE)


def _everything(on: date) -> Iterable[Sequence[Settlement]]:
    return (_settlements(batch, on=on, needed=set()) for batch in _batches())


def _known(abouts: Collection[UUID]) -> Collection[UUID]:
    rows = Placement.objects.filter(reference__in=list(abouts))
    return list(rows.values_list("reference", flat=True))
