"""What is due around the start and at the end, on the example calendar."""

from dataclasses import replace
from uuid import UUID

import pytest

from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import Kind
from homeward.placements.rules import early_days
from homeward.placements.rules.contact import (
    WEEKLY_CONTACT,
    contact_weeks,
    expected_contacts,
    streak,
)
from homeward.placements.rules.expected import expected
from homeward.placements.rules.facts import ContactFact, GapFact, MilestoneFact, NamedAdultFact
from homeward.placements.rules.review import REVIEW
from tests.calendars.worked import example_calendar

from .worked import a_placement, day

CALENDAR = example_calendar()
ON = day("2026-11-24")
URGENT = a_placement(
    agreed_on=None,
    urgent_on=day("2026-11-20"),
    starts_on=day("2026-11-23"),
    gaps=[
        GapFact("safeguarding-in-writing", "Get it in writing."),
        GapFact("looked-for", "Write what we look for."),
    ],
)


def due(facts, kind, on=ON, **values):
    found = expected(facts, calendar=CALENDAR, policy=Policy(), on=on, **values)
    return {one.period: one for one in found if one.kind == kind}


def test_parents_child_and_staff_are_told_by_the_first_day():
    told = due(a_placement(told={"child": day("2026-11-06")}), early_days.TELL)

    assert {one.due_on for one in told.values()} == {day("2026-11-09")}
    assert {audience: one.met_on for audience, one in told.items()} == {
        "parents": None,
        "child": day("2026-11-06"),
        "staff": None,
    }
    assert {one.opens_on for one in told.values()} == {day("2026-11-02")}


def test_a_child_with_no_school_yet_has_a_team_and_no_staff_to_tell():
    facts = a_placement(has_school=False)

    told, contacts = due(facts, early_days.TELL, team=7), due(facts, WEEKLY_CONTACT, team=7)

    assert set(told) == {"parents", "child"}
    assert {(one.role, one.team) for one in (*told.values(), *contacts.values())} == {
        ("exclusions_officer", 7)
    }
    assert due(facts, early_days.BELONGING) == {}


def test_the_home_school_has_its_own_roles():
    named = a_placement(adults=[NamedAdultFact(1, False, day("2026-09-01"))])

    assert {one.role for one in due(named, WEEKLY_CONTACT).values()} == {"contact_adult"}
    assert {one.role for one in due(a_placement(), WEEKLY_CONTACT).values()} == {"ap_lead"}
    assert {one.role for one in due(a_placement(), REVIEW).values()} == {"ap_lead"}


def test_each_contact_is_due_of_the_adult_who_serves_on_its_day():
    facts = a_placement(
        ends_on=day("2026-11-27"),
        adults=[
            NamedAdultFact(1, False, day("2026-11-02")),
            NamedAdultFact(2, True, day("2026-11-17"), day("2026-11-25")),
        ],
    )

    assert [one.person for one in due(facts, WEEKLY_CONTACT).values()] == [1, 2, 1]


def test_steps_after_an_ending_fall_away_unless_they_were_done():
    steps = [
        MilestoneFact(UUID(int=1), "Tutor visits", day("2026-11-12"), done_on=day("2026-11-11")),
        MilestoneFact(UUID(int=2), "Half a day back", day("2026-12-01")),
        MilestoneFact(UUID(int=3), "Meeting", day("2026-12-02"), done_on=day("2026-11-20")),
        MilestoneFact(UUID(int=4), "Before the start", day("2026-11-05")),
    ]
    facts = a_placement(milestones=steps)

    running, ended = (
        due(each, early_days.MILESTONE) for each in (facts, replace(facts, ended_on=ON))
    )

    assert set(running) == {str(step.thread) for step in steps}
    assert running.keys() - ended.keys() == {str(UUID(int=2))}
    assert running[str(UUID(int=4))].opens_on == day("2026-11-05")


def test_belonging_is_looked_at_in_each_half_term_and_late_still_counts():
    facts = a_placement(
        starts_on=day("2026-10-12"), ends_on=day("2026-12-11"), belonging_on=[day("2026-12-16")]
    )

    found = due(facts, early_days.BELONGING)

    assert {half: (one.due_on, one.met_on) for half, one in found.items()} == {
        "2026-27/autumn-1": (day("2026-10-23"), None),
        "2026-27/autumn-2": (day("2026-12-11"), day("2026-12-16")),
    }


def test_known_half_terms_stay_due_when_the_placement_runs_past_the_loaded_dates():
    facts = a_placement(starts_on=day("2027-04-12"), ends_on=day("2028-06-30"))

    halves = ["2026-27/summer-1", "2026-27/summer-2"]
    assert list(due(facts, early_days.BELONGING)) == halves
    assert list(due(facts, REVIEW))[-2:] == halves
    assert due(facts, WEEKLY_CONTACT)["dates-needed"].due_on is None


