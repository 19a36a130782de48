"""Answering whether a return or a move holds, and the authority's checks after other endings."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import CheckPoint, Holds
from homeward.placements.models import AuthorityCheck, Placement, SustainedCheck
from homeward.placements.queries.checks import judged_of, place_of, points_of
from homeward.placements.queries.ended import ending_of
from homeward.placements.rules.checks import AUTHORITY_OUTCOMES
from homeward.web.days import short_day


@transaction.atomic
def record_check(
    placement: Placement,
    *,
    point: str,
    checked_on: date,
    is_on_roll: bool,
    holds: str,
    attendance: int | None = None,
    suspended_half_days: int | None = None,
    child_said: str = "",
    note: str = "",
    by: Access,
    on: date,
) -> SustainedCheck:
    """Answer one check, early, in time or late, or answer it anew: the later answer stands.

    It is an answer for the school or provider where the child is, whoever writes it down. *Held* is
    marked only by the last check, *not held* by any, and on any day. Raises NotAllowed where nothing
    is checked, for a day to come or before the return or the move, and for a yes before its time.
    """
    now = locked(placement)
    if now.ended_on is None or now.checks_from_on is None:
        raise NotAllowed("There is nothing to check: no return and no move has been recorded.")
    if checked_on > on:
        raise NotAllowed("That day is still to come. Record the check when you have looked.")
    if checked_on < now.checks_from_on:
        first = short_day(now.checks_from_on)
        raise NotAllowed(f"The first day was {first}. A check looks at the time after it.")
    if holds != Holds.NO:
        _refuse_too_soon(now, point, checked_on, by=by, on=on)
    check = SustainedCheck.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        point=point,
        checked_on=checked_on,
        is_on_roll=is_on_roll,
        attendance=attendance,
        suspended_half_days=suspended_half_days,
        child_said=child_said,
        holds=holds,
        note=note,
        answered_for_id=place_of(by, now),
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    was_held_on = now.held_on
    known = judged_of(by, now)
    now.held_on, now.not_held_on = known.held_on, known.not_held_on
    now.save(update_fields=["held_on", "not_held_on"])
    said = f"{CheckPoint(point).label} on {short_day(checked_on)}: {Holds(holds).label.lower()}"
    finish(
        now,
        kind="check.answered",
        summary=f"{said}. It has held" if now.held_on and not was_held_on else said,
        by=by,
        on=on,
        after={
            "point": point,
            "checked_on": checked_on,
            "is_on_roll": is_on_roll,
            "holds": holds,
            "held_on": now.held_on,
            "not_held_on": now.not_held_on,
        },
    )
    return check


@transaction.atomic
def record_authority_check(
    placement: Placement,
    *,
    checked_on: date,
    found: str,
    is_settled: bool,
    next_on: date | None = None,
    by: Access,
    on: date,
) -> AuthorityCheck:
    """Write down what the authority found about a child at home, missing or moved away.

    It is settled, or looked at again on a day. Raises NotAllowed where the ending asks for no check,
    for a day to come or before the last day, and without the next day of what is not settled.
    """
    now = locked(placement)
    ending = ending_of(by, now)
    if ending is None or ending.outcome not in AUTHORITY_OUTCOMES:
        raise NotAllowed("Nothing is to be checked by the authority here.")
    if checked_on > on:
        raise NotAllowed("That day is still to come. Record the check when you have looked.")
    if checked_on < ending.ended_on:
        raise NotAllowed(f"The last day was {short_day(ending.ended_on)}. A check comes after it.")
    if not is_settled and (next_on is None or next_on <= checked_on):
        raise NotAllowed("Set the day on which you look again, after this one.")
    check = AuthorityCheck.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        checked_on=checked_on,
        found=found,
        is_settled=is_settled,
        next_on=None if is_settled else next_on,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    finish(
        now,
        kind="authority-check",
        summary=f"The authority looked on {short_day(checked_on)}: "
        + ("settled" if is_settled or next_on is None else f"again on {short_day(next_on)}"),
        by=by,
        on=on,
        after={"checked_on": checked_on, "is_settled": is_settled, "next_on": check.next_on},
    )
    return check


def _refuse_too_soon(now: Placement, point: str, checked_on: date, *, by: Access, on: date) -> None:
    """Raise NotAllowed where a check would say that it holds longer than it has lasted."""
    asked = next(one for one in points_of(by, now, on=on) if one.point == point)
    answers_from = asked.answers_from()
    if answers_from is None:
        raise NotAllowed("Term dates are needed to say when the last check is due.")
    if checked_on < answers_from:
        raise NotAllowed(
            f"This check can be answered from {short_day(answers_from)}. Before that only say here"
            " that it did not hold."
        )
