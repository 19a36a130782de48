"""Amira's return, made by the actions that the pages call: steps, a whole plan, a briefed school."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from homeward.placements import actions, queries
from homeward.placements.codes import LineKind
from homeward.placements.queries import ladder as reading
from homeward.placements.rules.plan import Line
from homeward.placements.rules.steps import LadderText, StepText
from tests.cast import DAY

FIRST, FULL = date(2026, 11, 30), date(2026, 12, 14)
PASS = UUID("0193a2f0-0000-7000-8000-0000000000a1")
STEPS = (
    StepText(
        from_on=FIRST,
        at_school=("0am", "2am"),
        at_provider=("1am", "1pm"),
        school_minutes=390,
        provider_minutes=360,
        looked_for="Two calm mornings.",
        met_by="Joe Adeyemi",
    ),
    StepText(
        from_on=date(2026, 12, 7),
        at_school=("0am", "1am", "2am", "3am", "4am"),
        school_minutes=975,
        looked_for="Lunch with friends.",
        met_by="Joe Adeyemi",
    ),
)
LADDER = LadderText(
    full_time_on=FULL,
    full_time_minutes=1950,
    steps=STEPS,
    safe_place="The library office",
    safe_adult="Joe Adeyemi",
    step_back_rule="After two hard mornings we go back one step.",
)
LONGER = replace(LADDER, full_time_on=date(2027, 2, 8))


def write_ladder(cast, wanted=LADDER, by="lead", on=DAY, based_on=None):
    """Write the steps over whatever stands."""
    access = cast.access(by)
    latest = reading.latest(access, cast.running)
    number = (latest.number if latest else 0) if based_on is None else based_on
    return actions.write_ladder(cast.running, wanted=wanted, based_on=number, by=access, on=on)


def write_lines(cast, section, *lines, on=DAY):
    """Write one list of the plan."""
    lead = cast.access("lead")
    number = queries.latest(lead, cast.running).number
    return actions.write_plan(
        cast.running, section=section, based_on=number, lines=lines, by=lead, on=on
    )


def write_plan(cast, on=DAY):
    """Write the support and one adjustment, each with who does it."""
    support = Line(
        kind=LineKind.SUPPORT,
        thread=UUID("0193a2f0-0000-7000-8000-0000000000a2"),
        what="Ten minutes with Joe each morning",
        who="Joe Adeyemi",
        by_on=FIRST,
    )
    adjustment = Line(
        kind=LineKind.ADJUSTMENT,
        thread=PASS,
        what="A pass to leave the room",
        where="All lessons",
        who="Every teacher of 9B",
    )
    write_lines(cast, "support", support, on=on)
    return write_lines(cast, "adjustments", adjustment, on=on)


def tell(cast, audience, on=DAY):
    """Brief the staff (`return`), or tell the authority (`authority`)."""
    return actions.record_telling(
        cast.running,
        audience=audience,
        told_on=on,
        how="meeting",
        told_by_name="Mara Lind",
        by=cast.access("lead"),
        on=on,
    )


def answer(cast, is_agreed=True, on=DAY):
    """Let Amira's mother say yes or no to part-time."""
    return actions.record_part_time_answer(
        cast.running,
        who="Leila Haddad",
        is_agreed=is_agreed,
        answered_on=on,
        by=cast.access("lead"),
        on=on,
    )


def make_ready(cast, wanted=LADDER, on=DAY):
    """Leave nothing to the mark but the approval."""
    write_plan(cast, on=on)
    write_ladder(cast, wanted, on=on)
    answer(cast, on=on)
    tell(cast, "return", on=on)
    tell(cast, "authority", on=on)


def approve(cast, by="head", on=DAY, **numbers):
    """Approve the plan and the steps as they stand."""
    access = cast.access(by)
    latest = reading.latest(access, cast.running)
    read = {
        "plan_number": queries.latest(access, cast.running).number,
        "ladder_number": latest.number if latest else 0,
    }
    return actions.approve_prepared(cast.running, **read | numbers, by=access, on=on)


def come_back(cast, came_on=FIRST, on=None, **more):
    """Let Amira come back."""
    return actions.record_return(
        cast.running, came_on=came_on, by=cast.access("lead"), on=on or came_on, **more
    )


def move(cast, kind, moved_on, on=None, by="lead", **more):
    """Let something happen on the ladder."""
    return actions.record_ladder_move(
        cast.running, kind=kind, moved_on=moved_on, by=cast.access(by), on=on or moved_on, **more
    )
