"""The clock that a request runs against now, with its arithmetic."""

from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.support.rules.expected import answer_by, arithmetic
from homeward.support.rules.facts import Facts
from homeward.support.rules.rounds import rounds


@dataclass(frozen=True, slots=True)
class Clock:
    """Who owes words, by when, how that was counted, and how many school days are left or over."""

    is_of_team: bool
    due_on: date | None
    arithmetic: str
    left: int | None
    over: int


def clock(facts: Facts, *, calendar: Calendar, within: int, on: date) -> Clock | None:
    """The clock that runs on a day; None where nobody owes anything."""
    now = next((one for one in rounds(facts) if one.met_on is None), None)
    if now is None:
        return None
    due_on = answer_by(now.since_on, calendar=calendar, within=within)
    left, over = _left(due_on, calendar, on)
    return Clock(now.is_of_team, due_on, arithmetic(now, within=within), left, over)


def _left(due_on: date | None, calendar: Calendar, on: date) -> tuple[int | None, int]:
    """School days left, today and the last one counted in; and school days over."""
    if due_on is None:
        return None, 0
    try:
        if due_on >= on:
            clear = calendar.school_days_between(on, due_on)
            return clear + calendar.is_school_day(on) + (due_on != on), 0
        return 0, calendar.school_days_between(due_on, on) + calendar.is_school_day(on)
    except DatesNeeded:
        return None, 0
