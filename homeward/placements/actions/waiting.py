"""Ready and waiting: the school days of a child who is ready while no place is found."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.models import Placement, Waiting
from homeward.placements.rules.known import day_in_words
from homeward.web.days import short_day


@transaction.atomic
def begin_waiting(
    placement: Placement, *, from_on: date, what_for: str, by: Access, on: date
) -> Waiting:
    """Write down since when a child is ready, and for what. The authority is asked to find it.

    Raises NotAllowed for a day to come, without saying for what, or where a wait is counted already.
    """
    if from_on > on:
        raise NotAllowed("That day is still to come. Record it when the child is ready.")
    if not what_for.strip():
        raise NotAllowed("Say what the child waits for.")
    now = locked(placement)
    open_wait = _open(now)
    if open_wait is not None:
        raise NotAllowed(f"The wait is counted since {day_in_words(open_wait.from_on)} already.")
    waiting = Waiting.objects.create(
        keeper_id=now.keeper_id, placement=now, from_on=from_on, what_for=what_for.strip()
    )
    finish(
        now,
        kind="waiting.begun",
        summary=f"Ready and waiting since {short_day(from_on)}: {waiting.what_for}",
        by=by,
        on=on,
        after={"from_on": from_on, "what_for": waiting.what_for},
    )
    return waiting


@transaction.atomic
def end_waiting(placement: Placement, *, to_on: date, found: str, by: Access, on: date) -> Waiting:
    """Write down that the wait is over, and what was found.

    Raises NotAllowed for a day to come or before the wait began, or where no wait is counted.
    """
    if to_on > on:
        raise NotAllowed("That day is still to come. Record it when a place is found.")
    now = locked(placement)
    waiting = _open(now)
    if waiting is None:
        raise NotAllowed("No wait is being counted.")
    if to_on < waiting.from_on:
        raise NotAllowed(f"The wait began on {day_in_words(waiting.from_on)}, after that day.")
    waiting.to_on, waiting.found = to_on, found.strip()
    waiting.save(update_fields=["to_on", "found"])
    finish(
        now,
        kind="waiting.ended",
        summary=f"No longer waiting from {short_day(to_on)}"
        + (f": {waiting.found}" if waiting.found else ""),
        by=by,
        on=on,
        after={"to_on": to_on, "found": waiting.found},
    )
    return waiting


def found_place(placement: Placement, *, found: str, to_on: date) -> None:
    """End an open wait because a place was found; inside another action, which writes the history."""
    waiting = _open(placement)
    if waiting is not None:
        waiting.to_on, waiting.found = max(to_on, waiting.from_on), found
        waiting.save(update_fields=["to_on", "found"])


def begin_again(placement: Placement, *, what_for: str, from_on: date) -> None:
    """Count a wait again because a place was lost; inside another action, which writes the history."""
    if _open(placement) is None:
        Waiting.objects.create(
            keeper_id=placement.keeper_id, placement=placement, from_on=from_on, what_for=what_for
        )


def _open(placement: Placement) -> Waiting | None:
    return Waiting.objects.filter(placement=placement, to_on__isnull=True).first()
