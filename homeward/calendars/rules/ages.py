"""Ages, year groups, compulsory school age and the duty to go on learning until 18."""

from datetime import date, timedelta

from homeward.reference.guidance import cites

from .periods import DAY, Period


@cites("house/leap-day-birthday")
def birthday(born_on: date, age: int) -> date:
    """Answer the day on which somebody reaches an age; 29 February gives 1 March in common years."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def age_on(born_on: date, day: date) -> int:
    """Answer the age in whole years. Raises ValueError for a day before the birth."""
    if day < born_on:
        raise ValueError("Nobody has an age before they are born.")
    age = day.year - born_on.year
    return age if birthday(born_on, age) <= day else age - 1


@cites("age/compulsory-from", "age/compulsory-to")
def compulsory_school_age(born_on: date) -> Period:
    """Answer the days of compulsory school age (R-AGE-01, R-AGE-02)."""
    fifth = birthday(born_on, 5)
    prescribed = [
        date(year, month, 31) for year in (fifth.year, fifth.year + 1) for month in (3, 8, 12)
    ]
    starts_on = min(day for day in prescribed if day >= fifth)
    return Period(starts_on, last_friday_in_june(_cohort_september(born_on) + 17))


def is_compulsory_school_age(born_on: date, day: date) -> bool:
    """Say whether a child is of compulsory school age on a day."""
    return day in compulsory_school_age(born_on)


def last_friday_in_june(year: int) -> date:
    """Answer the school leaving date of a year."""
    end = date(year, 6, 30)
    return end - timedelta(days=(end.weekday() - 4) % 7)


@cites("age/year-group")
def year_group(born_on: date, day: date) -> int:
    """Answer the usual national curriculum year on a day (R-AGE-03); 0 is reception.

    Children are also taught in other years: the real one is kept on the child's record.
    """
    september = day.year if day.month >= 9 else day.year - 1
    return september - (_cohort_september(born_on) + 5)


def key_stage(group: int) -> int | None:
    """Answer the key stage of a year group, or None below Year 1 and above Year 13."""
    stages = {1: (1, 2), 2: (3, 6), 3: (7, 9), 4: (10, 11), 5: (12, 13)}
    return next((stage for stage, (low, high) in stages.items() if low <= group <= high), None)


@cites("age/participation")
def participation_window(born_on: date) -> Period:
    """Answer the days on which a young person must go on learning (R-RPA-01), without a level 3."""
    return Period(compulsory_school_age(born_on).ends_on + DAY, birthday(born_on, 18) - DAY)


def _cohort_september(born_on: date) -> int:
    """Answer the year of the 1 September that begins the twelve months of this birth cohort."""
    return born_on.year if born_on.month >= 9 else born_on.year - 1
