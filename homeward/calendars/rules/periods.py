"""Stretches of days: periods, academic years, half terms and school weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `starts_on` to `ends_on`, both included."""

    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise ValueError(f"A period cannot end ({self.ends_on}) before it starts.")

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    @property
    def calendar_days(self) -> int:
        """Count every day, weekends and holidays too."""
        return (self.ends_on - self.starts_on).days + 1

    def overlap(self, other: "Period") -> "Period | None":
        """Answer the days that both periods hold, or None."""
        starts_on = max(self.starts_on, other.starts_on)
        ends_on = min(self.ends_on, other.ends_on)
        return Period(starts_on, ends_on) if starts_on <= ends_on else None


@dataclass(frozen=True, slots=True)
class HalfTerm:
    """One half of a school term, such as the first half of autumn 2026-27."""

    year: str
    term: str
    half: int
    starts_on: date
    ends_on: date

    @property
    def key(self) -> str:
        """Answer the stable name that records are kept under, such as `2026-27/autumn-1`."""
        return f"{self.year}/{self.term}-{self.half}"

    @property
    def period(self) -> Period:
        """Answer its days, weekends and closures included."""
        return Period(self.starts_on, self.ends_on)

    @property
    def name(self) -> str:
        """Answer the words for people, such as `autumn term 2026-27, first half`."""
        half = {1: "first half", 2: "second half"}.get(self.half, f"part {self.half}")
        return f"{self.term} term {self.year}, {half}"


@dataclass(frozen=True, slots=True)
class SchoolWeek:
    """The school days of one week, named by its Monday. There is always at least one day."""

    monday: date
    days: tuple[date, ...]

    @property
    def first_day(self) -> date:
        """Answer its first school day."""
        return self.days[0]

    @property
    def last_day(self) -> date:
        """Answer its last school day."""
        return self.days[-1]

    @property
    def key(self) -> str:
        """Answer the stable name that records are kept under: the Monday, `2026-11-23`."""
        return self.monday.isoformat()


def monday_of(day: date) -> date:
    """Answer the Monday of the week that holds this day."""
    return day - timedelta(days=day.weekday())


def academic_year(day: date) -> str:
    """Answer the academic year of a day, 1 September to 31 August, such as `2026-27`."""
    start = _start_year(day)
    return f"{start}-{(start + 1) % 100:02}"


def academic_year_period(year: str) -> Period:
    """Answer the days of an academic year. Raises ValueError for anything but `2026-27`."""
    start, hyphen, end = year.partition("-")
    is_right = hyphen and start.isdecimal() and len(start) == 4
    if not is_right or end != f"{(int(start) + 1) % 100:02}":
        raise ValueError(f"{year!r} is not an academic year such as 2026-27.")
    return Period(date(int(start), 9, 1), date(int(start) + 1, 8, 31))


def next_academic_year(year: str) -> str:
    """Answer the academic year after this one."""
    return academic_year(academic_year_period(year).ends_on + DAY)


def _start_year(day: date) -> int:
    return day.year if day.month >= 9 else day.year - 1
