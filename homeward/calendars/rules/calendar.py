"""One school's calendar, and counting on it. A count past what is known is refused, never guessed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from homeward.reference.guidance import cites

from .periods import DAY, HalfTerm, Period, SchoolWeek, academic_year, monday_of


class DatesNeeded(LookupError):
    """A count needs term dates that are not loaded: those after the day `after`."""

    def __init__(self, after: date) -> None:
        super().__init__(f"Term dates after {after} are needed.")
        self.after = after

    @property
    def year(self) -> str:
        """Answer the academic year whose dates are needed, such as `2027-28`."""
        return academic_year(self.after + DAY)


@cites("house/dates-needed")
@dataclass(frozen=True)
class Calendar:
    """The days on which one school meets.

    A school day is a Monday to Friday inside a half term that is not closed. `covers` is the stretch
    for which dates are known, less the `gaps` in it; anything that needs a day outside raises
    DatesNeeded.
    """

    covers: Period
    half_terms: Sequence[HalfTerm]
    closed: Mapping[date, str]
    gaps: Sequence[Period] = ()
    _days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _known: tuple[Period, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "half_terms", _in_order(self.half_terms))
        object.__setattr__(self, "_known", _without(self.covers, self.gaps))
        object.__setattr__(self, "_days", tuple(self._open_days()))

    def is_school_day(self, day: date) -> bool:
        """Say whether the school meets on this day. Raises DatesNeeded."""
        self._must_know(Period(day, day))
        at = bisect_left(self._days, day)
        return at < len(self._days) and self._days[at] == day

    def school_days(self, period: Period) -> tuple[date, ...]:
        """Answer the school days of a period, in order. Raises DatesNeeded."""
        self._must_know(period)
        first = bisect_left(self._days, period.starts_on)
        return self._days[first : bisect_right(self._days, period.ends_on)]

    def school_days_between(self, first: date, last: date) -> int:
        """Count the school days after `first` and before `last`: the clear days. Raises DatesNeeded."""
        if last - first <= DAY:
            return 0
        return len(self.school_days(Period(first + DAY, last - DAY)))

    def nth_school_day_after(self, day: date, n: int) -> date:
        """Answer the n-th school day after a day; the day itself never counts. Raises DatesNeeded."""
        at = bisect_right(self._days, day) + _counted(n) - 1
        if at >= len(self._days):
            raise self._needed_from(day + DAY)
        self._must_know(Period(day + DAY, self._days[at]))
        return self._days[at]

    def nth_school_day_before(self, day: date, n: int) -> date:
        """Answer the n-th school day before a day; the day itself never counts. Raises DatesNeeded."""
        at = bisect_left(self._days, day) - _counted(n)
        if at < 0:
            raise self._needed_back_from(day - DAY)
        self._must_know(Period(self._days[at], day - DAY))
        return self._days[at]

    def last_school_day_on_or_before(self, day: date) -> date:
        """Answer the day itself or the last school day before it. Raises DatesNeeded."""
        return self.nth_school_day_before(day + DAY, 1)

    def first_school_day_on_or_after(self, day: date) -> date:
        """Answer the day itself or the first school day after it. Raises DatesNeeded."""
        return self.nth_school_day_after(day - DAY, 1)

    def school_weeks(self, period: Period) -> list[SchoolWeek]:
        """Answer the weeks of a period that hold a school day of it, with those days.

        A week at the edge of the period holds only the days inside it. Raises DatesNeeded.
        """
        by_week = groupby(self.school_days(period), key=monday_of)
        return [SchoolWeek(monday, tuple(days)) for monday, days in by_week]

    def half_terms_touched(self, period: Period) -> list[tuple[HalfTerm, int]]:
        """Answer each half term with a school day in the period, and how many. Raises DatesNeeded."""
        self._must_know(period)
        shared = ((each, each.period.overlap(period)) for each in self.half_terms)
        counted = ((each, len(self.school_days(part))) for each, part in shared if part)
        return [(each, count) for each, count in counted if count]

    def why_closed(self, day: date) -> str:
        """Answer in words why the school does not meet on a day; nothing on a school day.

        Raises DatesNeeded.
        """
        if self.is_school_day(day):
            return ""
        if day in self.closed:
            return self.closed[day]
        return "Weekend" if day.weekday() > 4 else "School holiday"

    def known_part(self, period: Period) -> Period | None:
        """Answer the beginning of a period as far as dates are known without a break, or None."""
        known = next((each for each in self._known if period.starts_on in each), None)
        return known.overlap(period) if known else None

    def dates_needed(self, period: Period) -> DatesNeeded | None:
        """Answer what is missing to count on every day of a period, or None."""
        missing = self._first_unknown(period.starts_on)
        return self._needed(missing) if missing <= period.ends_on else None

    def _open_days(self) -> Iterable[date]:
        days = {
            half.starts_on + timedelta(days=count)
            for half in self.half_terms
            for count in range(half.period.calendar_days)
        }
        return sorted(
            day for day in days if day.weekday() < 5 and day not in self.closed and self._knows(day)
        )

    def _knows(self, day: date) -> bool:
        return any(day in each for each in self._known)

    def _must_know(self, period: Period) -> None:
        missing = self._first_unknown(period.starts_on)
        if missing <= period.ends_on:
            raise self._needed(missing)

    def _first_unknown(self, day: date) -> date:
        for known in self._known:
            if day in known:
                day = known.ends_on + DAY
        return day

    def _needed_from(self, day: date) -> DatesNeeded:
        return self._needed(self._first_unknown(day))

    def _needed_back_from(self, day: date) -> DatesNeeded:
        for known in reversed(self._known):
            if day in known:
                day = known.starts_on - DAY
        return self._needed(day)

    def _needed(self, missing: date) -> DatesNeeded:
        """Name the last known day before a missing one, at most back to the eve of its year."""
        september = date(missing.year if missing.month >= 9 else missing.year - 1, 9, 1)
        earlier = [known.ends_on for known in self._known if known.ends_on < missing]
        return DatesNeeded(after=max([september - DAY, *earlier]))


def _in_order(half_terms: Iterable[HalfTerm]) -> tuple[HalfTerm, ...]:
    return tuple(sorted(half_terms, key=lambda half: half.starts_on))


def _without(whole: Period, gaps: Sequence[Period]) -> tuple[Period, ...]:
    """Cut the gaps out of a period."""
    left: list[Period] = []
    start = whole.starts_on
    for gap in sorted(gaps):
        if gap.starts_on > start:
            left.append(Period(start, min(gap.starts_on - DAY, whole.ends_on)))
        start = max(start, gap.ends_on + DAY)
    if start <= whole.ends_on:
        left.append(Period(start, whole.ends_on))
    return tuple(left)


def _counted(n: int) -> int:
    if n < 1:
        raise ValueError("School days are counted from 1.")
    return n
