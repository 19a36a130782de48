"""Clocks of a placement that run on the home school's calendar."""

from collections.abc import Iterable
from datetime import date, timedelta

from homeward.reference.guidance import cites

from .calendar import Calendar
from .periods import DAY, HalfTerm, Period


@cites("safeguarding/half-termly-review", "house/half-term-counts")
def half_terms_to_review(
    calendar: Calendar, runs: Period, *, least_days: int = 1
) -> list[tuple[HalfTerm, int]]:
    """Answer the half terms that need a review, with the school days run in each (R-KCS-03).

    `least_days` is the authority's least number of school days for a half term to count. Raises
    DatesNeeded.
    """
    touched = calendar.half_terms_touched(runs)
    return [(half, days) for half, days in touched if days >= least_days]


@cites("unregistered/twelve-weeks")
def intensive_limit(
    starts_on: date, *, weeks: int = 12, without_holidays: Calendar | None = None
) -> date:
    """Answer the last day of an intensive placement that keeps to the announced limit (R-UAP-01).

    Holidays count, unless a calendar is given: then only weeks from the start with a school day do,
    and DatesNeeded may be raised.
    """
    if without_holidays is None:
        return starts_on + timedelta(weeks=weeks) - DAY
    counted, week = 0, Period(starts_on, starts_on + timedelta(days=6))
    while True:
        counted += bool(without_holidays.school_days(week))
        if counted == weeks:
            return week.ends_on
        week = Period(week.ends_on + DAY, week.ends_on + timedelta(days=7))


def last_school_day_of(calendar: Calendar, period: Period) -> date | None:
    """Answer the last school day inside a period, or None without one. Raises DatesNeeded."""
    days = calendar.school_days(period)
    return days[-1] if days else None


@cites("exclusion/sixth-day")
def sixth_day(calendar: Calendar, suspensions: Iterable[tuple[date, date | None]]) -> date | None:
    """Answer the sixth school day of the first run of exclusion that reaches it, or None (R-EXC-02).

    The first excluded school day counts as 1. Suspensions with no school day between them are one
    run; an end of None is a permanent or still open one. Raises DatesNeeded.
    """
    for starts_on, ends_on in _runs(calendar, suspensions):
        first = calendar.first_school_day_on_or_after(starts_on)
        if ends_on is not None and len(calendar.school_days(Period(starts_on, ends_on))) < 6:
            continue
        return calendar.nth_school_day_after(first, 5)
    return None


def _runs(
    calendar: Calendar, suspensions: Iterable[tuple[date, date | None]]
) -> list[tuple[date, date | None]]:
    """Join suspensions that no school day parts."""
    runs: list[tuple[date, date | None]] = []
    for starts_on, ends_on in sorted(suspensions, key=lambda each: each[0]):
        if runs:
            began_on, until = runs[-1]
            if until is None:
                continue
            if calendar.school_days_between(until, starts_on) == 0:
                runs[-1] = (began_on, None if ends_on is None else max(until, ends_on))
                continue
        runs.append((starts_on, ends_on))
    return runs
