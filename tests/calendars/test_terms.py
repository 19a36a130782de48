"""Term rows as they are published, and what they tell about the days between."""

from datetime import date

import pytest

from homeward.calendars.codes import TermDateKind
from homeward.calendars.rules import (
    Calendar,
    DatesNeeded,
    HalfTerm,
    NoticeReading,
    Period,
    TermBlock,
    TermRow,
    academic_year_period,
    calendar_of,
    complete_years,
    half_terms_to_review,
    intensive_limit,
    is_notice_in_time,
    row_problem,
    sixth_day,
)

from .worked import example_calendar

day = date.fromisoformat

AUTUMN = TermBlock(day("2026-09-02"), day("2026-12-18"), "Autumn term")
SPRING = TermBlock(day("2027-01-05"), day("2027-03-25"), "Spring term")
SUMMER = TermBlock(day("2027-04-12"), day("2027-07-21"), "Summer term")
OCTOBER = Period(day("2026-10-26"), day("2026-10-30"))


def test_three_terms_and_a_half_term_holiday_make_the_halves():
    calendar = calendar_of([SUMMER, AUTUMN, SPRING], [OCTOBER], {})

    assert calendar.covers == Period(day("2026-09-01"), day("2027-08-31"))
    assert [half.key for half in calendar.half_terms] == [
        "2026-27/autumn-1",
        "2026-27/autumn-2",
        "2026-27/spring-1",
        "2026-27/summer-1",
    ]
    assert calendar.half_terms[0].ends_on == day("2026-10-25")
    assert calendar.half_terms[1].starts_on == day("2026-10-31")
    assert calendar.why_closed(day("2026-10-27")) == "School holiday"


def test_six_halves_make_the_same_calendar_as_three_terms_with_holidays():
    halves = [TermBlock(half.starts_on, half.ends_on) for half in example_calendar().half_terms]

    calendar = calendar_of(halves, [], {})

    assert [half.key for half in calendar.half_terms] == [
        half.key for half in example_calendar().half_terms
    ]
    assert calendar.covers == example_calendar().covers


def test_a_year_with_two_terms_is_known_to_the_end_of_the_second():
    calendar = calendar_of([AUTUMN, SPRING], [], {})

    assert calendar.covers == Period(day("2026-09-01"), day("2027-03-25"))
    with pytest.raises(DatesNeeded) as refused:
        calendar.nth_school_day_after(day("2027-03-20"), 20)
    assert refused.value.after == day("2027-03-25")
    assert refused.value.year == "2026-27"


def test_a_missing_spring_is_a_gap_and_not_a_holiday():
    calendar = calendar_of([AUTUMN, SUMMER], [], {})

    with pytest.raises(DatesNeeded):
        calendar.nth_school_day_after(day("2026-12-18"), 1)
    with pytest.raises(DatesNeeded):
        calendar.nth_school_day_before(day("2027-04-12"), 1)
    assert calendar.nth_school_day_after(day("2027-04-12"), 1) == day("2027-04-13")


def test_a_missing_year_between_two_is_a_gap():
    later = [
        TermBlock(date(2028, 9, 4), date(2028, 12, 20)),
        TermBlock(date(2029, 1, 4), date(2029, 3, 28)),
        TermBlock(date(2029, 4, 16), date(2029, 7, 20)),
    ]

    calendar = calendar_of([AUTUMN, SPRING, SUMMER, *later], [], {})

    with pytest.raises(DatesNeeded) as refused:
        calendar.nth_school_day_after(day("2027-07-20"), 5)
    assert refused.value.year == "2027-28"
    assert calendar.is_school_day(day("2028-09-04"))
    with pytest.raises(DatesNeeded):
        calendar.is_school_day(day("2028-03-01"))


def test_half_a_term_alone_leaves_the_other_half_unknown():
    half = TermBlock(day("2027-04-12"), day("2027-05-28"))

    calendar = calendar_of([AUTUMN, SPRING, half], [], {})

    assert complete_years([AUTUMN, SPRING, half]) == []
    with pytest.raises(DatesNeeded):
        calendar.is_school_day(day("2027-06-08"))


