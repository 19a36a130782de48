"""The checklist in four voices, where views differ, what changed, and when a look is due."""

from datetime import timedelta

import pytest

from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import Rater
from homeward.placements.rules import readiness as rules
from homeward.placements.rules.expected import expected
from homeward.placements.rules.readiness import Said, Viewer, is_asked, side_by_side
from homeward.placements.rules.statements import LEVELS, checklist, statements
from tests.calendars.worked import example_calendar

from .worked import a_placement, day

CALENDAR = example_calendar()
BRIDGE = 7
NOW, BEFORE = "2026-27/autumn-2", "2026-27/autumn-1"
KEYS = [one.key for one in statements()]


def said(half_term=NOW, on="2026-11-24", **answers):
    return Said(
        half_term, day(on), "Somebody", {KEYS[int(at[1:])]: to for at, to in answers.items()}
    )


def viewers(child=(), school=(), provider=()):
    return [
        Viewer("child", Rater.CHILD, "Amira", child),
        Viewer("provider", Rater.PROVIDER, "Provider", provider),
        Viewer("school", Rater.SCHOOL, "School", school),
    ]


def due(facts, on="2026-11-24", **more):
    found = expected(facts, calendar=CALENDAR, policy=Policy(), on=day(on), **more)
    return {one.period: one for one in found if one.kind == rules.READINESS}


def test_there_are_twelve_statements_in_four_areas():
    assert [len(area.statements) for area in checklist()] == [3, 3, 3, 3]
    assert len(set(KEYS)) == 12


@pytest.mark.parametrize("one", statements(), ids=KEYS)
def test_each_statement_speaks_in_four_voices_and_names_no_child_to_the_child(one):
    spoken = {rater: one.says(rater, "Amira") for rater in Rater}

    assert all(says.endswith(".") and "{" not in says for says in spoken.values())
    assert "Amira" not in spoken[Rater.CHILD]
    assert all(len(sentence.split()) <= 20 for says in spoken.values() for sentence in [says])


def test_no_statement_is_a_sum_or_a_mark():
    words = " ".join(one.says(rater, "") for one in statements() for rater in Rater).lower()

    assert not {"pass", "score", "fail", "ready", "behave", "behaviour"} & set(words.split())


def test_where_views_differ_most_comes_first_and_ties_keep_their_order():
    shown = side_by_side(
        viewers(
            child=[said(_0=3, _1=1, _2=2, _3=4)],
            school=[said(_0=5, _1=5, _2=4, _3=4)],
        ),
        half_term=NOW,
    )

    assert [one.statement.key for one in shown.differently] == [KEYS[1], KEYS[0], KEYS[2]]
    assert [one.apart for one in shown.differently] == [4, 2, 2]
    assert [one.statement.key for one in shown.alike] == [KEYS[3]]


def test_one_level_apart_is_seen_alike():
    shown = side_by_side(viewers(child=[said(_0=3)], school=[said(_0=4)]), half_term=NOW)

    assert shown.differently == ()
    assert [(one.statement.key, one.apart) for one in shown.alike] == [(KEYS[0], 1)]


def test_what_fewer_than_two_answered_is_not_compared():
    shown = side_by_side(viewers(child=[said(_0=1)], school=[said(_1=5)]), half_term=NOW)

    assert len(shown.open) == 12
    assert {one.apart for one in shown.open} == {None}
    assert [view.says for view in shown.open[0].views] == [
        "Not yet",
        "Has not looked yet",
        "Left out",
    ]


def test_the_newest_look_of_a_half_term_stands():
    shown = side_by_side(
        viewers(child=[said(_0=1), said(on="2026-12-01", _1=2)], school=[said(_0=5, _1=5)]),
        half_term=NOW,
    )

    assert [one.statement.key for one in shown.differently] == [KEYS[1]]


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        (2, 4, "Up, from “A little”"),
        (5, 1, "Down, from “Yes”"),
        (3, 3, "As last time"),
        (None, 3, "Left out last time"),
    ],
)
def test_change_is_said_in_words(before, now, says):
    earlier = said(BEFORE, "2026-10-01", **({"_0": before} if before else {"_1": 3}))

    shown = side_by_side(viewers(child=[earlier, said(_0=now)], school=[said(_0=3)]), half_term=NOW)

    view = next(
        one.views[0] for one in (*shown.differently, *shown.alike) if one.statement.key == KEYS[0]
    )
    assert view.change == says


