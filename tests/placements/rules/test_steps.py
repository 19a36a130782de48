"""What a ladder says, and what it cannot say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.placements.rules.steps import (
    HALF_DAYS,
    LadderText,
    StepText,
    first_day_at_school,
    half_days_said,
    hours_said,
    minutes_of,
    problem,
)

from .strategies import often
from .worked import day

FIRST = StepText(from_on=day("2026-11-30"), at_school=("0am", "2am"), school_minutes=390)
SECOND = StepText(
    from_on=day("2026-12-07"),
    at_school=("0am", "1am", "2am"),
    at_provider=("3am", "3pm"),
    school_minutes=585,
)
LADDER = LadderText(full_time_on=day("2026-12-14"), full_time_minutes=1950, steps=(FIRST, SECOND))


def test_a_ladder_in_order_has_no_problem():
    assert problem(LADDER) == ""
    assert problem(replace(LADDER, steps=())) == ""
    assert LADDER.starts_on == day("2026-11-30")
    assert replace(LADDER, steps=()).starts_on == day("2026-12-14")


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ((SECOND, FIRST), "Step 2 must begin after step 1"),
        ((FIRST, replace(SECOND, from_on=FIRST.from_on)), "Step 2 must begin after step 1"),
        ((replace(FIRST, from_on=day("2026-12-14")),), "Full time must begin after step 1"),
        ((replace(FIRST, at_school=()),), "Step 1: choose at least one half day at school"),
        (
            (FIRST, replace(SECOND, at_provider=("2am",))),
            "Step 2: Wednesday morning is at school or at the provider, not both",
        ),
        (
            (replace(FIRST, school_minutes=2000),),
            "Step 1: enter no more hours than full time has",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(steps, sentence):
    assert problem(replace(LADDER, steps=steps)) == sentence


@pytest.mark.parametrize(
    ("half_days", "says"),
    [
        ("", ""),
        ("0am", "Monday morning"),
        ("0am 2am", "Monday and Wednesday mornings"),
        ("0am 1am 2am 3am 4am", "Monday to Friday mornings"),
        ("0am 0pm", "Monday"),
        ("0am 0pm 1am 1pm 2am 2pm 3am 3pm 4am 4pm", "Monday to Friday"),
        ("0am 0pm 1am 1pm 2am 2pm 3am", "Monday to Wednesday and Thursday morning"),
        ("0am 1pm 2am 4pm", "Monday and Wednesday mornings and Tuesday and Friday afternoons"),
        ("0am 0pm 1am 2pm", "Monday, Tuesday morning and Wednesday afternoon"),
        ("0am 1am 3am", "Monday, Tuesday and Thursday mornings"),
    ],
)
def test_the_half_days_of_a_week_in_few_words(half_days, says):
    assert half_days_said(half_days.split()) == says


@pytest.mark.parametrize(
    ("half_days", "whole", "hours"),
    [(1, 1950, "3.2"), (2, 1950, "6.5"), (10, 1950, "32.5"), (5, 1500, "12.5"), (0, 1950, "0")],
)
def test_each_half_day_is_a_tenth_of_full_time(half_days, whole, hours):
    assert hours_said(minutes_of(HALF_DAYS[:half_days], whole)) == hours


@pytest.mark.parametrize(
    ("half_days", "from_on", "first_on"),
    [
        (("1am",), "2026-12-14", "2026-12-15"),
        (("0am",), "2026-12-14", "2026-12-14"),
        (("0am",), "2026-12-15", "2026-12-21"),
        (("4pm",), "2026-12-12", "2026-12-18"),
    ],
)
def test_the_first_day_at_school_is_the_first_with_a_half_day_there(half_days, from_on, first_on):
    assert first_day_at_school(replace(FIRST, at_school=half_days), day(from_on)) == day(first_on)


@given(st.sets(st.sampled_from(HALF_DAYS)))
@often
def test_the_words_name_each_half_day_once(half_days):
    said = half_days_said(half_days)

    assert bool(said) is bool(half_days)
    assert "  " not in said
    assert said == half_days_said(sorted(half_days, reverse=True))
