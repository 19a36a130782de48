"""A date that a review set holds; a review in the holidays is late, not lost; a missed one is overtaken."""

from dataclasses import replace

import pytest
from hypothesis import given

from homeward.calendars.rules import Calendar
from homeward.placements.rules.facts import ReviewFact
from homeward.placements.rules.review import expected_reviews
from tests.calendars.worked import example_calendar

from .strategies import CALENDARS, PLACEMENTS, often
from .worked import a_placement, day

AUTUMN_1, AUTUMN_2 = "2026-27/autumn-1", "2026-27/autumn-2"


def reviews(*held, ends="2027-02-12", **facts):
    """What is due of a placement from Monday 7 September, by period, after reviews that were held."""
    placed = a_placement(
        starts_on=day("2026-09-07"),
        ends_on=day(ends),
        agreed_on=day("2026-09-01"),
        reviews=[
            ReviewFact(day(on), "continue", day(next_on) if next_on else None)
            for on, next_on in held
        ],
        **facts,
    )
    return {one.period: one for one in _expected(placed, example_calendar(), day("2026-12-17"))}


def _expected(facts, calendar, on):
    return expected_reviews(
        facts, calendar=calendar, school_weeks=6, least_days=10, role="ap_lead", on=on
    )


def test_a_sooner_date_pulls_the_half_term_forward():
    found = reviews(("2026-10-14", "2026-11-20"))

    assert found[AUTUMN_2].due_on == day("2026-11-20")
    assert found[AUTUMN_2].arithmetic == "the date that the review of 14 October 2026 set"
    assert "next" not in found


def test_a_date_in_a_half_term_that_had_its_review_stands_alone():
    found = reviews(("2026-10-14", "2026-11-12"), ("2026-11-12", "2026-12-03"))

    assert found[AUTUMN_2].met_on == day("2026-11-12")
    assert (found["next"].due_on, found["next"].met_on) == (day("2026-12-03"), None)
    assert found["next"].opens_on == day("2026-11-12")


@pytest.mark.parametrize("next_on", [None, "2027-03-25", "2026-10-01"])
def test_a_date_that_is_later_than_the_rule_puts_nothing_off(next_on):
    found = reviews(("2026-10-14", next_on))

    assert found[AUTUMN_2].due_on == day("2026-12-18")
    assert "next" not in found


def test_after_an_ending_a_date_beyond_it_promises_nothing():
    found = reviews(("2026-10-14", None), ("2026-11-12", "2026-12-15"), ended_on=day("2026-12-11"))

    assert "next" not in found


def test_a_review_in_the_holiday_is_the_late_one_of_the_half_term_before():
    found = reviews(("2026-10-28", None))

    assert found[AUTUMN_1].met_on == day("2026-10-28")
    assert found[AUTUMN_2].met_on is None


def test_a_half_term_that_was_missed_asks_nothing_more_once_a_later_review_was_held():
    missed = reviews()[AUTUMN_1]
    overtaken = reviews(("2026-11-12", None))[AUTUMN_1]

    assert (missed.met_on, missed.lapsed_on) == (None, None)
    assert (overtaken.met_on, overtaken.lapsed_on) == (None, day("2026-11-12"))


@often
@given(CALENDARS, PLACEMENTS)
def test_a_promise_never_puts_anything_off(calendar: Calendar, placed):
    facts, on = placed
    before = {one.period: one for one in _expected(facts, calendar, on)}
    promised = [
        ReviewFact(one.held_on, one.decision, one.held_on + (on - facts.starts_on))
        for one in facts.reviews
        if on > facts.starts_on
    ]
    if len(promised) != len(facts.reviews):
        return
    facts = replace(facts, reviews=promised)

    after = {one.period: one for one in _expected(facts, calendar, on)}

    assert set(before) <= set(after) <= {*before, "next"}
    for period, one in before.items():
        assert after[period].met_on == one.met_on
        assert one.due_on is None or after[period].due_on <= one.due_on
