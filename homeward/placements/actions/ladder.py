"""The return ladder: each save is a new version; what happened on it is only ever added to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import IntegrityError, transaction

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import LadderMoveKind
from homeward.placements.models import (
    LadderMove,
    LadderStep,
    PartTimeAnswer,
    Placement,
    ReturnLadder,
)
from homeward.placements.queries import ladder as reading
from homeward.placements.rules.known import day_in_words
from homeward.placements.rules.ladder import position_after, possible_moves, standing
from homeward.placements.rules.steps import LadderText, StepText, problem
from homeward.pupils.models import FamilyAdult
from homeward.web.days import short_day

_NEEDS_A_REASON = {LadderMoveKind.BACK, LadderMoveKind.PAUSE}


class LadderChanged(Exception):
    """Somebody else wrote the ladder since the form was opened. `theirs` is what they wrote."""

    def __init__(self, theirs: ReturnLadder | None) -> None:
        super().__init__("Somebody else wrote the ladder meanwhile.")
        self.theirs = theirs


@transaction.atomic
def write_ladder(
    placement: Placement, *, wanted: LadderText, based_on: int, by: Access, on: date
) -> ReturnLadder:
    """Write the return ladder as a new version of the whole.

    `based_on` is the version the form was opened with; where somebody wrote meanwhile, raises
    LadderChanged and writes nothing. Saving what already stands writes no version. Only somebody who
    may approve a return gives the reason for a longer one; it stays while the ladder ends no later.
    Raises NotAllowed for steps that cannot be.
    """
    now = locked(placement)
    _refuse(now)
    if sentence := problem(wanted):
        raise NotAllowed(f"{sentence}.")
    latest = reading.latest(by, now)
    reason, reason_by = _reason(wanted, latest, by)
    wanted = replace(wanted, longer_because=reason)
    if latest and reading.text_of(by, latest) == wanted:
        return latest
    if (latest.number if latest else 0) != based_on:
        raise LadderChanged(latest)
    ladder = _append(now, wanted, number=based_on + 1, reason_by=reason_by, by=by, on=on)
    finish(
        now,
        kind="return.ladder",
        summary=f"Wrote version {ladder.number} of the return ladder: from "
        f"{short_day(ladder.starts_on)}, full time from {short_day(ladder.full_time_on)}",
        by=by,
        on=on,
        before={"number": based_on},
        after={
            "number": ladder.number,
            "starts_on": ladder.starts_on,
            "full_time_on": ladder.full_time_on,
            "steps": len(wanted.steps),
        },
    )
    return ladder


@transaction.atomic
def record_ladder_move(
    placement: Placement,
    *,
    kind: str,
    moved_on: date,
    because: str = "",
    child_said: str = "",
    by: Access,
    on: date,
) -> LadderMove:
    """Write down what happened on the ladder, or that somebody looked at how it goes.

    Raises NotAllowed for a day to come or before the child came back, for a step back or a pause
    without a reason, and for what cannot follow, such as a step beyond the last.
    """
    now, ladder = locked(placement), reading.latest(by, placement)
    if ladder is None:
        raise NotAllowed("Write the steps first.")
    if now.return_began_on is None:
        raise NotAllowed(f"Record first that {now.pupil.known_as} came back.")
    if moved_on > on:
        raise NotAllowed("That day is still to come. Record it when it has happened.")
    if moved_on < now.return_began_on:
        began = day_in_words(now.return_began_on)
        raise NotAllowed(
            f"{now.pupil.known_as} came back on {began}. Enter that day or a later one."
        )
    if kind in _NEEDS_A_REASON and not because.strip():
        raise NotAllowed("Say why, so that it helps next time.")
    steps = len(reading.text_of(by, ladder).steps)
    before = standing(reading.moves(by, now), moved_on)
    if kind not in possible_moves(before, steps=steps):
        raise NotAllowed(_CANNOT.get(kind, "That cannot follow what was recorded until that day."))
    position = position_after(before, kind, steps=steps)
    move = write_move(
        now,
        ladder,
        kind=kind,
        position=position,
        moved_on=moved_on,
        because=because,
        child_said=child_said,
        by=by,
        on=on,
    )
    finish(
        now,
        kind="return.moved",
        summary=f"{LadderMoveKind(kind).label}, {short_day(moved_on)}",
        by=by,
        on=on,
        after={"kind": kind, "step": position, "moved_on": moved_on, "because": because},
    )
    return move


def write_move(
    placement: Placement,
    ladder: ReturnLadder,
    *,
    kind: str,
    position: int,
    moved_on: date,
    because: str = "",
    child_said: str = "",
    by: Access,
    on: date,
) -> LadderMove:
    """Add one row to what happened on the ladder, for an action that finishes."""
    return LadderMove.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        ladder=ladder,
        kind=kind,
        position=position,
        moved_on=moved_on,
        because=because,
        child_said=child_said,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )


@transaction.atomic
def record_part_time_answer(
    placement: Placement,
    *,
    who: str,
    is_agreed: bool,
    answered_on: date,
    said: str = "",
    adult: FamilyAdult | None = None,
    by: Access,
    on: date,
) -> PartTimeAnswer:
    """Write down a parent's yes or no to part-time. After a no full time is offered.

    An `adult` who answers on their own page is named, and nobody who signs in.
    Raises NotAllowed for a day to come, or where no part-time is proposed.
    """
    ladder = reading.latest(by, placement)
    if ladder is None or ladder.full_time_on <= ladder.starts_on:
        raise NotAllowed("No part-time is proposed. Write the steps first.")
    if answered_on > on:
        raise NotAllowed("That day is still to come. Record the answer when it was given.")
    answer = PartTimeAnswer.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        ladder=ladder,
        who=who,
        is_agreed=is_agreed,
        answered_on=answered_on,
        said=said,
        recorded_on=on,
        recorded_by_id=by.person if adult else by.somebody,
        adult=adult,
    )
    finish(
        placement,
        kind="return.part-time-answer",
        summary=f"{who} {'agreed' if is_agreed else 'did not agree'} to part-time",
        by=by,
        on=on,
        after={"who": who, "is_agreed": is_agreed, "answered_on": answered_on},
    )
    return answer


_CANNOT: dict[str, str] = {
    LadderMoveKind.ON: "This is the last step. What comes next is full time.",
    LadderMoveKind.BACK: "This is the first step. If it is too much, record a pause.",
    LadderMoveKind.PAUSE: "It is paused already.",
    LadderMoveKind.RESUME: "It is not paused.",
    LadderMoveKind.FULL_TIME: "Full time is recorded already.",
}


def _refuse(placement: Placement) -> None:
    if placement.home_school_id is None:
        raise NotAllowed(f"{placement.pupil.known_as} has no school yet to come back to.")
    if placement.ended_on:
        raise NotAllowed(f"The placement ended on {day_in_words(placement.ended_on)}.")


def _reason(wanted: LadderText, latest: ReturnLadder | None, by: Access) -> tuple[str, int | None]:
    if by.may(May.APPROVE_RETURN):
        is_kept = latest and latest.longer_because == wanted.longer_because
        who = latest.longer_by_id if latest and is_kept else by.somebody
        return wanted.longer_because, who if wanted.longer_because else None
    if latest and latest.longer_because and wanted.full_time_on <= latest.full_time_on:
        return latest.longer_because, latest.longer_by_id
    return "", None


def _append(
    placement: Placement,
    wanted: LadderText,
    *,
    number: int,
    reason_by: int | None,
    by: Access,
    on: date,
) -> ReturnLadder:
    try:
        with transaction.atomic():
            ladder = ReturnLadder.objects.create(
                keeper_id=placement.keeper_id,
                placement=placement,
                number=number,
                starts_on=wanted.starts_on,
                full_time_on=wanted.full_time_on,
                full_time_minutes=wanted.full_time_minutes,
                safe_place=wanted.safe_place,
                safe_adult=wanted.safe_adult,
                step_back_rule=wanted.step_back_rule,
                longer_because=wanted.longer_because,
                longer_by_id=reason_by,
                written_on=on,
                written_by_id=by.somebody,
                written_by_name=by.person_name,
            )
    except IntegrityError as collision:
        raise LadderChanged(reading.latest(by, placement)) from collision
    _add_steps(ladder, wanted.steps)
    return ladder


def _add_steps(ladder: ReturnLadder, steps: Sequence[StepText]) -> None:
    LadderStep.objects.bulk_create(
        LadderStep(
            keeper_id=ladder.keeper_id,
            ladder=ladder,
            position=position,
            from_on=step.from_on,
            at_school=list(step.at_school),
            at_provider=list(step.at_provider),
            school_minutes=step.school_minutes,
            provider_minutes=step.provider_minutes,
            looked_for=step.looked_for,
            met_by=step.met_by,
        )
        for position, step in enumerate(steps, start=1)
    )