def test_without_any_terms_nothing_is_known():
    calendar = calendar_of([], [], {})

    with pytest.raises(DatesNeeded) as refused:
        calendar.is_school_day(day("2026-11-24"))
    assert refused.value.after == day("2026-08-31")
    assert calendar.known_part(Period(day("2026-09-01"), day("2026-10-01"))) is None


def test_nothing_is_known_after_the_list_of_bank_holidays_ends():
    calendar = calendar_of([AUTUMN, SPRING, SUMMER], [], {}, until=day("2026-12-31"))

    assert calendar.covers.ends_on == day("2026-12-31")


def test_a_term_that_begins_in_late_august_is_the_coming_years():
    early = TermBlock(day("2026-08-27"), day("2026-12-18"))

    assert early.year == "2026-27"
    assert complete_years([early, SPRING, SUMMER]) == ["2026-27"]
    assert calendar_of([early, SPRING, SUMMER], [], {}).is_school_day(day("2026-08-27"))


def test_the_first_school_week_holds_only_the_days_of_the_period():
    weeks = example_calendar().school_weeks(Period(day("2026-11-25"), day("2026-12-02")))

    assert [(week.key, week.first_day, week.last_day) for week in weeks] == [
        ("2026-11-23", day("2026-11-25"), day("2026-11-26")),
        ("2026-11-30", day("2026-11-30"), day("2026-12-02")),
    ]


def test_a_half_term_with_few_days_need_not_be_reviewed():
    runs = Period(day("2026-10-19"), day("2026-12-18"))

    halves = half_terms_to_review(example_calendar(), runs, least_days=10)

    assert [(half.key, days) for half, days in halves] == [("2026-27/autumn-2", 34)]


def test_twelve_weeks_without_holidays_end_a_week_later():
    last = intensive_limit(day("2026-09-07"), without_holidays=example_calendar())

    assert last == day("2026-12-06")


def test_a_suspension_too_short_to_reach_the_sixth_day_has_none():
    suspensions = [(day("2026-10-12"), day("2026-10-13")), (day("2026-10-15"), day("2026-10-16"))]

    assert sixth_day(example_calendar(), suspensions) is None


@pytest.mark.parametrize(
    ("given", "clear", "literal"),
    [("2026-11-04", True, True), ("2026-11-05", False, True), ("2026-11-06", False, False)],
)
def test_whether_a_notice_came_in_time(given, clear, literal):
    first, calendar = day("2026-11-09"), example_calendar()

    assert is_notice_in_time(calendar, day(given), first) is clear
    assert is_notice_in_time(calendar, day(given), first, reading=NoticeReading.LITERAL) is literal


def test_what_cannot_be_a_period_a_count_or_a_year_is_an_error():
    with pytest.raises(ValueError, match="cannot end"):
        Period(day("2026-09-02"), day("2026-09-01"))
    with pytest.raises(ValueError, match="from 1"):
        example_calendar().nth_school_day_after(day("2026-09-02"), 0)
    for year in ("2026", "2026-28", "26-27", "2026/27", ""):
        with pytest.raises(ValueError, match="academic year"):
            academic_year_period(year)


def test_a_calendar_keeps_its_half_terms_in_order():
    later = HalfTerm("2026-27", "autumn", 2, day("2026-11-02"), day("2026-12-18"))
    first = HalfTerm("2026-27", "autumn", 1, day("2026-09-02"), day("2026-10-23"))
    covers = Period(day("2026-09-01"), day("2026-12-31"))

    assert Calendar(covers, [later, first], {}).half_terms == (first, later)


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "name", "told"),
    [
        ("term", "2026-12-18", "2026-09-02", "", "before it starts"),
        ("term", "2026-09-02", "2027-09-02", "", "too long"),
        ("term", "1026-09-02", "1026-10-02", "", "year 1026"),
        ("inset", "2026-09-01", "2026-09-30", "", "too long"),
        ("closure", "2026-09-01", "2026-09-01", "x" * 121, "longer"),
        ("closure", "2026-09-01", "2026-09-01", "Snow\x00", "cannot be shown"),
    ],
)
def test_what_cannot_be_right_in_a_row_is_told(kind, starts, ends, name, told):
    row = TermRow(1, TermDateKind(kind), day(starts), day(ends), name)

    assert told in row_problem(row)