def test_a_first_look_says_so_and_an_earlier_half_term_knows_nothing_of_a_later_one():
    looks = viewers(child=[said(BEFORE, "2026-10-01", _0=1), said(_0=5)])

    first = side_by_side(looks, half_term=BEFORE).open[0].views[0]

    assert (first.says, first.change) == ("Not yet", "First time")


def test_a_half_term_left_out_between_is_compared_with_the_time_before_it():
    looks = viewers(child=[said("2025-26/summer-2", "2026-07-01", _0=1), said(_0=5)])

    assert side_by_side(looks, half_term=NOW).open[0].views[0].change == "Up, from “Not yet”"


def test_school_and_provider_are_asked_in_each_half_term_that_has_its_own_review():
    lines = due(a_placement(provider=BRIDGE))

    assert set(lines) == {f"{NOW}/school", f"{NOW}/provider"}
    school, provider = lines[f"{NOW}/school"], lines[f"{NOW}/provider"]
    assert (school.role, school.owner, school.due_on) == ("ap_lead", None, day("2026-12-18"))
    assert (provider.role, provider.owner, provider.due_on) == (
        "key_worker",
        BRIDGE,
        day("2026-12-18"),
    )
    assert school.opens_on == day("2026-11-09")
    assert "last school day of the half term" in school.arithmetic


def test_a_half_term_of_fewer_than_ten_school_days_asks_for_no_look():
    assert due(a_placement(provider=BRIDGE, ends_on=day("2026-11-19")), on="2026-11-16") == {}


def test_each_side_meets_its_own_line_and_a_look_in_the_holiday_still_counts():
    lines = due(
        a_placement(provider=BRIDGE, rated_on={"school": [day("2026-12-29")]}), on="2026-12-29"
    )

    assert lines[f"{NOW}/school"].met_on == day("2026-12-29")
    assert lines[f"{NOW}/provider"].met_on is None


def test_a_half_term_that_was_missed_asks_no_more_after_the_next_look():
    facts = a_placement(
        provider=BRIDGE,
        starts_on=day("2026-10-05"),
        rated_on={"school": [day("2026-11-10")], "provider": []},
    )

    lines = due(facts)

    assert lines[f"{BEFORE}/school"].lapsed_on == day("2026-11-10")
    assert lines[f"{BEFORE}/provider"].lapsed_on is None
    assert lines[f"{NOW}/school"].met_on == day("2026-11-10")


def test_the_team_looks_for_a_child_without_a_school():
    lines = due(a_placement(provider=BRIDGE, has_school=False), team=3)

    assert (lines[f"{NOW}/school"].role, lines[f"{NOW}/school"].team) == ("exclusions_officer", 3)
    assert lines[f"{NOW}/provider"].team is None


def test_an_ending_asks_for_no_look_any_more():
    lines = due(a_placement(provider=BRIDGE, ended_on=day("2026-11-23")))

    assert {one.lapsed_on for one in lines.values()} == {day("2026-11-23")}


def test_a_draft_asks_for_nothing():
    assert due(a_placement(provider=BRIDGE, agreed_on=None)) == {}


@pytest.mark.parametrize(
    ("on", "key"),
    [
        ("2026-11-24", NOW),
        ("2026-10-28", BEFORE),
        ("2026-12-28", NOW),
        ("2035-03-05", "2035-03"),
    ],
)
def test_a_look_is_kept_under_its_half_term_or_its_month(on, key):
    assert rules.half_term_of(day(on), CALENDAR) == key


@pytest.mark.parametrize(
    ("key", "says"),
    [(NOW, "Autumn term 2026-27, second half"), ("2035-03", "March 2035")],
)
def test_a_half_term_is_said_in_words(key, says):
    assert rules.half_term_says(key) == says


def test_the_levels_are_five_and_in_words():
    assert list(LEVELS) == [1, 2, 3, 4, 5]
    assert LEVELS[1] == "Not yet"


@pytest.mark.parametrize(
    ("ended", "asked", "looked", "is_so"),
    [
        (None, None, None, False),
        (None, 5, None, False),
        (None, 0, None, True),
        (None, -9, -10, True),
        (None, -9, -9, False),
        (1, -9, None, True),
        (0, -9, None, False),
    ],
)
def test_a_family_is_asked_once_in_each_half_term_until_the_end(ended, asked, looked, is_so):
    on = day("2026-11-24")
    days = [None if one is None else on + timedelta(days=one) for one in (ended, asked, looked)]

    assert is_asked(*days, on=on) is is_so
