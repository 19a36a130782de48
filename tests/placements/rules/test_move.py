"""What a move and a wait make due, and what may be called agreed."""

from dataclasses import replace
from datetime import date

import pytest

from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import Outcome
from homeward.placements.rules import move as rules
from homeward.placements.rules.expected import expected
from homeward.placements.rules.facts import MoveFact, WaitFact
from tests.calendars.worked import example_calendar
from tests.cast import DAY
from tests.placements.rules.worked import a_placement

RECEIVING, AUTHORITY = 7, 3
FIRST_DAY = date(2026, 12, 7)
ASKED = MoveFact(
    receiving=RECEIVING,
    kind="new_school",
    proposed_on=DAY,
    joins_on=DAY,
    starts_on=FIRST_DAY,
    reference="m",
)
YES = replace(ASKED, answer="accepted", answered_on=DAY)
NO = replace(ASKED, answer="declined", answered_on=DAY)


@pytest.fixture
def calendar():
    return example_calendar()


@pytest.fixture
def due(calendar):
    """What is due about a placement with a move or waits, by kind."""

    def ask(move=None, waits=(), **more):
        known = a_placement(move=move, waits=waits, authority=AUTHORITY, **more)
        found = expected(known, calendar=calendar, policy=Policy(), on=DAY)
        return {one.kind: one for one in found if one.kind in rules.KINDS}

    return ask


def test_an_answer_is_due_five_school_days_after_joining(due):
    line = due(ASKED)[rules.MOVE_ANSWER]

    assert (line.due_on, line.owner, line.role) == (date(2026, 12, 2), RECEIVING, "ap_lead")
    assert line.arithmetic == "school day 5 after 24 November 2026"
    assert line.met_on is None


def test_before_the_yes_only_the_answer_is_asked(due):
    assert set(due(ASKED)) == {rules.MOVE_ANSWER}


def test_after_the_yes_adult_briefing_and_first_day_are_due_by_the_first_day(due):
    lines = due(YES)

    assert lines[rules.MOVE_ANSWER].met_on == DAY
    assert {
        kind: (lines[kind].due_on, lines[kind].owner)
        for kind in (rules.MOVE_ADULT, rules.MOVE_BRIEF, rules.MOVE_FIRST_DAY)
    } == dict.fromkeys(
        (rules.MOVE_ADULT, rules.MOVE_BRIEF, rules.MOVE_FIRST_DAY), (FIRST_DAY, RECEIVING)
    )


def test_without_a_first_day_they_are_due_as_long_after_the_yes_as_an_answer_takes(due):
    line = due(replace(YES, starts_on=None))[rules.MOVE_ADULT]

    assert line.due_on == date(2026, 12, 2)


def test_a_child_who_comes_before_the_yes_makes_the_rest_due_that_day(due):
    lines = due(replace(ASKED, first_day_on=date(2026, 11, 23)))

    assert lines[rules.MOVE_BRIEF].due_on == date(2026, 11, 23)
    assert lines[rules.MOVE_FIRST_DAY].met_on == date(2026, 11, 23)
    assert lines[rules.MOVE_ANSWER].met_on is None


def test_after_a_no_nothing_more_is_owed(due):
    lines = due(NO)

    assert set(lines) == {rules.MOVE_ANSWER}
    assert lines[rules.MOVE_ANSWER].met_on == DAY


def test_a_provider_answers_by_its_manager(due):
    lines = due(replace(YES, is_provider=True))

    assert {line.role for line in lines.values()} == {"provider_manager"}


def test_what_was_done_is_met(due):
    done = replace(YES, adult_on=DAY, has_adult=True, first_day_on=FIRST_DAY)

    lines = due(done, told={"receiving": DAY})

    assert all(line.met_on for line in lines.values())


@pytest.mark.parametrize(
    ("outcome", "lapses"),
    [
        (Outcome.MOVED, False),
        (Outcome.OTHER, False),
        (Outcome.RETURNED, True),
        (Outcome.LEFT_AREA, True),
    ],
)
def test_after_a_move_the_new_place_still_prepares_and_after_others_not(due, outcome, lapses):
    lines = due(YES, ended_on=date(2026, 11, 20), outcome=outcome)

    assert (lines[rules.MOVE_BRIEF].lapsed_on is not None) is lapses


def test_a_place_is_due_from_the_authority_twenty_school_days_after_the_wait_began(due):
    line = due(waits=[WaitFact(DAY, "A school near home")])[rules.WAITING]

    assert (line.due_on, line.owner, line.role) == (
        date(2027, 1, 7),
        AUTHORITY,
        "exclusions_officer",
    )
    assert line.subject == "A school near home, ready and waiting since 24 November 2026"


def test_a_wait_that_is_over_is_met(due):
    over = WaitFact(date(2026, 11, 9), "A school", to_on=DAY)

    assert due(waits=[over])[rules.WAITING].met_on == DAY


@pytest.mark.parametrize(
    ("outcome", "lapses"), [(Outcome.MOVED, True), (Outcome.NEXT_PLACEMENT, False)]
)
def test_a_child_who_is_nowhere_yet_still_waits_after_an_ending(due, outcome, lapses):
    lines = due(waits=[WaitFact(DAY, "A school")], ended_on=DAY, outcome=outcome)

    assert (lines[rules.WAITING].lapsed_on is not None) is lapses


def test_two_waits_of_one_day_are_one(due):
    waits = [WaitFact(DAY, "A school", to_on=DAY), WaitFact(DAY, "Another school")]

    assert due(waits=waits)[rules.WAITING].met_on is None


@pytest.mark.parametrize(
    ("waits", "days"),
    [
        ([WaitFact(date(2026, 11, 16), "x")], 7),
        ([WaitFact(date(2026, 11, 16), "x", to_on=date(2026, 11, 20))], 5),
        ([WaitFact(date(2026, 10, 23), "x", to_on=date(2026, 11, 2))], 2),
        (
            [
                WaitFact(date(2026, 11, 16), "x", to_on=date(2026, 11, 18)),
                WaitFact(date(2026, 11, 18), "y", to_on=date(2026, 11, 19)),
            ],
            4,
        ),
        ([WaitFact(date(2026, 11, 30), "x")], 0),
        ([], 0),
    ],
)
def test_school_days_of_waiting_are_counted_once_over_holidays(calendar, waits, days):
    assert rules.waited(waits, calendar=calendar, on=DAY) == days


@pytest.mark.parametrize(
    ("kind", "answer", "consented_on", "missing"),
    [
        ("new_school", "", None, ["The receiving school has not said yes."]),
        ("new_school", "accepted", None, []),
        ("managed_move", "accepted", None, ["The parent has not consented."]),
        ("managed_move", "amended", DAY, []),
        ("managed_move", "declined", DAY, ["The receiving school said no."]),
    ],
)
def test_agreed_is_withheld_until_the_yes_and_for_a_managed_move_the_consent(
    kind, answer, consented_on, missing
):
    assert rules.withheld(kind=kind, answer=answer, consented_on=consented_on) == missing


def test_an_ehc_plan_is_warned_of_and_stops_nobody():
    assert rules.to_know(kind="managed_move", has_ehc_plan=False) == []
    assert (
        "amends it before a managed move"
        in rules.to_know(kind="managed_move", has_ehc_plan=True)[0]
    )
