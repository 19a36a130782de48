"""The answer clock: whose turn it is, by which school day, and how that was counted."""

from dataclasses import replace
from datetime import date

import pytest

from homeward.calendars.rules import Period
from homeward.support.codes import Awaits, State
from homeward.support.rules.clock import clock
from homeward.support.rules.expected import ANSWER, REPLY, STEP, expected
from homeward.support.rules.facts import Facts, PlannedStep, Turn
from homeward.support.rules.rounds import rounds
from tests.calendars.worked import example_calendar

CALENDAR = example_calendar()
TEAM, SCHOOL, HANA, MARA = 7, 9, 21, 22
day = date.fromisoformat


def facts(asked_on, *turns, **more):
    return Facts(
        asked_on=day(asked_on),
        team=TEAM,
        school=SCHOOL,
        turns=[Turn(number, *turn) for number, turn in enumerate(turns, 1)],
        **more,
    )


def team(on, awaits=Awaits.NOBODY):
    return day(on), True, awaits


def school(on):
    return day(on), False, Awaits.TEAM


def due(found, calendar=CALENDAR, within=5):
    return [
        (one.kind, one.period, str(one.due_on), one.met_on and str(one.met_on))
        for one in expected(found, calendar=calendar, within=within)
    ]


@pytest.mark.parametrize(
    ("asked_on", "within", "by"),
    [
        ("2026-11-16", 5, "2026-11-23"),
        ("2026-11-20", 5, "2026-11-30"),
        ("2026-11-21", 5, "2026-11-30"),
        ("2026-10-22", 5, "2026-11-05"),
        ("2026-10-28", 5, "2026-11-06"),
        ("2026-12-16", 5, "2027-01-07"),
        ("2026-12-16", 1, "2026-12-17"),
        ("2027-04-29", 5, "2027-05-07"),
    ],
    ids=[
        "Monday to Monday",
        "a Friday, across an INSET day",
        "a Saturday",
        "across half term",
        "within half term",
        "across Christmas",
        "in one school day",
        "across a bank holiday",
    ],
)
def test_the_day_of_the_answer(asked_on, within, by):
    assert due(facts(asked_on), within=within) == [(ANSWER, "asked", by, None)]


def test_a_count_that_runs_past_the_term_dates_has_no_day_and_asks_for_them():
    known = replace(CALENDAR, covers=Period(day("2026-09-01"), day("2026-11-20")))
    missed = []

    found = expected(
        facts("2026-11-18"), calendar=known, within=5, missing=lambda one: missed.append(one.year)
    )

    assert [one.due_on for one in found] == [None]
    assert missed == ["2026-27"]


def test_the_first_words_of_the_team_meet_the_clock_whenever_they_come():
    late = facts("2026-11-02", team("2026-11-12"))

    assert due(late) == [(ANSWER, "asked", "2026-11-09", "2026-11-12")]


def test_a_question_of_the_team_starts_the_clock_of_the_school():
    found = facts("2026-11-02", team("2026-11-04", Awaits.SCHOOL), school("2026-11-10"))

    assert due(found) == [
        (ANSWER, "asked", "2026-11-09", "2026-11-04"),
        (REPLY, "question-1", "2026-11-11", "2026-11-10"),
        (ANSWER, "written-2", "2026-11-17", None),
    ]


def test_several_letters_of_the_school_are_one_round():
    found = facts("2026-11-02", team("2026-11-03"), school("2026-11-05"), school("2026-11-09"))

    assert due(found)[-1] == (ANSWER, "written-2", "2026-11-12", None)
    assert len(rounds(found)) == 2


def test_a_team_that_asks_twice_waits_since_the_first_question():
    found = facts(
        "2026-11-02", team("2026-11-03", Awaits.SCHOOL), team("2026-11-06", Awaits.SCHOOL)
    )

    assert due(found)[-1] == (REPLY, "question-1", "2026-11-10", None)


def test_a_question_that_the_team_answers_itself_is_asked_no_more():
    found = facts("2026-11-02", team("2026-11-03", Awaits.SCHOOL), team("2026-11-06"))

    assert due(found) == [(ANSWER, "asked", "2026-11-09", "2026-11-03")]


