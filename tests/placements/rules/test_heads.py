"""Hours and heads: the worked examples E39-E46, the edges, and what may never be said."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.calendars.rules import Period
from homeward.placements.rules import heads as rules
from homeward.placements.rules.heads import (
    TODAYS_LAW,
    USUAL,
    WIDER_LAW,
    Attends,
    Line,
    Numbers,
    heads,
    is_crossed,
    verdict,
    warnings_with,
)
from tests.calendars.worked import DATA
from tests.cast import DAY

BORN = date(2012, 5, 5)
AUTUMN = Period(DAY, DAY + timedelta(days=60))


def a_child(number=1, hours=20, **more):
    return Attends(
        **{
            "pupil": number,
            "minutes": round(hours * 60),
            "born_on": BORN,
            "from_on": date(2026, 11, 2),
            **more,
        }
    )


def examples():
    with (DATA / "worked_examples.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["rule"] in {"R-UAP-02", "R-UAP-03"}]


def warned(others, mine, **more):
    asked = {"within": AUTUMN, "where": "The Boathouse", "numbers": USUAL, "on": DAY}
    return [(one.says, one.passage) for one in warnings_with(others, mine, **asked | more)]


@pytest.mark.parametrize("row", examples(), ids=lambda row: row["id"])
def test_each_worked_example_crosses_the_line_or_not(row):
    said = json.loads(row["inputs"])
    attending = [
        a_child(
            number,
            one["hours"],
            has_ehc_plan=one["ehc_plan"],
            is_looked_after=one["looked_after"],
            has_sen=one["sen_support"] or one["ehc_plan"],
        )
        for number, one in enumerate(said["pupils"])
    ]
    law = TODAYS_LAW if said["test"] == "today" else WIDER_LAW

    counted = heads(attending, on=DAY, full_time_hours=18)

    assert is_crossed(counted, law=law, numbers=USUAL) is json.loads(row["result"])["alert"]


def test_there_are_eight_worked_examples():
    assert len(examples()) == 8


def test_two_weeks_of_one_child_at_one_setting_add_up():
    halves = [a_child(1, 10), a_child(1, 9), a_child(2, 10)]

    counted = heads(halves, on=DAY, full_time_hours=18)

    assert (counted.pupils, counted.full_time) == (2, 1)


@pytest.mark.parametrize(
    ("born_on", "is_counted"),
    [
        (date(2009, 8, 31), False),  # 17 in August: school leaving date is past
        (date(2010, 9, 1), True),
        (date(2022, 1, 1), False),  # not five yet
    ],
)
def test_only_children_of_compulsory_school_age_count(born_on, is_counted):
    counted = heads([a_child(born_on=born_on)], on=DAY, full_time_hours=18)

    assert counted.pupils == is_counted


def test_who_has_left_or_not_come_yet_does_not_count():
    gone = a_child(1, to_on=DAY - timedelta(days=1))
    to_come = a_child(2, from_on=DAY + timedelta(days=1))

    assert heads([gone, to_come], on=DAY, full_time_hours=18).pupils == 0


def test_the_fifth_full_time_child_is_warned_of_with_the_rule():
    (warning,) = warned([a_child(number) for number in range(4)], [a_child(9)])

    assert warning == (
        "With this placement 5 children of compulsory school age would be full-time at "
        "The Boathouse. A setting with 5 must be registered as a school.",
        "unregistered/must-register",
    )


def test_a_looked_after_child_alone_is_enough():
    ((says, passage),) = warned([], [a_child(is_looked_after=True)])

    assert says.startswith("With this placement a child who is looked after or has an education,")
    assert says.endswith("One such child is enough: the setting must be registered as a school.")
    assert passage == "unregistered/must-register"


def test_need_alone_is_told_of_as_what_comes_and_never_as_law():
    ((says, passage),) = warned([], [a_child(has_sen=True)])

    assert says.startswith("Announced, not yet law:")
    assert passage == "unregistered/wider-definition"


def test_a_child_who_changes_nothing_is_told_that_the_line_is_crossed_already():
    five = [a_child(number) for number in range(5)]

    ((says, _),) = warned(five, [a_child(9, hours=6)])

    assert says.startswith("Even without this placement 5 children of compulsory school age are")


def test_a_line_that_is_crossed_later_says_from_when():
    later = [a_child(number, from_on=date(2026, 12, 7)) for number in range(4)]

    ((says, _),) = warned(later, [a_child(9)])

    assert "full-time at The Boathouse from Monday 7 December." in says


def test_those_who_never_meet_are_not_added_up():
    four = [a_child(number, to_on=date(2026, 11, 27)) for number in range(4)]
    late = Period(date(2026, 11, 30), date(2026, 12, 18))

    assert warned(four, [a_child(9, from_on=late.starts_on)], within=late) == []


def test_an_authoritys_own_numbers_count():
    three = [a_child(number) for number in range(2)]

    ((says, _),) = warned(three, [a_child(9)], numbers=Numbers(pupils=3))

    assert "A setting with 3 must be registered" in says


@pytest.mark.parametrize(
    ("number", "line", "says"),
    [
        (0, Line.CLEAR, "No child is full-time here: below the line of 5."),
        (3, Line.CLEAR, "3 children are full-time here: below the line of 5."),
        (4, Line.NEAR, "One more full-time child would make 5, and The Boathouse would"),
        (5, Line.CROSSED, "5 children of compulsory school age are full-time here."),
    ],
)
def test_a_setting_is_judged(number, line, says):
    there = [a_child(each) for each in range(number)]

    found = verdict(there, on=DAY, until=AUTUMN.ends_on, where="The Boathouse", numbers=USUAL)

    assert found.line == line
    assert found.says.startswith(says)
    assert found.rule.number == "R-UAP-02"


def test_a_setting_that_will_cross_the_line_says_from_when():
    there = [a_child(number) for number in range(4)]
    fifth = a_child(5, from_on=date(2026, 11, 30))

    found = verdict(
        [*there, fifth], on=DAY, until=AUTUMN.ends_on, where="The Boathouse", numbers=USUAL
    )

    assert found.line == Line.CROSSED
    assert found.says.startswith("From Monday 30 November: 5 children of compulsory school age")


def test_the_law_to_come_is_law_from_its_day_on(monkeypatch):
    begun = replace(WIDER_LAW, in_force_from=DAY)
    monkeypatch.setattr(rules, "WIDER_LAW", begun)

    ((says, passage),) = warned([], [a_child(has_sen=True)])

    assert says.startswith("With this placement a child who is looked after or has special")
    assert passage == "unregistered/wider-definition"


CHILDREN = st.lists(
    st.builds(
        a_child,
        number=st.integers(1, 9),
        hours=st.sampled_from([3, 9, 15, 18, 18.5, 25]),
        from_on=st.dates(DAY, DAY + timedelta(days=20)),
        is_looked_after=st.just(False),
        has_ehc_plan=st.just(False),
    ),
    max_size=12,
)


@given(attending=CHILDREN)
def test_fewer_than_five_full_time_without_need_are_never_warned_of(attending):
    most = max(
        (
            heads(attending, on=DAY + timedelta(days=ahead), full_time_hours=18).full_time
            for ahead in range(30)
        ),
        default=0,
    )

    crossed = rules.first_crossed(attending, within=AUTUMN, numbers=USUAL, law=TODAYS_LAW)

    assert (crossed is not None) == (most >= 5)


@given(attending=CHILDREN)
def test_full_time_are_among_the_children_and_order_does_not_matter(attending):
    counted = heads(attending, on=DAY, full_time_hours=18)

    assert counted.full_time <= counted.pupils <= len(attending)
    assert counted == heads(reversed(attending), on=DAY, full_time_hours=18)
