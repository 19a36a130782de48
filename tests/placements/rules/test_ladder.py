"""The return ladder: its length, where the child is on it, and what it asks on the way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.placements.codes import LadderMoveKind
from homeward.placements.rules import ladder
from homeward.placements.rules.facts import LadderFact
from homeward.placements.rules.ladder import (
    months_after,
    position_after,
    possible_moves,
    standing,
    weeks_part_time,
)
from tests.calendars.worked import example_calendar

from .strategies import CALENDARS, INSIDE, often
from .worked import Example, a_placement, day, examples

CALENDAR = example_calendar()
ON = day("2026-11-24")
MOVES = st.lists(
    st.tuples(st.sampled_from(list(LadderMoveKind)), st.integers(0, 90), st.integers(1, 3)),
    max_size=12,
)


def a_ladder(starts="2026-11-30", full="2027-01-25", **facts):
    usual = {
        "number": 1,
        "starts_on": day(starts),
        "full_time_on": day(full),
        "written_on": ON,
    }
    return LadderFact(**{**usual, **facts})


def each(found: list[Example]):
    return pytest.mark.parametrize("example", found, ids=lambda example: example.id)


def looks(facts, on=ON, calendar=CALENDAR):
    return {
        one.period: one
        for one in ladder.expected_looks(
            facts, calendar=calendar, every_weeks=2, role="ap_lead", on=on
        )
    }


def gaps(facts, on=ON):
    found = ladder.expected_ladder_gaps(
        facts, calendar=CALENDAR, most_weeks=6, role="ap_lead", on=on
    )
    return {one.period: one for one in found}


def iso(answer):
    return answer.isoformat() if answer else None


@each(examples("ladder_weeks"))
def test_the_school_weeks_of_a_ladder(example: Example):
    weeks = weeks_part_time(
        starts_on=day(example.inputs["starts"]),
        full_time_on=day(example.inputs["full"]),
        calendar=example.calendar(),
    )

    assert weeks == example.result["ladder_weeks"]


@each(examples("looks"))
def test_the_fortnights_of_a_ladder(example: Example):
    inputs = example.inputs
    moves = tuple((kind, day(on), step) for kind, on, step in inputs.get("moves", ()))
    facts = a_placement(
        return_began_on=day(inputs["began"]),
        ladder=a_ladder(inputs["starts"], inputs["full"], moves=moves),
    )

    found = looks(facts, on=example.on())

    assert {period: iso(one.due_on) for period, one in found.items()} == example.result["looks"]
    if "met" in example.result:
        assert {period: iso(one.met_on) for period, one in found.items()} == example.result["met"]


def test_a_look_that_was_missed_asks_nothing_once_the_next_was_made():
    moves = (("start", day("2026-11-30"), 1), ("on", day("2026-12-15"), 2))
    found = looks(
        a_placement(return_began_on=day("2026-11-30"), ladder=a_ladder(moves=moves)),
        on=day("2026-12-16"),
    )

    assert found["2026-11-30"].met_on is None
    assert found["2026-11-30"].lapsed_on == day("2026-12-15")
    assert found["2026-12-14"].met_on == day("2026-12-15")


def test_past_the_day_of_full_time_each_fortnight_is_still_looked_at():
    facts = a_placement(
        return_began_on=day("2026-11-30"), ladder=a_ladder(full="2026-12-14"), ends_on=None
    )

    assert set(looks(facts, on=day("2027-01-20"))) == {
        "2026-11-30",
        "2026-12-14",
        "2026-12-28",
        "2027-01-11",
    }


def test_without_steps_or_once_full_time_there_is_nothing_to_look_at():
    began = day("2026-11-30")
    whole = a_placement(return_began_on=began, ladder=a_ladder(full="2026-11-30"))
    at_once = a_placement(return_began_on=began, ladder=a_ladder(moves=(("full_time", began, 3),)))

    assert looks(whole, on=day("2026-12-14")) == {}
    assert looks(at_once, on=day("2026-12-14")) == {}
    assert looks(a_placement(ladder=a_ladder())) == {}
    assert looks(a_placement(return_began_on=began)) == {}


def test_before_part_time_the_parent_answers_and_the_authority_hears():
    found = gaps(a_placement(ladder=a_ladder()))

    assert set(found) == {"parent", "authority"}
    assert {one.due_on for one in found.values()} == {day("2026-11-30")}
    assert {one.opens_on for one in found.values()} == {ON}


def test_a_longer_ladder_also_needs_the_headteachers_reason_and_the_authority_anew():
    told = {"authority": [day("2026-11-20")]}
    short = gaps(a_placement(ladder=a_ladder(), told_days=told))
    longer = gaps(a_placement(ladder=a_ladder(full="2027-02-08"), told_days=told))

    assert short["authority"].met_on == day("2026-11-20")
    assert (longer["reason"].role, longer["reason"].met_on) == ("headteacher", None)
    assert longer["authority"].met_on is None
    with_reason = a_ladder(full="2027-02-08", has_reason_for_longer=True)
    assert gaps(a_placement(ladder=with_reason))["reason"].met_on == ON


def test_a_parent_who_said_no_is_not_asked_again_but_full_time_is_offered():
    facts = a_placement(ladder=a_ladder(parent_agrees=False, answered_on=day("2026-11-26")))
    agreed = a_placement(ladder=a_ladder(parent_agrees=True, answered_on=day("2026-11-26")))

    offer = ladder.expected_offer(facts, calendar=CALENDAR, role="ap_lead", on=ON)

    assert "parent" not in gaps(facts)
    assert [(one.opens_on, one.due_on) for one in offer] == [
        (day("2026-11-26"), day("2026-11-30"))  # 27 November is an INSET day
    ]
    assert ladder.expected_offer(agreed, calendar=CALENDAR, role="ap_lead", on=ON) == []
    assert gaps(agreed)["parent"].met_on == day("2026-11-26")


def test_a_ladder_without_steps_takes_the_offer_away():
    whole = a_ladder(full="2026-11-30", parent_agrees=False, answered_on=day("2026-11-26"))

    assert (
        ladder.expected_offer(a_placement(ladder=whole), calendar=CALENDAR, role="ap_lead", on=ON)
        == []
    )
    assert gaps(a_placement(ladder=whole)) == {}


def test_each_month_of_part_time_the_authority_hears_how_it_goes():
    facts = a_placement(
        return_began_on=day("2026-11-30"),
        ladder=a_ladder(full="2027-02-08"),
        told_days={"authority": [ON, day("2026-12-28")]},
    )

    found = gaps(facts, on=day("2027-01-05"))

    assert found["authority-2"].due_on == day("2026-12-30")
    assert found["authority-2"].met_on == day("2026-12-28")
    assert (found["authority-3"].opens_on, found["authority-3"].due_on) == (
        day("2026-12-31"),
        day("2027-01-30"),
    )
    assert "authority-4" not in found


def test_full_time_is_due_on_its_day_and_what_was_missed_ends_with_it():
    moves = (("start", day("2026-11-30"), 1), ("full_time", day("2027-01-12"), 3))
    facts = a_placement(return_began_on=day("2026-11-30"), ladder=a_ladder(moves=moves))

    (full,) = ladder.expected_full_time(
        facts, calendar=CALENDAR, role="ap_lead", on=day("2027-01-12")
    )

    assert (full.due_on, full.met_on) == (day("2027-01-25"), day("2027-01-12"))
    assert gaps(facts, on=day("2027-01-12"))["parent"].lapsed_on == day("2027-01-12")


def test_a_return_that_was_taken_back_leaves_full_time_to_come():
    moves = (("full_time", day("2026-11-23"), 3),)
    facts = a_placement(ladder=a_ladder(moves=moves))

    (full,) = ladder.expected_full_time(facts, calendar=CALENDAR, role="ap_lead", on=ON)

    assert full.met_on is None
    assert gaps(facts)["parent"].lapsed_on is None


def test_full_time_set_for_a_holiday_is_due_on_the_next_school_day():
    facts = a_placement(ladder=a_ladder(full="2027-02-17"))

    (full,) = ladder.expected_full_time(facts, calendar=CALENDAR, role="ap_lead", on=ON)

    assert full.due_on == day("2027-02-22")


def test_a_child_with_no_school_yet_is_asked_for_none_of_this():
    facts = a_placement(
        has_school=False,
        return_began_on=day("2026-11-30"),
        ladder=a_ladder(parent_agrees=False, answered_on=ON),
    )

    assert looks(facts) == {}
    assert gaps(facts) == {}
    assert ladder.expected_full_time(facts, calendar=CALENDAR, role="x", on=ON) == []
    assert ladder.expected_offer(facts, calendar=CALENDAR, role="x", on=ON) == []


@pytest.mark.parametrize(
    ("moves", "position", "is_paused", "is_full"),
    [
        ([], 1, False, False),
        ([("start", 1)], 1, False, False),
        ([("start", 1), ("on", 2), ("stay", 2)], 2, False, False),
        ([("start", 1), ("on", 2), ("back", 1)], 1, False, False),
        ([("start", 1), ("on", 2), ("pause", 2)], 2, True, False),
        ([("start", 1), ("pause", 1), ("resume", 1)], 1, False, False),
        ([("start", 1), ("full_time", 3), ("stay", 3)], 3, False, True),
        ([("start", 1), ("full_time", 3), ("back", 3)], 3, False, False),
    ],
)
def test_where_the_child_is_on_the_ladder(moves, position, is_paused, is_full):
    dated = [(kind, ON + timedelta(days=at), step) for at, (kind, step) in enumerate(moves)]

    now = standing(dated, ON + timedelta(days=30))

    assert (now.position, now.is_paused, now.full_time_on is not None) == (
        position,
        is_paused,
        is_full,
    )


def test_what_happens_later_does_not_count_yet():
    moves = [("start", ON, 1), ("on", ON + timedelta(days=7), 2)]

    assert standing(moves, ON).position == 1


@given(MOVES, st.integers(1, 4))
@often
def test_whatever_happened_the_child_stands_on_a_step_there_is_and_something_can_follow(
    said, steps
):
    moves = sorted((kind, ON + timedelta(days=at), min(step, steps)) for kind, at, step in said)
    now = standing(sorted(moves, key=lambda move: move[1]), ON + timedelta(days=91))

    following = possible_moves(now, steps=steps)

    assert LadderMoveKind.STAY in following
    assert len(following) == len(set(following))
    for kind in following:
        assert 1 <= position_after(now, kind, steps=steps) <= steps


@given(CALENDARS, INSIDE, st.integers(0, 120), MOVES, st.integers(0, 150))
@often
def test_fortnights_follow_one_another_and_each_is_due_within_itself(
    calendar, began, length, said, later
):
    full = began + timedelta(days=length)
    moves = tuple(
        sorted(
            (("start", began, 1), *((kind, began + timedelta(days=at), 1) for kind, at, _ in said)),
            key=lambda move: move[1],
        )
    )
    fact = LadderFact(1, began, full, began, moves=moves)
    facts = a_placement(starts_on=began, ends_on=full, return_began_on=began, ladder=fact)
    on = began + timedelta(days=later)

    found = looks(facts, on=on, calendar=calendar)

    for period, one in found.items():
        starts = date.fromisoformat(period)
        assert (starts - began).days % 14 == 0
        if one.due_on:
            assert starts <= one.due_on < starts + timedelta(days=14)
            assert calendar.is_school_day(one.due_on)
        assert one.met_on is None or starts <= one.met_on < starts + timedelta(days=14)
        assert not (one.met_on and one.lapsed_on)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 30))
@often
def test_months_on_is_the_same_day_or_the_last_of_its_month(start, months):
    found = months_after(start, months)

    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
    assert found.day == start.day or (found + timedelta(days=1)).day == 1