def test_gaps_of_an_urgent_start_are_due_in_school_days_after_it_was_allowed():
    gaps = due(URGENT, early_days.START_GAP)

    assert gaps["safeguarding-in-writing"].due_on == day("2026-11-23")
    assert gaps["looked-for"].due_on == day("2026-11-30")
    assert gaps["looked-for"].opens_on == day("2026-11-20")
    assert gaps["looked-for"].arithmetic.startswith("school day 5 after 20 November 2026")


def test_a_child_who_came_with_no_confirmation_at_all_has_it_due_as_soon():
    came = replace(
        URGENT,
        urgent_on=None,
        first_session_on=day("2026-11-23"),
        gaps=[GapFact("safeguarding", "Get it.")],
    )

    assert due(came, early_days.START_GAP)["safeguarding"].due_on == day("2026-11-24")


def test_an_urgent_start_without_a_first_day_is_not_forgotten():
    undated = replace(URGENT, starts_on=None, ends_on=None)

    assert set(due(undated, early_days.START_GAP)) == {"safeguarding-in-writing", "looked-for"}
    assert set(due(undated, WEEKLY_CONTACT)) == {"2026-11-16", "2026-11-23"}
    assert due(undated, REVIEW)["2026-27/autumn-2"].due_on == day("2026-12-18")


@pytest.mark.parametrize("closed", ["agreed_on", "ended_on", "withdrawn_on"])
def test_gaps_fall_away_once_agreed_or_closed(closed):
    assert due(replace(URGENT, **{closed: ON}), early_days.START_GAP) == {}


def test_gaps_wait_for_dates_that_are_not_loaded():
    late = replace(URGENT, urgent_on=day("2027-07-20"), starts_on=day("2027-07-20"), ends_on=None)

    gaps = due(late, early_days.START_GAP, on=day("2027-07-20"))

    assert gaps["safeguarding-in-writing"].due_on == day("2027-07-21")
    assert gaps["looked-for"].due_on is None
    assert gaps["looked-for"].arithmetic == "term dates after 31 August 2027 are needed"


@pytest.mark.parametrize(
    ("kind", "says"),
    [(Kind.SHORT_TERM, "the intended last day"), (Kind.KS4_TO_END, "the end of Year 11")],
)
def test_a_decision_is_due_by_the_intended_end(kind, says):
    facts = a_placement(kind=kind)

    (open_one,) = due(facts, early_days.DUE_BACK).values()
    (met,) = due(replace(facts, ended_on=day("2026-12-11")), early_days.DUE_BACK).values()

    assert (open_one.due_on, open_one.met_on, open_one.arithmetic) == (
        day("2026-12-18"),
        None,
        says,
    )
    assert met.met_on == day("2026-12-11")
    assert due(a_placement(ends_on=None), early_days.DUE_BACK) == {}


def a_streak(on, *contacts, named=1):
    facts = a_placement(
        contacts=[ContactFact(day(made_on), True, made_by) for made_on, made_by in contacts]
    )
    weeks, _ = contact_weeks(runs=facts.runs(day(on)), calendar=CALENDAR, first_within=5)
    return streak(facts, weeks=weeks, named=named, on=day(on))


def test_a_streak_is_kept_while_this_week_is_still_open():
    found = a_streak("2026-11-24", ("2026-11-10", 1), ("2026-11-18", 2))

    assert [mark for _, mark in found.marks] == ["kept", "kept", "open"]
    assert (found.weeks_due, found.weeks_kept, found.in_a_row) == (2, 2, 2)
    assert found.share_by_named_adult == 50


def test_a_streak_breaks_on_the_day_after_the_due_day():
    on_the_day = a_streak("2026-11-26", ("2026-11-10", 1), ("2026-11-18", 1))
    after = a_streak("2026-11-27", ("2026-11-10", 1), ("2026-11-18", 1))

    assert (on_the_day.in_a_row, after.in_a_row) == (2, 0)
    assert [mark for _, mark in after.marks] == ["kept", "kept", "missed"]


def test_without_contacts_or_a_named_adult_there_is_no_share():
    assert a_streak("2026-11-24").share_by_named_adult is None
    assert a_streak("2026-11-24", ("2026-11-10", 1), named=None).share_by_named_adult is None


def test_a_first_contact_without_a_date_is_open_and_never_missed():
    facts = a_placement(starts_on=day("2027-07-20"), ends_on=day("2027-09-24"))
    on = day("2027-08-20")
    weeks, _ = contact_weeks(runs=facts.runs(on), calendar=CALENDAR, first_within=5)

    assert streak(facts, weeks=weeks, named=1, on=on).marks == ((day("2027-07-19"), "open"),)
    made = replace(facts, contacts=[ContactFact(day("2027-08-10"), True)])
    assert streak(made, weeks=weeks, named=1, on=on).in_a_row == 1
    first, *_ = expected_contacts(
        made, calendar=CALENDAR, first_within=5, role="contact_adult", on=on
    )
    assert (first.due_on, first.met_on) == (None, day("2027-08-10"))
