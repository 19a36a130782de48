"""The example term dates of the demo, and the school weeks its stories are told in.

They are nobody's real term dates: Hillingdon's own were not found, and the demo says so.
"""

from datetime import date, timedelta
from functools import cached_property

from homeward.calendars.codes import TermDateKind
from homeward.calendars.rules import Calendar, Period, SchoolWeek, monday_of
from homeward.calendars.rules.calendar import DatesNeeded
from homeward.reference.bank_holidays import bank_holidays

type Told = tuple[TermDateKind, date, date, str]

NOTE = "Example dates, made for this demonstration"
WEEK = timedelta(weeks=1)


def example_year(starts_in: int) -> list[Told]:
    """The terms and half-term holidays of an academic year that begins in September of a year."""
    year = starts_in + 1
    spring_ends = _before_easter(year)
    summer_starts = monday_of(spring_ends + timedelta(days=23))
    return [
        _term(_first(2, date(starts_in, 9, 1)), _week(date(starts_in, 12, 17), 4), "Autumn term"),
        _holiday(date(starts_in, 10, 28)),
        _term(_first(1, date(year, 1, 3)), spring_ends, "Spring term"),
        _holiday(date(year, 2, 17)),
        _term(summer_starts, _week(date(year, 7, 21), 2), "Summer term"),
        _holiday(date(year, 5, 31)),
    ]


def _term(starts_on: date, ends_on: date, name: str) -> Told:
    return TermDateKind.TERM, starts_on, ends_on, name


def _holiday(day: date) -> Told:
    return TermDateKind.HALF_TERM, _week(day, 0), _week(day, 4), ""


def _first(weekday: int, day: date) -> date:
    """The first such weekday on or after a day."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _week(day: date, weekday: int) -> date:
    """A weekday of the week that holds a day."""
    return monday_of(day) + timedelta(days=weekday)


def _before_easter(year: int) -> date:
    """The day before Good Friday; where that is late, or not known, the Friday near 1 April."""
    good_friday = next(
        (day for day, name in bank_holidays().items() if day.year == year and "Good" in name), None
    )
    if good_friday and good_friday < date(year, 4, 8):
        return good_friday - timedelta(days=1)
    return _week(date(year, 4, 2), 4)


class Days:
    """Counting school weeks from today: 0 is the week that today is in, or the last one before."""

    def __init__(self, calendar: Calendar, today: date) -> None:
        self.calendar = calendar
        self.today = today

    @cached_property
    def weeks(self) -> list[SchoolWeek]:
        """Every school week that is known."""
        known = self.calendar.known_part(self.calendar.covers)
        if known is None:
            raise DatesNeeded(self.today)
        return self.calendar.school_weeks(known)

    @cached_property
    def _this(self) -> int:
        begun = [place for place, week in enumerate(self.weeks) if week.monday <= self.today]
        return begun[-1]

    def week(self, count: int) -> SchoolWeek:
        """The school week so many after this one; before it where `count` is negative."""
        return self.weeks[min(max(self._this + count, 0), len(self.weeks) - 1)]

    def first(self, count: int) -> date:
        """The first school day of a week."""
        return self.week(count).days[0]

    def last(self, count: int) -> date:
        """The last school day of a week."""
        return self.week(count).last_day

    def day(self, count: int, weekday: int) -> date:
        """A weekday of a week; the nearest school day of that week where the school is closed."""
        wanted = self.week(count).monday + timedelta(days=weekday)
        return min(self.week(count).days, key=lambda day: (abs((day - wanted).days), day))

    def ago(self, school_days: int) -> date:
        """So many school days before today."""
        return self.calendar.nth_school_day_before(self.today, school_days)

    def ahead(self, school_days: int) -> date:
        """So many school days after today."""
        return self.calendar.nth_school_day_after(self.today, school_days)

    def school_weeks(self, runs: Period) -> list[SchoolWeek]:
        """The school weeks of a stretch of days."""
        return self.calendar.school_weeks(runs)

    @property
    def academic_year(self) -> int:
        """The year in whose September this academic year began."""
        return self.today.year if self.today.month >= 9 else self.today.year - 1
