"""The example term dates of the demo, and counting in school weeks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from homeward.calendars.rules import Period, TermBlock, TermRow, calendar_of, row_problem
from homeward.demo.days import Days, example_year
from homeward.reference.bank_holidays import bank_holidays
from tests.cast import EXAMPLE_TERMS


@pytest.fixture(scope="module")
def calendar():
    told = [each for year in range(2025, 2029) for each in example_year(year)]
    terms = [TermBlock(starts, ends, name) for kind, starts, ends, name in told if kind == "term"]
    breaks = [Period(starts, ends) for kind, starts, ends, _ in told if kind == "half_term"]
    return calendar_of(terms, breaks, dict(bank_holidays()))


def test_the_year_of_the_tests_is_the_year_of_the_demo():
    told = [
        (kind.value, str(starts), str(ends), name)
        for kind, starts, ends, name in example_year(2026)
    ]

    assert sorted(told) == sorted(row for row in EXAMPLE_TERMS if "2026-09" <= row[1] < "2027-08")


@pytest.mark.parametrize("year", range(2012, 2040))
def test_every_year_has_three_terms_that_can_be_loaded(year):
    told = example_year(year)
    blocks = sorted((starts, ends) for kind, starts, ends, _ in told if kind == "term")

    assert [row_problem(TermRow(1, *each)) for each in told] == [None] * 6
    assert all(ends < starts for (_, ends), (starts, _) in pairwise(blocks))
    assert all(starts.weekday() < 5 and ends.weekday() < 5 for starts, ends in blocks)
    for kind, starts, ends, _ in told:
        if kind == "half_term":
            assert any(first < starts and ends < last for first, last in blocks)


def test_weeks_are_counted_over_holidays(calendar):
    days = Days(calendar, date(2026, 11, 24))

    assert days.first(0) == date(2026, 11, 23)
    assert days.first(-3) == date(2026, 11, 2)
    assert days.first(-4) == date(2026, 10, 19)
    assert days.last(4) == date(2027, 1, 8)


def test_in_a_holiday_this_week_is_the_last_one_at_school(calendar):
    days = Days(calendar, date(2026, 10, 28))

    assert (days.first(0), days.first(1)) == (date(2026, 10, 19), date(2026, 11, 2))


def test_a_weekday_on_which_the_school_is_closed_gives_way_to_the_nearest(calendar):
    days = Days(calendar, date(2027, 1, 6))

    assert days.day(0, 0) == date(2027, 1, 5)
    assert days.ago(1) == date(2027, 1, 5)
    assert days.ahead(1) - days.today == timedelta(days=1)