def test_closing_answers_what_the_team_still_owed_and_asks_nothing_more():
    unanswered = facts("2026-11-02", closed_on=day("2026-11-05"))
    waiting = facts("2026-11-02", team("2026-11-03", Awaits.SCHOOL), closed_on=day("2026-11-20"))

    assert due(unanswered) == [(ANSWER, "asked", "2026-11-09", "2026-11-05")]
    assert due(waiting) == [(ANSWER, "asked", "2026-11-09", "2026-11-03")]


@pytest.mark.parametrize("by", [team("2026-11-16", Awaits.TEAM), school("2026-11-16")])
def test_opening_again_starts_the_clock_anew(by):
    reopened = facts("2026-11-02")
    turn = Turn(1, *by, reference="", after_closing_on=day("2026-11-06"))

    assert due(replace(reopened, turns=[turn])) == [
        (ANSWER, "asked", "2026-11-09", "2026-11-06"),
        (ANSWER, "written-1", "2026-11-23", None),
    ]


def test_who_owes_it():
    def whom(found):
        one = expected(found, calendar=CALENDAR, within=5)[-1]
        return one.owner, one.team, one.person, one.role

    asks = team("2026-11-04", Awaits.SCHOOL)
    assert whom(facts("2026-11-02")) == (None, TEAM, None, "")
    assert whom(facts("2026-11-02", owner=HANA)) == (None, None, HANA, "")
    assert whom(facts("2026-11-02", asks, asker=MARA)) == (SCHOOL, None, MARA, "")
    assert whom(facts("2026-11-02", asks)) == (SCHOOL, None, None, "ap_lead")


def test_a_step_is_due_when_it_was_planned_for_unless_the_request_is_closed():
    step = PlannedStep("ref", "A visit", day("2026-11-03"), day("2026-11-09"), HANA)
    done = replace(step, done_on=day("2026-11-10"))

    def of(*steps, **more):
        found = facts("2026-11-02", steps=steps, **more)
        return [row for row in due(found) if row[0] == STEP]

    assert of(step) == [(STEP, "ref", "2026-11-09", None)]
    assert of(done) == [(STEP, "ref", "2026-11-09", "2026-11-10")]
    assert of(step, closed_on=day("2026-11-09")) == []
    assert of(done, closed_on=day("2026-11-12")) == [(STEP, "ref", "2026-11-09", "2026-11-10")]


def test_the_arithmetic_says_what_was_counted_from():
    first, second, third = expected(
        facts("2026-11-02", team("2026-11-04", Awaits.SCHOOL), school("2026-11-10")),
        calendar=CALENDAR,
        within=5,
    )

    assert first.arithmetic == (
        "school day 5 after the request of 2 November 2026, by the authority’s term dates"
    )
    assert "the team’s question of 4 November 2026" in second.arithmetic
    assert "what was written on 10 November 2026" in third.arithmetic


@pytest.mark.parametrize(
    ("on", "left", "over"),
    [
        ("2026-10-22", 6, 0),
        ("2026-10-26", 4, 0),
        ("2026-11-05", 1, 0),
        ("2026-11-06", 0, 1),
        ("2026-11-08", 0, 1),
        ("2026-11-10", 0, 3),
    ],
)
def test_school_days_left_and_over(on, left, over):
    now = clock(facts("2026-10-22"), calendar=CALENDAR, within=5, on=day(on))

    assert (now.left, now.over) == (left, over)


def test_no_clock_runs_where_nobody_owes_anything():
    answered = facts("2026-11-02", team("2026-11-04"))

    assert clock(answered, calendar=CALENDAR, within=5, on=day("2026-11-24")) is None


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (facts("2026-11-02"), State.NEW),
        (facts("2026-11-02", owner=HANA), State.OWNED),
        (facts("2026-11-02", team("2026-11-04"), owner=HANA), State.ANSWERED),
        (facts("2026-11-02", team("2026-11-04", Awaits.SCHOOL)), State.WAITING),
        (facts("2026-11-02", team("2026-11-04"), school("2026-11-05"), owner=HANA), State.OWNED),
        (facts("2026-11-02", closed_on=day("2026-11-04")), State.CLOSED),
    ],
)
def test_where_it_stands(found, state):
    assert found.state is state
