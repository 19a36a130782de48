"""What must hold for any calendar, over ten years of invented ones."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.calendars.rules import (
    Calendar,
    DatesNeeded,
    Period,
    TermBlock,
    academic_year,
    academic_year_period,
    age_on,
    birthday,
    calendar_of,
    compulsory_school_age,
    latest_notice,
    monday_of,
    participation_window,
    year_group,
)

FIRST_YEAR, YEARS = 2020, 10
COVERED = Period(date(FIRST_YEAR, 9, 1), date(FIRST_YEAR + YEARS, 8, 31))
DAY = timedelta(days=1)

often = settings(max_examples=60, deadline=None)


@st.composite
def ten_years(draw) -> Calendar:
    """Ten academic years with moving terms and half terms, INSET days and closures."""
    terms, breaks, closed = [], [], {}
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        for starts, ends, pause in (
            (date(year, 9, 1), date(year, 12, 18), date(year, 10, 23)),
            (date(year + 1, 1, 3), date(year + 1, 3, 24), date(year + 1, 2, 10)),
            (date(year + 1, 4, 8), date(year + 1, 7, 17), date(year + 1, 5, 25)),
        ):
            start = starts + timedelta(days=draw(st.integers(0, 5)))
            end = ends + timedelta(days=draw(st.integers(0, 5)))
            terms.append(TermBlock(start, end))
            pause += timedelta(days=draw(st.integers(-3, 3)))
            breaks.append(Period(pause, pause + timedelta(days=draw(st.sampled_from([6, 8, 13])))))
    span = COVERED.calendar_days - 1
    for offset in draw(st.lists(st.integers(0, span), max_size=60)):
        closed[COVERED.starts_on + timedelta(days=offset)] = "INSET day"
    return calendar_of(terms, breaks, closed)


CALENDARS = ten_years()
INSIDE = st.dates(date(FIRST_YEAR + 1, 9, 1), date(FIRST_YEAR + YEARS - 1, 8, 31))
COUNTS = st.integers(1, 150)
PERIODS = st.tuples(INSIDE, st.integers(0, 500)).map(
    lambda chosen: Period(chosen[0], min(chosen[0] + timedelta(days=chosen[1]), COVERED.ends_on))
)


@often
@given(CALENDARS)
def test_ten_whole_years_are_known_from_end_to_end(calendar: Calendar):
    assert calendar.covers == COVERED
    assert calendar.gaps == []
    assert len(calendar.half_terms) == 6 * YEARS
    assert len({half.key for half in calendar.half_terms}) == 6 * YEARS


@often
@given(CALENDARS, INSIDE, COUNTS)
def test_counting_on_and_counting_back_are_inverses(calendar: Calendar, day: date, n: int):
    school_day = calendar.first_school_day_on_or_after(day)

    assert calendar.nth_school_day_before(calendar.nth_school_day_after(school_day, n), n) == (
        school_day
    )
    assert calendar.nth_school_day_after(calendar.nth_school_day_before(school_day, n), n) == (
        school_day
    )


@often
@given(CALENDARS, INSIDE, COUNTS)
def test_counting_agrees_with_walking_day_by_day(calendar: Calendar, day: date, n: int):
    walked, left = day, n
    while left:
        walked += DAY
        left -= calendar.is_school_day(walked)

    assert calendar.nth_school_day_after(day, n) == walked
    assert len(calendar.school_days(Period(day + DAY, walked))) == n


@often
@given(CALENDARS, INSIDE, INSIDE, COUNTS)
def test_a_later_start_never_ends_earlier(calendar: Calendar, one: date, other: date, n: int):
    earlier, later = sorted([one, other])

    assert calendar.nth_school_day_after(earlier, n) <= calendar.nth_school_day_after(later, n)
    assert calendar.nth_school_day_after(one, n) < calendar.nth_school_day_after(one, n + 1)


@often
@given(CALENDARS, PERIODS)
def test_school_weeks_part_the_school_days(calendar: Calendar, period: Period):
    weeks = calendar.school_weeks(period)

    assert [day for week in weeks for day in week.days] == list(calendar.school_days(period))
    assert all(week.days and week.monday == monday_of(day) for week in weeks for day in week.days)
    assert [week.monday for week in weeks] == sorted({week.monday for week in weeks})


@often
@given(CALENDARS, PERIODS)
def test_half_terms_part_the_school_days(calendar: Calendar, period: Period):
    touched = calendar.half_terms_touched(period)

    assert sum(days for _, days in touched) == len(calendar.school_days(period))
    assert all(days > 0 for _, days in touched)


@often
@given(CALENDARS, PERIODS)
def test_school_days_are_open_weekdays_in_term(calendar: Calendar, period: Period):
    for day in calendar.school_days(period):
        assert day.weekday() < 5
        assert day not in calendar.closed
        assert any(day in half_term.period for half_term in calendar.half_terms)
        assert calendar.why_closed(day) == ""


@often
@given(CALENDARS, INSIDE)
def test_notice_leaves_two_clear_school_days(calendar: Calendar, day: date):
    first = calendar.first_school_day_on_or_after(day)

    assert calendar.school_days_between(latest_notice(calendar, first), first) == 2


@often
@given(CALENDARS, st.integers(1, 3000))
def test_a_count_past_the_end_is_refused_and_never_guessed(calendar: Calendar, more: int):
    start = COVERED.ends_on - timedelta(days=200)
    left = len(calendar.school_days(Period(start + DAY, COVERED.ends_on)))

    with pytest.raises(DatesNeeded) as refused:
        calendar.nth_school_day_after(start, left + more)

    assert refused.value.after == COVERED.ends_on
    assert refused.value.year == "2030-31"


@often
@given(CALENDARS, st.integers(1, 400))
def test_a_count_back_past_the_beginning_is_refused(calendar: Calendar, more: int):
    end = COVERED.starts_on + timedelta(days=100)
    before = len(calendar.school_days(Period(COVERED.starts_on, end - DAY)))

    with pytest.raises(DatesNeeded) as refused:
        calendar.nth_school_day_before(end, before + more)

    assert refused.value.year == "2019-20"


@often
@given(CALENDARS, PERIODS, st.integers(1, 300))
def test_a_period_that_leaves_the_calendar_is_refused(
    calendar: Calendar, period: Period, more: int
):
    outside = Period(period.starts_on, COVERED.ends_on + timedelta(days=more))

    for count in (calendar.school_days, calendar.school_weeks, calendar.half_terms_touched):
        with pytest.raises(DatesNeeded):
            count(outside)
    assert calendar.known_part(outside) == Period(period.starts_on, COVERED.ends_on)
    assert calendar.dates_needed(outside).after == COVERED.ends_on
    assert calendar.dates_needed(period) is None


BIRTHS = st.dates(date(1996, 1, 1), date(2030, 12, 31))


@often
@given(BIRTHS, st.integers(0, 25))
def test_an_age_is_reached_on_its_birthday_and_not_the_day_before(born: date, age: int):
    reached = birthday(born, age)

    assert age_on(born, reached) == age
    if age:
        assert age_on(born, reached - DAY) == age - 1


@often
@given(BIRTHS)
def test_compulsory_school_age_runs_from_five_to_sixteen(born: date):
    compulsory = compulsory_school_age(born)

    assert birthday(born, 5) <= compulsory.starts_on < birthday(born, 5) + timedelta(days=153)
    assert compulsory.ends_on.weekday() == 4
    assert (compulsory.ends_on + timedelta(days=7)).month == 7
    assert year_group(born, compulsory.ends_on) == 11
    assert participation_window(born).starts_on == compulsory.ends_on + DAY


@often
@given(BIRTHS)
def test_everybody_is_in_year_one_for_twelve_months(born: date):
    september = date(born.year + (6 if born.month >= 9 else 5), 9, 1)

    assert year_group(born, september) == 1
    assert year_group(born, september - DAY) == 0


def test_a_leap_day_birthday_is_the_first_of_march_in_common_years():
    born = date(2016, 2, 29)

    assert birthday(born, 5) == date(2021, 3, 1)
    assert age_on(born, date(2021, 2, 28)) == 4
    assert birthday(born, 8) == date(2024, 2, 29)
    assert participation_window(born).ends_on == date(2034, 2, 28)


@often
@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_every_day_is_in_its_academic_year(day: date):
    assert day in academic_year_period(academic_year(day))
