"""The review before the planned end: its day, what meets it, and who hears where none was held."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.organisations.codes import RoleName
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import Kind
from homeward.placements.rules.early_days import expected_decision
from homeward.placements.rules.facts import ActionFact, MoveFact, ReviewFact
from homeward.placements.rules.return_review import (
    RETURN_ESCALATION,
    RETURN_REVIEW,
    RETURN_WARNING,
    expected_return_review,
    review_before_end,
)
from homeward.placements.rules.review_action import expected_actions
from tests.calendars.worked import example_calendar

from .strategies import CALENDARS, PLACEMENTS, RUNS, often
from .worked import a_placement, day, examples

AUTHORITY = 312
LATE = day("2026-12-17")


@pytest.mark.parametrize("example", examples("return_review"), ids=lambda one: one.id)
def test_the_days_of_the_review_before_the_end(example):
    planned = Period(day(example.inputs["starts"]), day(example.inputs["ends"]))
    wanted = example.result["return_review"]

    if wanted and "dates_needed_after" in wanted:
        with pytest.raises(DatesNeeded) as refused:
            review_before_end(planned, calendar=example.calendar(), policy=Policy())
        assert refused.value.after.isoformat() == wanted["dates_needed_after"]
        return
    found = review_before_end(planned, calendar=example.calendar(), policy=Policy())

    said = found and {
        "opens": found.opens_on.isoformat(),
        "due": found.due_on.isoformat(),
        "warns": found.warns_on.isoformat(),
        "escalates": found.escalates_on.isoformat(),
        "says": found.arithmetic,
    }
    assert said == wanted


def a_return(**facts):
    """Monday 7 September to Friday 18 December: due on 26 November, counted from the 19th."""
    usual = {"starts_on": day("2026-09-07"), "ends_on": day("2026-12-18"), "authority": AUTHORITY}
    return a_placement(agreed_on=day("2026-09-01"), **(usual | facts))


def asked(facts, on=LATE):
    found = expected_return_review(
        facts, calendar=example_calendar(), policy=Policy(), role=RoleName.AP_LEAD, on=on
    )
    return {one.kind: one for one in found}


def decided(held_on, decision="return"):
    return [ReviewFact(day(held_on), decision, day("2027-01-08"))]


def test_it_is_due_from_the_lead_then_the_headteacher_hears_then_the_authority():
    found = asked(a_return())

    review, warning = found[RETURN_REVIEW], found[RETURN_WARNING]
    escalation = found[RETURN_ESCALATION]
    assert (review.period, review.role, review.due_on) == (
        "2026-12-18",
        RoleName.AP_LEAD,
        day("2026-11-26"),
    )
    assert (warning.role, warning.owner, warning.due_on) == (
        RoleName.HEADTEACHER,
        None,
        day("2026-12-04"),
    )
    assert (escalation.role, escalation.owner, escalation.due_on) == (
        RoleName.EXCLUSIONS_OFFICER,
        AUTHORITY,
        day("2026-12-11"),
    )
    assert warning.arithmetic == "school day 10 before 18 December 2026"
    assert escalation.arithmetic == "school day 5 before 18 December 2026"


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        ("2026-11-20", {RETURN_REVIEW}),
        ("2026-12-03", {RETURN_REVIEW}),
        ("2026-12-04", {RETURN_REVIEW, RETURN_WARNING}),
        ("2026-12-11", {RETURN_REVIEW, RETURN_WARNING, RETURN_ESCALATION}),
    ],
)
def test_nobody_is_warned_before_the_day(on, kinds):
    assert set(asked(a_return(), day(on))) == kinds


@pytest.mark.parametrize(
    ("held_on", "decision", "met"),
    [
        ("2026-11-19", "return", True),
        ("2026-11-19", "continue", True),
        ("2026-11-18", "return", False),
        ("2026-11-24", "", False),
        ("2026-12-16", "extend", True),
    ],
)
def test_a_review_meets_it_from_five_school_days_before_if_it_decides(held_on, decision, met):
    found = asked(a_return(reviews=decided(held_on, decision)))

    assert (found[RETURN_REVIEW].met_on == day(held_on)) is met


def test_a_review_in_time_warns_nobody_and_a_late_one_meets_the_warning():
    assert set(asked(a_return(reviews=decided("2026-12-03")))) == {RETURN_REVIEW}

    late = asked(a_return(reviews=decided("2026-12-09")))
    assert set(late) == {RETURN_REVIEW, RETURN_WARNING}
    assert late[RETURN_WARNING].met_on == day("2026-12-09")


@pytest.mark.parametrize(
    "settled",
    [
        {"return_began_on": day("2026-11-23")},
        {"ended_on": day("2026-11-23")},
        {
            "move": MoveFact(
                7,
                "new_school",
                day("2026-11-02"),
                day("2026-11-02"),
                first_day_on=day("2026-11-23"),
            )
        },
    ],
)
def test_a_child_who_was_back_or_had_moved_before_it_was_due_needs_none(settled):
    assert asked(a_return(**settled)) == {}


def test_what_was_late_when_the_child_came_back_asks_nothing_more():
    found = asked(a_return(return_began_on=day("2026-12-07")))

    assert set(found) == {RETURN_REVIEW, RETURN_WARNING}
    assert {one.lapsed_on for one in found.values()} == {day("2026-12-07")}


def test_a_new_last_day_asks_for_a_new_review():
    found = asked(a_return(ends_on=day("2027-02-05"), reviews=decided("2026-12-10", "extend")))

    assert (found[RETURN_REVIEW].period, found[RETURN_REVIEW].met_on) == ("2027-02-05", None)


def test_key_stage_4_to_the_end_leads_on_and_needs_none():
    assert asked(a_return(kind=Kind.KS4_TO_END)) == {}


def test_a_child_without_a_school_is_the_authoritys_and_nobody_else_is_warned():
    assert set(asked(a_return(has_school=False))) == {RETURN_REVIEW}


def test_without_dates_it_waits_for_them():
    found = asked(a_return(ends_on=day("2027-09-24")))[RETURN_REVIEW]

    assert found.due_on is None
    assert found.arithmetic == "term dates after 31 August 2027 are needed"


@pytest.mark.parametrize(
    "facts", [{"ends_on": None}, {"ends_on": day("2026-09-01")}, {"agreed_on": None}]
)
def test_without_a_planned_end_there_is_nothing_to_count_back_from(facts):
    assert asked(replace(a_return(), **facts)) == {}


@often
@given(CALENDARS, RUNS)
def test_the_days_stand_in_their_order_on_school_days_of_the_run(calendar: Calendar, runs):
    found = review_before_end(runs, calendar=calendar, policy=Policy())

    days = calendar.school_days(runs)
    assert (found is None) is (not days)
    if found:
        assert runs.starts_on <= found.opens_on <= found.due_on
        assert found.due_on <= found.warns_on <= found.escalates_on <= runs.ends_on
        assert {found.due_on, found.warns_on, found.escalates_on} <= set(days)
        assert days.index(found.due_on) >= (len(days) - 1) // 2


@often
@given(CALENDARS, PLACEMENTS)
def test_a_review_held_in_time_warns_nobody(calendar: Calendar, placed):
    facts, on = placed
    facts = replace(facts, ended_on=None, has_school=True)
    found = expected_return_review(
        facts, calendar=calendar, policy=Policy(), role=RoleName.AP_LEAD, on=on
    )
    due = next((one.due_on for one in found if one.kind == RETURN_REVIEW), None)
    if due is None:
        return
    held = replace(facts, reviews=[ReviewFact(due, "return", on)])

    after = expected_return_review(
        held, calendar=calendar, policy=Policy(), role=RoleName.AP_LEAD, on=on
    )

    assert all(one.met_on == due for one in after)
    assert {one.kind for one in after if one.due_on and one.due_on > due} == set()


@pytest.mark.parametrize(
    "settled",
    [
        {"return_began_on": day("2026-12-14")},
        {"ended_on": day("2026-12-14")},
        {
            "move": MoveFact(
                7,
                "new_school",
                day("2026-11-02"),
                day("2026-11-02"),
                first_day_on=day("2026-12-14"),
            )
        },
    ],
)
def test_a_child_is_due_back_until_it_is_back_at_the_new_place_or_gone(settled):
    open_still = expected_decision(a_return(), role=RoleName.AP_LEAD, on=LATE)
    met = expected_decision(a_return(**settled), role=RoleName.AP_LEAD, on=LATE)

    assert [one.met_on for one in open_still] == [None]
    assert [one.met_on for one in met] == [day("2026-12-14")]


def an_action(**facts) -> ActionFact:
    usual = {"what": "Bring the timetable", "who": "Joe", "by_on": day("2026-12-04")}
    return ActionFact(reference=str(UUID(int=1)), **(usual | facts))


def test_an_action_is_due_on_its_day_from_its_owner_at_the_owners_own_place():
    action = an_action(person=5, owner=AUTHORITY, decided_on=day("2026-11-24"))

    (found,) = expected_actions(
        a_return(actions=[action]), role=RoleName.AP_LEAD, on=day("2026-11-24")
    )

    assert (found.due_on, found.person, found.owner) == (day("2026-12-04"), 5, AUTHORITY)
    assert (found.opens_on, found.subject) == (day("2026-11-24"), "Bring the timetable")
    assert found.arithmetic == "the day that the review of 24 November 2026 set"


def test_an_action_of_somebody_who_does_not_sign_in_names_them():
    (found,) = expected_actions(a_return(actions=[an_action()]), role="ap_lead", on=LATE)

    assert (found.person, found.subject) == (None, "Bring the timetable (Joe)")


def test_an_ending_does_not_undo_an_action_and_a_withdrawal_does():
    ended = a_return(actions=[an_action()], ended_on=day("2026-12-01"))
    withdrawn = a_return(actions=[an_action()], withdrawn_on=day("2026-12-01"))

    assert [one.lapsed_on for one in expected_actions(ended, role="ap_lead", on=LATE)] == [None]
    assert expected_actions(withdrawn, role="ap_lead", on=LATE) == []


def test_an_action_dated_before_its_review_opens_on_its_day():
    action = an_action(by_on=date(2026, 11, 2), decided_on=day("2026-11-24"))

    (found,) = expected_actions(a_return(actions=[action]), role="ap_lead", on=LATE)

    assert found.opens_on == found.due_on == date(2026, 11, 2)
