"""Is it happening: who is asked, when, and what becomes of a no."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from homeward.placements.rules.facts import AdjustmentFact, Facts, TeacherFact, TickFact
from homeward.placements.rules.ticks import (
    NOT_HAPPENING,
    OTHERS,
    TICK,
    expected_ticks,
    fortnights,
    owners,
)
from tests.calendars.worked import example_calendar

PASS = "0193a2f0-0000-7000-8000-0000000000a1"
BACK = date(2026, 11, 9)
HASSAN = TeacherFact(1, "Ms Nadia Hassan", person=11, subject="Maths", reference="hassan")
FELL = TeacherFact(2, "Mr Tom Fell", subject="English, Form")
SMITH = TeacherFact(3, "Mr Alan Smith", subject="Geography")
SMYTHE = TeacherFact(4, "Ms Beth Smith", subject="Drama")
ALL = (HASSAN, FELL, SMITH, SMYTHE)
FACTS = Facts(
    reference=UUID(int=1),
    kind="short_term",
    starts_on=date(2026, 9, 14),
    ends_on=date(2026, 12, 18),
    agreed_on=date(2026, 9, 10),
    return_began_on=BACK,
    adjustments=(AdjustmentFact(PASS, "A pass to leave the room", "Ms Hassan"),),
    teachers=ALL,
)


@pytest.fixture
def calendar():
    return example_calendar()


def adjustment(who, person=None):
    return AdjustmentFact(PASS, "A pass", who, person=person)


@pytest.mark.parametrize(
    ("who", "keys"),
    [
        ("Ms Nadia Hassan", ["t1"]),
        ("Ms Hassan", ["t1"]),
        ("hassan", ["t1"]),
        ("N. Hassan", ["t1"]),
        ("Mr Fell and Ms Hassan", ["t2", "t1"]),
        ("A Smith", ["t3"]),
        ("Smith", ["lead"]),
        ("Maths teacher", ["t1"]),
        ("the teacher of English", ["t2"]),
        ("All staff", ["t1", "t2", "t3", "t4"]),
        ("all teachers", ["t1", "t2", "t3", "t4"]),
        ("Every teacher of 9B", ["t1", "t2", "t3", "t4"]),
        ("Everybody", ["t1", "t2", "t3", "t4"]),
        ("The kitchen", ["lead"]),
        ("Ms Hassan, the kitchen", ["t1", "lead"]),
        ("", ["lead"]),
    ],
)
def test_who_is_asked(who, keys):
    assert [one.key for one in owners(adjustment(who), ALL)] == keys


def test_the_person_of_the_plan_is_asked():
    assert [one.key for one in owners(adjustment("SENCO", person=11), ALL)] == ["t1"]
    assert [one.key for one in owners(adjustment("SENCO", person=99), ALL)] == ["p99"]


def test_six_school_weeks_are_three_fortnights_and_holidays_are_not_counted(calendar):
    found = fortnights(date(2026, 12, 7), calendar=calendar, weeks=6, every_weeks=2)

    assert [(one.asked_on, one.due_on) for one in found] == [
        (date(2026, 12, 7), date(2026, 12, 18)),
        (date(2027, 1, 4), date(2027, 1, 15)),
        (date(2027, 1, 18), date(2027, 1, 29)),
    ]


def asked(calendar, facts=FACTS, on=date(2026, 11, 18)):
    return expected_ticks(facts, calendar=calendar, weeks=6, every_weeks=2, role="ap_lead", on=on)


def tick(asked_on, happening, teacher=1, on=None):
    return TickFact(PASS, asked_on, happening, on or asked_on + timedelta(days=8), teacher=teacher)


def test_an_owner_has_one_line_a_fortnight(calendar):
    (line,) = asked(calendar)

    assert (line.kind, line.person, line.period) == (TICK, 11, "hassan-2026-11-09")
    assert (line.opens_on, line.due_on) == (date(2026, 11, 16), date(2026, 11, 20))


def test_those_who_do_not_sign_in_share_one_line_of_the_lead(calendar):
    everybody = replace(FACTS, adjustments=(adjustment("All teachers"),))

    lines = {line.kind: line for line in asked(calendar, everybody)}

    assert lines[OTHERS].person is None
    assert lines[OTHERS].subject == "Mr Tom Fell, Mr Alan Smith, Ms Beth Smith"
    assert lines[TICK].person == 11


def test_what_was_said_meets_the_line(calendar):
    said = replace(FACTS, ticks=(tick(BACK, "yes"),))

    assert asked(calendar, said)[0].met_on == date(2026, 11, 17)


def test_what_the_lead_writes_down_for_a_person_meets_their_line(calendar):
    theirs = replace(FACTS, adjustments=(adjustment("Joe Adeyemi", person=77),))
    by_lead = TickFact(PASS, BACK, "yes", BACK + timedelta(days=8), person=5)

    (found,) = asked(calendar, replace(theirs, ticks=(by_lead,)))

    assert (found.person, found.met_on) == (77, date(2026, 11, 17))


def test_what_was_not_said_lapses_when_the_next_fortnight_is_asked_about(calendar):
    later = asked(calendar, on=date(2026, 12, 1))

    assert later[0].lapsed_on == date(2026, 11, 30)
    assert later[1].lapsed_on is None


def test_a_no_twice_in_a_row_is_due_from_the_lead(calendar):
    second = date(2026, 11, 23)
    said = replace(FACTS, ticks=(tick(BACK, "no"), tick(second, "no")))

    lines = [one for one in asked(calendar, said, date(2026, 12, 2)) if one.kind == NOT_HAPPENING]

    assert [(one.due_on, one.subject, one.met_on) for one in lines] == [
        (date(2026, 12, 1), "A pass to leave the room", None)
    ]
    looked = replace(said.adjustments[0], looked_on=date(2026, 12, 2))
    again = asked(calendar, replace(said, adjustments=(looked,)), date(2026, 12, 2))
    assert [one.met_on for one in again if one.kind == NOT_HAPPENING] == [date(2026, 12, 2)]


@pytest.mark.parametrize("answers", [("no", "yes"), ("partly", "no"), ("no",)])
def test_no_other_answers_are_due_from_the_lead(calendar, answers):
    days = (BACK, date(2026, 11, 23))
    ticks = tuple(tick(day, said) for day, said in zip(days, answers, strict=False))

    found = asked(calendar, replace(FACTS, ticks=ticks), date(2026, 12, 2))

    assert all(one.kind != NOT_HAPPENING for one in found)


def test_nobody_is_asked_before_the_return_or_of_a_child_who_moved(calendar):
    assert asked(calendar, replace(FACTS, return_began_on=None)) == []
    moved = replace(FACTS, ended_on=date(2026, 11, 16), outcome="moved")
    assert asked(calendar, moved) == []


def test_it_goes_on_after_the_placement_has_ended_with_the_return(calendar):
    back = replace(
        FACTS, return_began_on=None, checks_from_on=BACK, ended_on=BACK, outcome="returned"
    )

    assert [one.kind for one in asked(calendar, back)] == [TICK]
