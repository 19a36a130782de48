"""Counting as far as term dates are loaded: what is known stays due, whatever is still missing."""

from datetime import date, timedelta
from itertools import chain, groupby

from homeward.calendars.rules import Calendar, Period, SchoolWeek, monday_of
from homeward.reference.guidance import cites


@cites("house/dates-needed")
def known_parts(period: Period, calendar: Calendar) -> list[Period]:
    """The stretches of a period for which term dates are loaded, in order."""
    starts = [calendar.covers.starts_on]
    starts += [gap.ends_on + timedelta(days=1) for gap in sorted(calendar.gaps)]
    begins = sorted({max(start, period.starts_on) for start in starts})
    parts = [
        calendar.known_part(Period(begin, period.ends_on))
        for begin in begins
        if begin <= period.ends_on
    ]
    return [part for part in parts if part is not None]


def known_school_days(period: Period, calendar: Calendar) -> list[date]:
    """The school days of a period as far as they are known, in order."""
    return list(chain.from_iterable(map(calendar.school_days, known_parts(period, calendar))))


def known_school_weeks(period: Period, calendar: Calendar) -> list[SchoolWeek]:
    """The school weeks of a period as far as they are known, each with those of its days."""
    by_week = groupby(known_school_days(period, calendar), key=monday_of)
    return [SchoolWeek(monday, tuple(days)) for monday, days in by_week]


def day_in_words(day: date) -> str:
    """A day as arithmetic says it, such as `9 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def dates_needed_in_words(after: date) -> str:
    """What stands in the place of a sum that the loaded term dates cannot do."""
    return f"term dates after {day_in_words(after)} are needed"
