"""How children come back, move on, and whether it holds: as lead, headteacher and others record it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeward.demo.placing import Away
from homeward.demo.teller import Story
from homeward.demo.world import Staff, World
from homeward.organisations import queries as organisations
from homeward.organisations.access import NOBODY
from homeward.placements import actions
from homeward.placements.codes import Holds, LadderMoveKind, LineKind
from homeward.placements.queries import ladder as ladders
from homeward.placements.queries import plan as plans
from homeward.placements.rules.checks import points
from homeward.placements.rules.steps import LadderText, StepText, minutes_of

FULL_TIME = 1950
MORNINGS = ("0am", "1am", "2am", "3am", "4am")
WHOLE_DAYS = ("0am", "0pm", "1am", "1pm", "2am", "2pm", "3am", "3pm")
STEPS: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        ("1am", "3am"),
        ("0am", "0pm", "2am", "2pm"),
        "{First} has stayed for both mornings, and has said how they were.",
    ),
    (
        MORNINGS,
        ("1pm", "3pm"),
        "{First} has taken breaks with one adult and gone back in.",
    ),
    (
        WHOLE_DAYS,
        ("4am",),
        "Lunch with friends on two days, and every lesson of one whole day.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check says. The checks of a child come in the order of their points."""

    child_said: str
    note: str
    attendance: int = 94
    suspended: int = 0
    holds: str = Holds.YES


IT_HOLDS = (
    Checked(
        attendance=92,
        child_said="Everybody asked where I’d been. Then they stopped asking.",
        note="In every lesson of the timetable; the break pass is used twice a day.",
    ),
    Checked(
        attendance=91,
        child_said="Maths is hard because I missed some. Someone sits with me.",
        note="Two late mornings talked through at once. The break pass is used twice a week.",
    ),
    Checked(
        child_said="It’s alright. I know who to go to, and mostly I don’t need to.",
        note="The pass stays in the bag. One friend comes home with the sister on Fridays.",
    ),
    Checked(
        attendance=96,
        child_said="It’s just school now. I’m in the football team.",
        note="Two whole terms, no suspension, and the plan is closed with the family.",
    ),
)
"""What four checks say where all goes well."""


def write_ladder(
    away: Away, *, begins: Sequence[date], full_time_on: date, by: Staff, on: date
) -> None:
    """Write the steps back to school: one for each day named, then full time."""
    steps = tuple(
        StepText(
            from_on=day,
            at_school=at_school,
            at_provider=at_provider,
            school_minutes=minutes_of(at_school, FULL_TIME),
            provider_minutes=minutes_of(at_provider, FULL_TIME),
            looked_for=looked_for.format(First=away.pupil.known_as),
            met_by=away.caller.name,
        )
        for day, (at_school, at_provider, looked_for) in zip(begins, STEPS, strict=False)
    )
    wanted = LadderText(
        full_time_on=full_time_on,
        full_time_minutes=FULL_TIME,
        steps=steps,
        safe_place="The library office",
        safe_adult=away.caller.name,
        step_back_rule="After two hard mornings in a row we go back one step, and say so the same day.",
    )
    latest = ladders.latest(by.access, away.now)
    actions.write_ladder(
        away.now, wanted=wanted, based_on=latest.number if latest else 0, by=by.access, on=on
    )


def agree_part_time(away: Away, on: date) -> None:
    """The mother says yes to part-time at a meeting, and the authority is told."""
    actions.record_part_time_answer(
        away.now,
        who=f"{away.pupil.known_as}’s mother",
        is_agreed=True,
        answered_on=on,
        said="Yes, if there is a day by which it is full time.",
        by=away.planner.access,
        on=on,
    )
    tell_authority(away, on)


def tell_authority(away: Away, on: date) -> None:
    """The authority is told of part-time."""
    _told(away, "authority", "email", "The Participation Team", on)


def put_in_place(away: Away, on: date, *, leave: int = 0) -> None:
    """See that the adjustments of the plan are in place, but for so many at the end of the list."""
    lines = plans.latest(away.planner.access, away.now).text.of(LineKind.ADJUSTMENT)
    for line in lines[: len(lines) - leave]:
        actions.record_adjustment(
            away.now,
            thread=line.thread,
            is_in_place=True,
            looked_on=on,
            by=away.planner.access,
            on=on,
        )


def approve(away: Away, head: Staff, on: date) -> None:
    """The headteacher marks the school as prepared."""
    ladder = ladders.latest(head.access, away.now)
    actions.approve_prepared(
        away.now,
        plan_number=plans.latest(head.access, away.now).number,
        ladder_number=ladder.number if ladder else 0,
        by=head.access,
        on=on,
    )


def come_back(away: Away, on: date, *, child_said: str = "") -> None:
    """Record the first day back at school."""
    away.placement = actions.record_return(
        away.now, came_on=on, child_said=child_said, by=away.planner.access, on=on
    )


def move(away: Away, kind: str, on: date, *, because: str = "", child_said: str = "") -> None:
    """Record what happened on the ladder."""
    actions.record_ladder_move(
        away.now,
        kind=LadderMoveKind(kind),
        moved_on=on,
        because=because,
        child_said=child_said,
        by=away.planner.access,
        on=on,
    )


def end(away: Away, on: date, outcome: str, **said: Any) -> None:
    """Record the ending, with what the child says of it and what worked."""
    actions.record_ending(
        away.now,
        ended_on=on,
        outcome=outcome,
        **{"is_planned": True} | said,
        by=away.planner.access,
        on=on,
    )
    away.now.refresh_from_db()
    away.is_over = True


def checks(world: World, away: Away, answers: Sequence[Checked], *, by: Staff) -> Story:
    """Answer the checks of a return or a move, each on its day, as many as there are answers."""
    from_on = away.now.checks_from_on
    if from_on is None:
        return
    policy = organisations.policy(NOBODY, world.authority.pk, world.today)
    asked = points(from_on, calendar=away.calendar, policy=policy)
    for point, said in zip(asked, answers, strict=False):
        if point.due_on is None:
            return
        yield point.due_on
        actions.record_check(
            away.now,
            point=point.point,
            checked_on=point.due_on,
            is_on_roll=True,
            holds=said.holds,
            attendance=said.attendance,
            suspended_half_days=said.suspended,
            child_said=said.child_said,
            note=said.note,
            by=by.access,
            on=point.due_on,
        )


def _told(away: Away, audience: str, how: str, who: str, on: date) -> None:
    actions.record_telling(
        away.now,
        audience=audience,
        told_on=on,
        how=how,
        told_by_name=away.planner.name,
        who=who,
        by=away.planner.access,
        on=on,
    )
