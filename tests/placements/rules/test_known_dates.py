"""Counts at the edges of the loaded term dates, and with an authority's own numbers."""

from dataclasses import replace

import pytest

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.placements.rules.contact import contact_weeks
from homeward.placements.rules.known import known_parts, known_school_weeks
from homeward.placements.rules.review import first_review_by
from tests.calendars.worked import example_calendar

from .worked import day

CALENDAR = example_calendar()


def known_until(last: str) -> Calendar:
    return replace(CALENDAR, covers=Period(CALENDAR.covers.starts_on, day(last)))


def test_a_sixth_week_that_is_only_half_loaded_gives_no_day():
    runs = Period(day("2026-09-07"), day("2026-12-18"))

    with pytest.raises(DatesNeeded) as refused:
        first_review_by(runs=runs, calendar=known_until("2026-10-14"), school_weeks=6)
    assert refused.value.after == day("2026-10-14")
    by = first_review_by(runs=runs, calendar=known_until("2026-10-18"), school_weeks=6)
    assert by == day("2026-10-16")


def test_a_week_is_the_first_only_where_the_start_is_loaded():
    unknown = Period(day("2026-06-08"), day("2026-09-11"))
    known = Period(day("2026-09-02"), day("2026-09-11"))

    firsts = [
        [week.is_first for week in contact_weeks(runs=runs, calendar=CALENDAR, first_within=5)[0]]
        for runs in (unknown, known)
    ]

    assert firsts == [[False, False], [True, False]]


@pytest.mark.parametrize(
    ("first_within", "due_on"),
    [(2, "2026-11-13"), (3, "2026-11-13"), (4, "2026-11-16"), (5, "2026-11-17")],
)
def test_a_shorter_time_for_the_first_contact_never_ends_before_its_week(first_within, due_on):
    runs = Period(day("2026-11-10"), day("2026-11-20"))

    weeks, _ = contact_weeks(runs=runs, calendar=CALENDAR, first_within=first_within)

    assert [week.due_on for week in weeks] == [day(due_on), day("2026-11-20")]


def test_what_is_known_on_both_sides_of_a_gap_is_counted():
    spring = Period(day("2027-01-01"), day("2027-03-31"))
    gappy = replace(CALENDAR, gaps=[spring])
    runs = Period(day("2026-12-07"), day("2027-04-23"))

    assert known_parts(runs, gappy) == [
        Period(day("2026-12-07"), day("2026-12-31")),
        Period(day("2027-04-01"), day("2027-04-23")),
    ]
    assert [week.key for week in known_school_weeks(runs, gappy)] == [
        "2026-12-07",
        "2026-12-14",
        "2027-04-12",
        "2027-04-19",
    ]
    assert known_parts(Period(day("2027-02-01"), day("2027-02-12")), gappy) == []
    inside = Period(day("2027-04-12"), day("2027-04-16"))
    assert known_parts(inside, gappy) == [inside]
