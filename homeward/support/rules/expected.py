"""What is due about a request for support: the team's answer, the school's reply, the steps."""

from collections.abc import Callable
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.reference.guidance import cites
from homeward.support.rules.facts import Facts
from homeward.support.rules.rounds import Round, rounds

ANSWER = "support.answer"
REPLY = "support.reply"
STEP = "support.step"
KINDS = frozenset({ANSWER, REPLY, STEP})

type Missing = Callable[[DatesNeeded], None]


@cites("house/support-answer", "reintegration/exclusions-team", "reintegration/post-16-team")
def expected(
    facts: Facts, *, calendar: Calendar, within: int, missing: Missing | None = None
) -> list[Expected]:
    """Everything that is due about one request (R20, R29), counted in the authority's school days.

    The team answers within so many school days of whatever the school wrote last; the school writes
    back in the same time when it is asked. A step is due when it was planned for. Where the calendar
    ends before a count does, there is no day, and `missing` is told.
    """
    asked = [_of_round(one, facts, calendar, within, missing) for one in rounds(facts)]
    return asked + _steps(facts)


def _of_round(
    one: Round, facts: Facts, calendar: Calendar, within: int, missing: Missing | None
) -> Expected:
    due_on = answer_by(one.since_on, calendar=calendar, within=within, missing=missing)
    person = facts.owner if one.is_of_team else facts.asker
    return Expected(
        kind=ANSWER if one.is_of_team else REPLY,
        period=one.period,
        opens_on=one.since_on,
        due_on=due_on,
        role="" if one.is_of_team or person else RoleName.AP_LEAD,
        person=person,
        team=facts.team if one.is_of_team and person is None else None,
        owner=None if one.is_of_team else facts.school,
        arithmetic=arithmetic(one, within=within),
        met_on=one.met_on,
        met_by=one.met_by,
    )


@cites("house/support-answer")
def answer_by(
    since_on: date, *, calendar: Calendar, within: int, missing: Missing | None = None
) -> date | None:
    """The school day by which somebody answers; the day of asking itself never counts."""
    try:
        return calendar.nth_school_day_after(since_on, within)
    except DatesNeeded as needed:
        if missing is not None:
            missing(needed)
        return None


def arithmetic(one: Round, *, within: int) -> str:
    """How the day of a round was counted."""
    what = (
        ("the request of" if one.period == "asked" else "what was written on")
        if one.is_of_team
        else "the team’s question of"
    )
    day = f"{one.since_on.day} {one.since_on:%B %Y}"
    return f"school day {within} after {what} {day}, by the authority’s term dates"


def _steps(facts: Facts) -> list[Expected]:
    return [
        Expected(
            kind=STEP,
            period=step.reference,
            opens_on=min(step.written_on, step.by_on),
            due_on=step.by_on,
            person=step.person,
            team=facts.team if step.person is None else None,
            subject=step.what,
            arithmetic="planned by the team for this day",
            met_on=step.done_on,
        )
        for step in facts.steps
        if step.done_on is not None or not facts.is_closed
    ]
