"""A child comes back to school: the day it began, the school prepared, adjustments in place."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from homeward.jobs.actions import queue
from homeward.organisations.access import Access
from homeward.placements.actions.briefing import CHASE
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.ladder import write_move
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import LadderMoveKind, LineKind
from homeward.placements.models import AdjustmentInPlace, Placement, SchoolPrepared
from homeward.placements.queries import ladder as reading
from homeward.placements.queries import plan
from homeward.placements.queries.coming_back import known
from homeward.placements.rules.known import day_in_words
from homeward.placements.rules.prepared import SchoolGap
from homeward.web.days import short_day


class NotPrepared(Exception):
    """The school still misses something. `gaps` are what."""

    def __init__(self, gaps: Sequence[SchoolGap]) -> None:
        super().__init__("The school is not marked as prepared yet.")
        self.gaps = gaps


@transaction.atomic
def record_return(
    placement: Placement,
    *,
    came_on: date,
    is_full_time: bool = False,
    because: str = "",
    child_said: str = "",
    by: Access,
    on: date,
) -> Placement:
    """Write down that the child came back to school: never refused, whatever is missing.

    A day sooner than planned, in a holiday or before the placement was agreed is recorded; what the
    school misses is due that day. Recording another day puts the first one right. Raises NotAllowed
    for a day to come, after an ending, before the placement began, or without a school.
    """
    now = locked(placement)
    _refuse(now, came_on, on)
    if now.return_began_on == came_on:
        return now
    before, now.return_began_on = now.return_began_on, came_on
    now.edited += 1
    now.save(update_fields=["return_began_on", "edited"])
    if before is None:
        _first_move(
            now, came_on, is_full_time, because=because, child_said=child_said, by=by, on=on
        )
    finish(
        now,
        kind="return.began",
        summary=f"{'Put right: came' if before else 'Came'} back to school on {short_day(came_on)}",
        by=by,
        on=on,
        before={"return_began_on": before},
        after={"return_began_on": came_on, "is_full_time": is_full_time, "because": because},
    )
    queue(CHASE, {"placement": str(now.reference)}, unique_key=str(now.reference))
    return now


def _first_move(
    placement: Placement,
    came_on: date,
    is_full_time: bool,
    *,
    because: str,
    child_said: str,
    by: Access,
    on: date,
) -> None:
    """Let the ladder begin, where there is one; without steps it is full time from the first day."""
    ladder = reading.latest(by, placement)
    if ladder is None:
        return
    steps = len(reading.text_of(by, ladder).steps)
    is_whole = is_full_time or not steps
    write_move(
        placement,
        ladder,
        kind=LadderMoveKind.FULL_TIME if is_whole else LadderMoveKind.START,
        position=max(steps, 1) if is_whole else 1,
        moved_on=came_on,
        because=because,
        child_said=child_said,
        by=by,
        on=on,
    )


@transaction.atomic
def take_back_return(placement: Placement, *, because: str, by: Access, on: date) -> Placement:
    """Take back that the child came back, where it was recorded by mistake. The history keeps both.

    Raises NotAllowed where nothing was recorded, or after an ending.
    """
    now = locked(placement)
    if now.return_began_on is None:
        raise NotAllowed("Nobody recorded that.")
    if now.ended_on:
        raise NotAllowed(f"The placement ended on {day_in_words(now.ended_on)}.")
    before, now.return_began_on = now.return_began_on, None
    now.edited += 1
    now.save(update_fields=["return_began_on", "edited"])
    finish(
        now,
        kind="return.taken-back",
        summary=f"Took back the return of {short_day(before)}: {because}",
        by=by,
        on=on,
        before={"return_began_on": before},
    )
    return now


@transaction.atomic
def approve_prepared(
    placement: Placement,
    *,
    plan_number: int,
    ladder_number: int,
    note: str = "",
    by: Access,
    on: date,
) -> SchoolPrepared:
    """Mark the school as prepared, for the plan and the ladder that were read (0: no ladder).

    Raises NotPrepared with what the school still misses, and NotAllowed where the plan or the ladder
    changed since they were read. Approving the same twice keeps the first.
    """
    now = locked(placement)
    if now.home_school_id is None:
        raise NotAllowed(f"{now.pupil.known_as} has no school yet to come back to.")
    if now.ended_on:
        raise NotAllowed(f"The placement ended on {day_in_words(now.ended_on)}.")
    found = known(by, now, on=on)
    if found.gaps:
        raise NotPrepared(found.gaps)
    if (found.plan.number, found.ladder_number) != (plan_number, ladder_number):
        raise NotAllowed("The plan changed since you read it. Read it again, then approve it.")
    if found.approval and found.facts.prepared_on:
        return found.approval
    prepared = SchoolPrepared.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        approved_on=on,
        approved_by_id=by.somebody,
        approved_as=by.role_says[:60],
        plan_number=plan_number,
        ladder=found.ladder,
        note=note,
    )
    finish(
        now,
        kind="return.prepared",
        summary=f"School is prepared: approved version {plan_number} of the plan",
        by=by,
        on=on,
        after={"plan": plan_number, "ladder": ladder_number, "note": note},
    )
    return prepared


@transaction.atomic
def record_adjustment(
    placement: Placement,
    *,
    thread: UUID,
    is_in_place: bool,
    looked_on: date,
    note: str = "",
    by: Access,
    on: date,
) -> AdjustmentInPlace:
    """Write down whether an adjustment of the plan is in place. The newest look stands.

    Raises NotAllowed for a day to come or an adjustment that the plan does not have.
    """
    if looked_on > on:
        raise NotAllowed("That day is still to come. Record it when you have looked.")
    lines = plan.latest(by, placement).text.of(LineKind.ADJUSTMENT)
    line = next((one for one in lines if one.thread == thread), None)
    if line is None:
        raise NotAllowed("The plan no longer has that adjustment.")
    look = AdjustmentInPlace.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        thread=thread,
        is_in_place=is_in_place,
        looked_on=looked_on,
        note=note,
        recorded_by_id=by.somebody,
    )
    finish(
        placement,
        kind="return.adjustment",
        summary=f"{'In place' if is_in_place else 'Not in place'}: {line.what}",
        by=by,
        on=on,
        after={"thread": thread, "is_in_place": is_in_place, "looked_on": looked_on},
    )
    return look


def _refuse(placement: Placement, came_on: date, on: date) -> None:
    child = placement.pupil.known_as
    if placement.home_school_id is None:
        raise NotAllowed(f"{child} has no school yet to come back to.")
    if placement.ended_on:
        raise NotAllowed(f"The placement ended on {day_in_words(placement.ended_on)}.")
    if came_on > on:
        raise NotAllowed(f"That day is still to come. Record it when {child} has come back.")
    begins = min(filter(None, (placement.first_session_on, placement.starts_on)), default=None)
    if begins is None or not (
        placement.agreed_on or placement.urgent_on or placement.first_session_on
    ):
        raise NotAllowed(f"The placement has not started, so {child} is at school.")
    if came_on < begins:
        raise NotAllowed(f"The placement began on {day_in_words(begins)}. Enter a later day.")
