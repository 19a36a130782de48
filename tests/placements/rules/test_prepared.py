"""*School is prepared*: what the school misses, by when, and that nothing of it keeps a child away."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import LineKind
from homeward.placements.rules import ladder, prepared
from homeward.placements.rules.expected import expected
from homeward.placements.rules.facts import (
    AdjustmentFact,
    BriefingFact,
    LadderFact,
    ReviewFact,
    TeacherFact,
)
from homeward.placements.rules.plan import Line, PlanText
from homeward.placements.rules.prepared import planned_on, school_gaps
from homeward.placements.rules.returning import KINDS
from homeward.placements.rules.stage import Stage, stage
from tests.calendars.worked import example_calendar

from .strategies import PLACEMENTS, often
from .worked import a_placement, day

CALENDAR = example_calendar()
ON = day("2026-11-24")
FIRST, FULL = day("2026-11-30"), day("2026-12-14")
SUPPORT = Line(
    kind=LineKind.SUPPORT, thread=UUID(int=1), what="Time with Joe", who="Joe", by_on=FIRST
)
PLAN = PlanText(route="home_school", looked_for="Two calm weeks.", lines=(SUPPORT,))
LADDER = LadderFact(
    number=1,
    starts_on=FIRST,
    full_time_on=FULL,
    written_on=ON,
    has_safe_adult=True,
    parent_agrees=True,
    answered_on=ON,
)
PASS = AdjustmentFact(thread=str(UUID(int=7)), what="A pass to leave the room", who="9B")
TOLD = {"return": [ON], "authority": [ON]}
WHOLE = a_placement(plan=PLAN, ladder=LADDER, adjustments=[PASS], told_days=TOLD)


def keys(facts, most_weeks=6):
    return [gap.key for gap in school_gaps(facts, calendar=CALENDAR, most_weeks=most_weeks)]


def due(facts, kind, on=ON):
    found = expected(facts, calendar=CALENDAR, policy=Policy(), on=on)
    return {one.period: one for one in found if one.kind == kind}


def test_nothing_is_missed_where_all_is_written_owned_and_told():
    assert keys(WHOLE) == []


@pytest.mark.parametrize(
    ("facts", "missed"),
    [
        ({"plan": replace(PLAN, route="")}, ["route"]),
        ({"plan": replace(PLAN, looked_for="")}, ["looked-for"]),
        ({"plan": replace(PLAN, lines=())}, ["support"]),
        ({"plan": replace(PLAN, lines=(replace(SUPPORT, by_on=None),))}, ["support"]),
        ({"adjustments": [replace(PASS, who="")]}, ["owners"]),
        ({"adjustments": [replace(PASS, who="", person=3)]}, []),
        ({"told_days": {"authority": [ON]}}, ["staff"]),
        ({"told_days": {**TOLD, "return": [day("2026-11-23")]}}, ["staff"]),
        ({"ladder": replace(LADDER, has_safe_adult=False)}, ["adult"]),
        ({"ladder": replace(LADDER, has_safe_adult=False), "has_return_adult": True}, []),
        ({"ladder": replace(LADDER, parent_agrees=None)}, ["parent"]),
        ({"ladder": replace(LADDER, parent_agrees=False)}, ["offer"]),
        ({"told_days": {"return": [ON]}}, ["authority"]),
        ({"ladder": replace(LADDER, full_time_on=day("2027-02-08"))}, ["reason"]),
        ({"ladder": replace(LADDER, full_time_on=FIRST, parent_agrees=None)}, []),
        (
            {
                "ladder": replace(LADDER, parent_agrees=None, moves=(("full_time", FIRST, 2),)),
                "return_began_on": FIRST,
            },
            [],
        ),
    ],
)
def test_each_thing_that_the_school_misses_is_named(facts, missed):
    assert keys(replace(WHOLE, **facts)) == missed


def test_without_a_ladder_the_plan_the_adult_and_the_staff_are_asked_for():
    bare = a_placement(return_began_on=FIRST)

    assert keys(bare) == ["route", "looked-for", "support", "adult", "staff"]


def test_every_gap_has_a_page_on_which_it_is_closed():
    missing = replace(
        WHOLE,
        plan=PlanText(),
        adjustments=[replace(PASS, who="")],
        told_days={},
        ladder=replace(
            LADDER, has_safe_adult=False, parent_agrees=None, full_time_on=day("2027-02-08")
        ),
    )
    no = replace(missing, ladder=replace(LADDER, parent_agrees=False))

    named = replace(missing, teachers=[HASSAN, FELL])
    unread = replace(named, briefings={"return": briefing(day("2027-03-01"))})

    found = {key for facts in (missing, no, named, unread) for key in keys(facts)}
    assert found == set(prepared.PAGES)


HASSAN = TeacherFact(1, "Ms Hassan", person=11, from_on=day("2026-09-02"))
FELL = TeacherFact(2, "Mr Fell", from_on=day("2026-09-02"))


def briefing(out_on, *read, excused_on=None):
    return BriefingFact("return", 1, out_on, dict.fromkeys(read, out_on), excused_on)


@pytest.mark.parametrize(
    ("out", "missing"),
    [
        (None, ["briefing"]),
        (briefing(day("2020-01-01"), 1, 2), ["briefing"]),
        (briefing(day("2027-03-01")), ["read"]),
        (briefing(day("2027-03-01"), 1), ["read"]),
        (briefing(day("2027-03-01"), 1, 2), []),
        (briefing(day("2027-03-01"), 1, excused_on=day("2027-03-02")), []),
    ],
)
def test_named_teachers_have_the_briefing_and_have_read_it_or_it_is_said_why_not(out, missing):
    facts = replace(
        WHOLE,
        ladder=LADDER,
        teachers=[HASSAN, FELL],
        briefings={"return": out} if out else {},
    )

    assert [key for key in keys(facts) if key in ("staff", "briefing", "read")] == missing


@pytest.mark.parametrize(
    ("facts", "planned"),
    [
        ({"ladder": LADDER}, FIRST),
        ({}, None),
        ({"reviews": [ReviewFact(ON, "return")]}, day("2027-01-05")),
        (
            {
                "reviews": [ReviewFact(ON, "return")],
                "plan": replace(PLAN, target_on=day("2026-12-07")),
            },
            day("2026-12-07"),
        ),
        (
            {
                "reviews": [ReviewFact(ON, "return")],
                "plan": replace(PLAN, target_on=day("2026-11-02")),
            },
            day("2027-01-05"),
        ),
        (
            {"reviews": [ReviewFact(ON, "return"), ReviewFact(day("2026-12-01"), "continue")]},
            None,
        ),
        ({"reviews": [ReviewFact(ON, "return"), ReviewFact(day("2026-12-01"))]}, day("2027-01-05")),
        ({"reviews": [ReviewFact(ON, "return")], "ends_on": None}, None),
        ({"reviews": [ReviewFact(ON, "return")], "ends_on": day("2027-08-31")}, None),
    ],
)
def test_the_planned_first_day_back(facts, planned):
    assert planned_on(a_placement(**facts), calendar=CALENDAR) == planned


def test_the_mark_and_each_adjustment_are_due_by_the_first_day():
    mark, pass_ = due(WHOLE, prepared.PREPARED)["mark"], due(WHOLE, prepared.ADJUSTMENT)

    assert (mark.due_on, mark.role, mark.met_on) == (FIRST, "headteacher", None)
    assert [(one.due_on, one.subject) for one in pass_.values()] == [
        (FIRST, "A pass to leave the room")
    ]
    assert due(WHOLE, prepared.RETURN_GAP) == {}
    assert due(WHOLE, prepared.FIRST_DAY)["first-day"].due_on == FIRST


def test_a_child_who_comes_sooner_makes_everything_due_that_day():
    sooner = day("2026-11-23")
    early = replace(
        WHOLE,
        return_began_on=sooner,
        told_days={},
        ladder=replace(LADDER, written_on=day("2026-11-20")),
    )

    assert due(early, prepared.PREPARED)["mark"].due_on == sooner
    assert due(early, prepared.ADJUSTMENT)[PASS.thread].due_on == sooner
    assert {key: one.due_on for key, one in due(early, prepared.RETURN_GAP).items()} == {
        "staff": sooner
    }
    assert due(early, ladder.LADDER_GAP)["authority"].due_on == sooner
    assert due(early, prepared.FIRST_DAY)["first-day"].met_on == sooner


def test_a_gap_of_the_ladder_is_asked_once():
    began = replace(
        WHOLE, return_began_on=FIRST, told_days={}, ladder=replace(LADDER, parent_agrees=None)
    )

    assert set(due(began, prepared.RETURN_GAP, on=FIRST)) == {"staff"}
    assert set(due(began, ladder.LADDER_GAP, on=FIRST)) == {"parent", "authority"}


def test_the_mark_is_met_by_the_approval_that_stands():
    given_ = replace(WHOLE, prepared_on=day("2026-11-26"), approved_on=day("2026-11-26"))

    assert due(given_, prepared.PREPARED)["mark"].met_on == day("2026-11-26")


def test_a_plan_that_changes_after_the_approval_opens_the_mark_again():
    changed = day("2026-12-08")
    opened = replace(
        WHOLE,
        return_began_on=FIRST,
        approved_on=day("2026-11-26"),
        reopened_on=changed,
        told_days={**TOLD, "return": []},
    )

    mark = due(opened, prepared.PREPARED, on=changed)["mark"]
    assert (mark.met_on, mark.due_on) == (None, changed)
    assert mark.arithmetic == "the plan changed after it was approved"
    assert due(opened, prepared.RETURN_GAP, on=changed)["staff"].due_on == FIRST


def test_once_full_time_a_change_of_the_plan_opens_nothing():
    moves = (("start", FIRST, 1), ("full_time", FULL, 2))
    full = replace(
        WHOLE,
        return_began_on=FIRST,
        ladder=replace(LADDER, moves=moves),
        approved_on=day("2026-11-26"),
        reopened_on=day("2026-12-15"),
    )

    assert due(full, prepared.PREPARED, on=day("2026-12-15"))["mark"].met_on == day("2026-11-26")


def test_a_child_with_no_school_yet_comes_back_to_none():
    facts = replace(WHOLE, has_school=False, return_began_on=FIRST)

    found = expected(facts, calendar=CALENDAR, policy=Policy(), on=FIRST)
    assert {one.kind for one in found} & KINDS == set()


def test_after_an_ending_the_school_is_asked_nothing_more():
    ended = replace(WHOLE, return_began_on=FIRST, ended_on=FULL, told_days={})

    found = expected(ended, calendar=CALENDAR, policy=Policy(), on=day("2026-12-20"))
    assert all(one.met_on or one.lapsed_on for one in found if one.kind in KINDS)


@given(PLACEMENTS, st.booleans(), st.booleans(), st.integers(0, 60))
@often
def test_nothing_the_school_misses_changes_where_the_child_is(placement, is_told, is_owned, after):
    facts, on = placement
    began = facts.begins_on
    if began is None or facts.ended_on or began > on:
        return
    back = replace(facts, has_school=True, return_began_on=began, told_days=TOLD if is_told else {})
    back = replace(back, adjustments=[PASS if is_owned else replace(PASS, who="")])
    back = replace(back, ladder=None, reopened_on=None)

    assert stage(back, on) in {Stage.RETURNING, Stage.AGREED}
    for one in expected(back, calendar=CALENDAR, policy=Policy(), on=on):
        if one.kind in {prepared.PREPARED, prepared.ADJUSTMENT, prepared.RETURN_GAP}:
            assert one.due_on == began
            assert one.opens_on <= one.due_on
