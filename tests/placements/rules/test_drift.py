"""The one sentence of the overview: right for twelve planted drifts, and never wrong of the rest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.placements.codes import DriftKind
from homeward.placements.rules.drift import DriftFacts, drift, weight
from tests.cast import DAY


def well(**more):
    """A placement with which nothing is wrong, but for what a test wants."""
    usual = {
        "begins_on": date(2026, 11, 2),
        "ends_on": date(2026, 12, 11),
        "last_spoken_on": date(2026, 11, 18),
    }
    return DriftFacts(**usual | more)


TWELVE = [
    (
        "gaps",
        {
            "is_agreed": False,
            "begun_by": date(2026, 11, 16),
            "gaps": 3,
            "gaps_due_on": date(2026, 11, 23),
        },
        "Started on Monday 16 November with gaps: 3 gaps are still open, 1 day late.",
        "H06",
    ),
    (
        "gaps",
        {
            "is_agreed": False,
            "begun_by": date(2026, 11, 23),
            "gaps": 1,
            "gaps_due_on": date(2026, 11, 30),
        },
        "Started on Monday 23 November with gaps: 1 gap is still open, due by Monday 30 November.",
        "H06",
    ),
    (
        "past_end",
        {"ends_on": date(2026, 11, 3), "extensions": 2},
        "21 days past its intended end, extended twice; no decision.",
        "H12",
    ),
    (
        "past_end",
        {"ends_on": date(2026, 11, 23)},
        "1 day past its intended end; no decision.",
        "H12",
    ),
    (
        "not_spoken",
        {"missed_weeks": 2, "last_spoken_on": date(2026, 11, 4)},
        "Not spoken with for 2 school weeks: last on Wednesday 4 November.",
        "R13",
    ),
    (
        "check",
        {"is_open": False, "check_due_on": date(2026, 11, 3), "check": "The second check"},
        "The second check is not answered: it was due by Tuesday 3 November, 21 days ago.",
        "H11",
    ),
    (
        "not_prepared",
        {"prepared_by": date(2026, 11, 30)},
        "Comes back on Monday 30 November, and the school is not marked prepared.",
        "R19",
    ),
    (
        "ladder",
        {"came_back_on": date(2026, 10, 12), "full_time_by": date(2026, 11, 20)},
        "Part-time on the return ladder 4 days longer than planned: full time was to be from "
        "Friday 20 November.",
        "H10",
    ),
    (
        "no_route",
        {"route": ""},
        "No route: the plan does not say where the placement leads.",
        "R03",
    ),
    (
        "no_review",
        {"review_due_on": date(2026, 11, 20)},
        "No review was held: one was due by Friday 20 November, 4 days ago.",
        "R-KCS-03",
    ),
    (
        "waiting",
        {"waiting_from_on": date(2026, 11, 2), "waiting_school_days": 17},
        "Ready and waiting for 17 school days, since Monday 2 November: no place is found yet.",
        "H20",
    ),
    (
        "extended",
        {"extensions": 2},
        "Extended twice; it is now to end on Friday 11 December.",
        "H04",
    ),
]


@pytest.mark.parametrize(("kind", "facts", "sentence", "number"), TWELVE)
def test_each_of_twelve_planted_drifts_is_said(kind, facts, sentence, number):
    found = drift(well(**facts), DAY)

    assert (found.kind, found.sentence, found.rule.number) == (kind, sentence, number)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"missed_weeks": 3, "last_spoken_on": None},
            "Not spoken with for 3 school weeks: never since the start.",
        ),
        (
            {"came_back_on": date(2026, 11, 16), "prepared_by": date(2026, 11, 16)},
            "Coming back since Monday 16 November, and the school is not marked prepared.",
        ),
        (
            {"prepared_by": date(2026, 11, 20)},
            "Was to come back on Friday 20 November, and the school is not marked prepared.",
        ),
        ({"prepared_by": DAY}, "Comes back today, and the school is not marked prepared."),
        (
            {"decision_due_on": date(2026, 11, 20)},
            "No review has decided what comes next: one was due by Friday 20 November, 4 days ago.",
        ),
        (
            {"ladder_misses": "the headteacher’s reason for more than 6 weeks"},
            "The return ladder still misses the headteacher’s reason for more than 6 weeks.",
        ),
        (
            {"is_agreed": False, "begun_by": date(2026, 11, 16)},
            "Started on Monday 16 November before it was agreed; every gap is closed, but it is not "
            "marked agreed.",
        ),
        (
            {"waiting_from_on": DAY},
            "Ready and waiting since Tuesday 24 November: no place is found yet.",
        ),
        ({"extensions": 4}, "Extended 4 times; it is now to end on Friday 11 December."),
    ],
)
def test_the_other_ways_of_saying_it(facts, sentence):
    assert drift(well(**facts), DAY).sentence == sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "On course: 17 days left."),
        ({"begins_on": date(2026, 11, 30)}, "Starts on Monday 30 November."),
        ({"ends_on": DAY, "route": "new_school"}, "On course: today is the last day."),
        ({"is_open": False}, "Being checked: no check is late."),
        ({"is_open": False, "check_due_on": DAY}, "Being checked: no check is late."),
        ({"missed_weeks": 1}, "On course: 17 days left."),
        ({"extensions": 1}, "On course: 17 days left."),
        ({"review_due_on": DAY, "decision_due_on": DAY}, "On course: 17 days left."),
        (
            {"came_back_on": date(2026, 11, 16), "ends_on": date(2026, 11, 20)},
            "Coming back step by step since Monday 16 November.",
        ),
        ({"ends_on": None}, "On course."),
        ({"prepared_by": date(2026, 12, 2)}, "On course: 17 days left."),
        ({"full_time_by": DAY}, "On course: 17 days left."),
    ],
)
def test_what_is_not_wrong_is_not_said_to_be(facts, sentence):
    found = drift(well(**facts), DAY)

    assert (found.kind, found.weight, found.sentence) == (DriftKind.ON_COURSE, 0, sentence)
    assert found.rule is None


def test_the_worst_of_several_is_said():
    everything = {}
    for _, facts, _, _ in reversed(TWELVE):
        everything |= {name: value for name, value in facts.items() if name != "is_open"}

    assert drift(well(**everything), DAY).kind == "gaps"
    assert (
        drift(well(**everything | {"is_agreed": True, "came_back_on": None}), DAY).kind
        == "past_end"
    )


def test_the_kinds_are_listed_the_worst_first():
    weights = [weight(kind) for kind in DriftKind]

    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == 0


DAYS = st.none() | st.dates(DAY - timedelta(days=90), DAY + timedelta(days=90))
ANY = st.builds(
    DriftFacts,
    is_open=st.booleans(),
    is_agreed=st.booleans(),
    begins_on=DAYS,
    ends_on=DAYS,
    begun_by=DAYS,
    gaps=st.integers(0, 4),
    gaps_due_on=DAYS,
    extensions=st.integers(0, 4),
    missed_weeks=st.integers(0, 9),
    last_spoken_on=DAYS,
    check_due_on=DAYS,
    route=st.sampled_from(["", "home_school", "new_school"]),
    came_back_on=DAYS,
    prepared_by=DAYS,
    full_time_by=DAYS,
    ladder_misses=st.sampled_from(["", "a reason"]),
    review_due_on=DAYS,
    decision_due_on=DAYS,
    waiting_from_on=DAYS,
)


@given(facts=ANY)
def test_one_sentence_whatever_the_facts(facts):
    found = drift(facts, DAY)

    assert found.sentence.endswith(".")
    assert found.sentence[0].isupper() or found.sentence[0].isdigit()
    assert "None" not in found.sentence
    assert "-" not in found.sentence.replace("Part-time", "").replace("part-time", "")
    assert found.is_wrong == (found.rule is not None) == (found.weight > 0)


@given(days=st.integers(8, 60), spoken=st.integers(0, 1), extended=st.integers(0, 1))
def test_none_that_is_well_is_ever_said_to_be_wrong(days, spoken, extended):
    facts = well(
        ends_on=DAY + timedelta(days=days),
        missed_weeks=spoken,
        extensions=extended,
        review_due_on=DAY + timedelta(days=days),
    )

    assert not drift(facts, DAY).is_wrong


@given(facts=ANY)
def test_who_has_ended_is_only_asked_for_checks(facts):
    found = drift(facts, DAY)

    if not facts.is_open:
        assert found.kind in {DriftKind.CHECK, DriftKind.ON_COURSE}
    else:
        assert found.kind is not DriftKind.CHECK
