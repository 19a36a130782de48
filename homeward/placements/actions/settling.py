"""Making what is due about placements equal to what the rules say."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from itertools import batched
from uuid import UUID

from django.db import transaction

from homeward.calendars import actions as calendar_actions
from homeward.calendars import queries as calendars
from homeward.due import actions as due
from homeward.due.actions import Settlement
from homeward.due.rules import Expected
from homeward.organisations import queries as organisations
from homeward.organisations.access import NOBODY, system
from homeward.organisations.rules.policy import Policy
from homeward.placements import queries
from homeward.placements.models import Placement
from homeward.placements.rules import expected
from homeward.placements.rules.checks import dates_for_checks

AT_ONCE = 200


_touched: ContextVar[set[int] | None] = ContextVar("touched", default=None)


@contextmanager
def settled_together(*, on: date) -> Iterator[None]:
    """Settle each placement changed inside once, at the end: for many changes made on one day.

    One transaction around it all, so that nobody sees what is due before it is right.
    """
    with transaction.atomic():
        touched: set[int] = set()
        outer = _touched.set(touched)
        try:
            yield
        finally:
            _touched.reset(outer)
        for batch in batched(sorted(touched), AT_ONCE):
            placements = Placement.objects.filter(pk__in=batch).select_related("pupil", "provider")
            _settle(list(placements.order_by("pk")), on=on)


def settle_placement(placement: Placement, *, on: date) -> None:
    """Settle everything that is due about one placement, inside the caller's transaction.

    Its row is read again and locked: what the caller holds may be older than what somebody else
    just wrote.
    """
    if (touched := _touched.get()) is not None:
        touched.add(placement.pk)
        return
    now = (
        Placement.objects.select_for_update(of=("self",))
        .select_related("pupil", "provider")
        .get(pk=placement.pk)
    )
    _settle([now], on=on)


def settle_all(*, keeper: int, on: date, references: Sequence[UUID] | None = None) -> int:
    """Settle every live placement of an authority, or those named; answers how many.

    Works through batches of one transaction each, so that memory stays flat and a kill loses
    nothing but time.
    """
    live = Placement.objects.filter(keeper_id=keeper)
    if references is not None:
        live = live.filter(reference__in=list(references))
    keys = live.order_by("pk").values_list("pk", flat=True)
    count = 0
    for batch in batched(keys.iterator(chunk_size=2000), AT_ONCE):
        placements = list(
            Placement.objects.filter(pk__in=batch).select_related("pupil", "provider")
        )
        _settle(placements, on=on)
        count += len(placements)
    return count


def _settle(placements: Sequence[Placement], *, on: date) -> None:
    """Settle a batch, and ask for the term dates that its counts ran past."""
    running = _running(placements, on=on)
    needed: set[tuple[int, str]] = set()
    asked = _expected_of(running, on=on, needed=needed)
    due.settle_many(_settlements(placements, asked), kinds=expected.KINDS, on=on)
    if needed:
        calendar_actions.expect_dates(needed, by=system(min(key for key, _ in needed)), on=on)


def settlements(
    placements: Sequence[Placement], *, on: date, policies: Mapping[int, Policy] | None = None
) -> list[Settlement]:
    """What the rules expect about each placement, ready to be settled or compared.

    By the numbers of the day, or by other `policies` of the keepers, to see what they would ask.
    """
    running = _running(placements, on=on)
    asked = _expected_of(running, on=on, needed=set(), policies=policies)
    return _settlements(placements, asked)


def _running(placements: Sequence[Placement], *, on: date) -> list[Placement]:
    return [each for each in placements if queries.bare_facts(NOBODY, each).runs(on) is not None]


def _settlements(
    placements: Sequence[Placement], asked: Mapping[int, list[Expected]]
) -> list[Settlement]:
    return [
        Settlement(
            about=each.reference,
            keeper=each.keeper_id,
            owner=_owner(each),
            expected=asked.get(each.pk, []),
        )
        for each in placements
    ]


def _expected_of(
    running: Sequence[Placement],
    *,
    on: date,
    needed: set[tuple[int, str]],
    policies: Mapping[int, Policy] | None = None,
) -> dict[int, list[Expected]]:
    """What is expected about placements that run or ran; of all others nothing is.

    The academic years whose term dates are missing for it go into `needed`, by their owner.
    """
    if not running:
        return {}
    numbers = {
        keeper: organisations.policy(system(keeper), keeper, on)
        for keeper in sorted({each.keeper_id for each in running})
    } | dict(policies or {})
    access = system(min(numbers))
    facts = queries.facts_of_many(access, running, policies=numbers, on=on)
    after = {each.pk: facts[each.pk].goes_to or _owner(each) for each in running}
    places = {_owner(each) for each in running} | set(after.values())
    timetables = calendars.calendars(access, sorted(places))
    for each in running:
        runs, owner = facts[each.pk].runs(on), _owner(each)
        missing = timetables[owner].dates_needed(runs) if runs else None
        if missing:
            needed.add((owner, missing.year))
        missing = dates_for_checks(
            facts[each.pk], calendar=timetables[after[each.pk]], policy=numbers[each.keeper_id]
        )
        if missing:
            needed.add((after[each.pk], missing.year))
    return {
        each.pk: expected.expected(
            facts[each.pk],
            calendar=timetables[_owner(each)],
            calendar_after=timetables[after[each.pk]],
            policy=numbers[each.keeper_id],
            team=each.commissioner_team_id if each.home_school_id is None else None,
            on=on,
        )
        for each in running
    }


def _owner(placement: Placement) -> int:
    """The home school, or the commissioner where the child has no school yet."""
    return placement.home_school_id or placement.commissioner_id
