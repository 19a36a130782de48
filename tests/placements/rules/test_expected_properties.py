"""What must hold for everything that is due about a placement, over ten years of calendars."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from homeward.calendars.rules import Calendar, Period
from homeward.due.rules import wanted
from homeward.organisations.rules.policy import Policy
from homeward.placements.rules.early_days import BELONGING
from homeward.placements.rules.expected import KINDS, expected
from homeward.placements.rules.facts import GapFact, ReviewFact
from homeward.placements.rules.review import REVIEW, first_review_by

from .strategies import CALENDARS, COVERED, PLACEMENTS, RUNS, often

POLICY = Policy()
GAPS = [GapFact("safeguarding-in-writing", "Get it in writing."), GapFact("route", "Say where to.")]


@often
@given(CALENDARS, PLACEMENTS, st.none() | st.just(7))
def test_what_is_due_is_sound(calendar: Calendar, placed, team):
    facts, on = placed
    facts = replace(facts, gaps=GAPS)

    found = expected(facts, calendar=calendar, policy=POLICY, on=on, team=team)

    assert found == expected(facts, calendar=calendar, policy=POLICY, on=on, team=team)
    assert len(wanted(found, kinds=KINDS)) == len(found)
    for one in found:
        assert one.role
        assert one.period
        assert one.arithmetic
        assert one.team == team
        assert one.due_on is None or one.opens_on <= one.due_on
        assert one.met_on is not None or not one.met_by
        assert one.kind != BELONGING or facts.has_school


@often
@given(CALENDARS, PLACEMENTS, st.integers(1, 300))
def test_it_is_sound_where_the_loaded_dates_end_too_soon(calendar: Calendar, placed, days):
    facts, on = placed
    end = facts.starts_on + timedelta(days=days)
    shorter = Calendar(Period(COVERED.starts_on, end), calendar.half_terms, calendar.closed)

    found = expected(replace(facts, gaps=GAPS), calendar=shorter, policy=POLICY, on=on)

    assert len(wanted(found, kinds=KINDS)) == len(found)
    assert all(one.due_on is None or one.opens_on <= one.due_on for one in found)


@often
@given(CALENDARS, PLACEMENTS)
def test_nothing_is_due_of_a_placement_that_was_withdrawn_or_refused(calendar, placed):
    facts, on = placed

    for closed in (replace(facts, withdrawn_on=on), replace(facts, refused_on=on)):
        assert expected(closed, calendar=calendar, policy=POLICY, on=on) == []


@often
@given(CALENDARS, RUNS, st.integers(1, 8))
def test_the_first_review_is_on_a_school_day_of_the_run(calendar: Calendar, runs: Period, weeks):
    by = first_review_by(runs=runs, calendar=calendar, school_weeks=weeks)

    days = calendar.school_days(runs)
    assert (by is None) is (not days)
    if by:
        until = calendar.school_weeks(Period(runs.starts_on, by))
        assert by in days
        assert len(until) == min(weeks, len(calendar.school_weeks(runs)))


def half_termly(facts, calendar: Calendar, on: date):
    found = expected(facts, calendar=calendar, policy=POLICY, on=on)
    return {one.key: one for one in found if one.kind in (REVIEW, BELONGING)}


@often
@given(CALENDARS, PLACEMENTS, st.integers(1, 60))
def test_running_on_never_puts_off_a_review_that_was_due_by_the_intended_end(
    calendar, placed, days
):
    facts, _ = placed
    facts = replace(facts, ended_on=None, ends_on=facts.ends_on or facts.starts_on)

    before = half_termly(facts, calendar, facts.ends_on)
    after = half_termly(facts, calendar, facts.ends_on + timedelta(days=days))

    assert all(after[key].due_on == one.due_on for key, one in before.items())


@often
@given(CALENDARS, PLACEMENTS)
def test_what_is_done_on_the_day_it_is_due_is_met(calendar: Calendar, placed):
    facts, on = placed
    due = [one for one in half_termly(facts, calendar, on).values() if one.due_on]
    days = [one.due_on for one in due]

    held = half_termly(
        replace(facts, reviews=[ReviewFact(held_on) for held_on in days], belonging_on=days),
        calendar,
        on,
    )

    for one in due:
        if one.due_on >= facts.starts_on:
            assert held[one.key].met_on is not None
            assert held[one.key].met_on <= one.due_on
