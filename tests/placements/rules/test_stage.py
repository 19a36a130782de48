"""Where a placement stands, the days it runs, the days left, and who makes the contact."""

import pytest

from homeward.calendars.rules import Period
from homeward.placements.codes import Stage
from homeward.placements.rules.facts import NamedAdultFact
from homeward.placements.rules.stage import days_left, stage

from .worked import a_placement, day

UNAGREED = {"agreed_on": None}
URGENT = {"agreed_on": None, "urgent_on": day("2026-11-05")}
CAME = {"agreed_on": None, "first_session_on": day("2026-11-11")}


@pytest.mark.parametrize(
    ("facts", "on", "named"),
    [
        (UNAGREED, "2026-11-24", Stage.DRAFT),
        ({}, "2026-11-01", Stage.DRAFT),
        ({}, "2026-11-02", Stage.AGREED),
        ({}, "2026-11-08", Stage.AGREED),
        ({}, "2026-11-09", Stage.RUNNING),
        ({}, "2026-12-18", Stage.RUNNING),
        ({}, "2026-12-19", Stage.DUE_BACK),
        ({"first_session_on": day("2026-11-06")}, "2026-11-06", Stage.RUNNING),
        ({"first_session_on": day("2026-11-12")}, "2026-11-10", Stage.RUNNING),
        (URGENT, "2026-11-04", Stage.DRAFT),
        (URGENT, "2026-11-05", Stage.URGENT),
        (URGENT, "2026-11-24", Stage.URGENT),
        (URGENT, "2026-12-19", Stage.DUE_BACK),
        ({**URGENT, "agreed_on": day("2026-11-12")}, "2026-11-11", Stage.URGENT),
        ({**URGENT, "agreed_on": day("2026-11-12")}, "2026-11-12", Stage.RUNNING),
        ({**URGENT, "starts_on": None, "ends_on": None}, "2026-11-24", Stage.URGENT),
        (CAME, "2026-11-10", Stage.DRAFT),
        (CAME, "2026-11-11", Stage.URGENT),
        ({"ended_on": day("2026-11-20")}, "2026-11-19", Stage.RUNNING),
        ({"ended_on": day("2026-11-20")}, "2026-11-20", Stage.ENDED),
        ({"ended_on": day("2027-01-08")}, "2026-12-21", Stage.DUE_BACK),
        ({"withdrawn_on": day("2026-11-05")}, "2026-11-04", Stage.AGREED),
        ({"withdrawn_on": day("2026-11-05")}, "2026-11-24", Stage.WITHDRAWN),
        ({**UNAGREED, "refused_on": day("2026-11-05")}, "2026-11-05", Stage.REFUSED),
    ],
)
def test_the_stage_is_read_from_dated_facts(facts, on, named):
    assert stage(a_placement(**facts), day(on)) is named


@pytest.mark.parametrize(
    ("facts", "on", "left"),
    [
        ({}, "2026-11-08", None),
        ({}, "2026-11-09", 39),
        ({}, "2026-12-17", 1),
        ({}, "2026-12-18", 0),
        ({}, "2026-12-19", None),
        ({"ends_on": None}, "2026-11-24", None),
        (UNAGREED, "2026-11-24", None),
        (URGENT, "2026-11-06", None),
        (URGENT, "2026-11-09", 39),
        ({"ended_on": day("2026-11-20")}, "2026-11-24", None),
        ({"withdrawn_on": day("2026-11-05")}, "2026-11-24", None),
    ],
)
def test_the_days_left_are_counted_only_while_it_runs(facts, on, left):
    assert days_left(a_placement(**facts), day(on)) == left


@pytest.mark.parametrize(
    ("facts", "on", "starts", "ends"),
    [
        ({}, "2026-11-02", "2026-11-09", "2026-12-18"),
        ({}, "2026-12-18", "2026-11-09", "2026-12-18"),
        ({}, "2026-12-21", "2026-11-09", "2026-12-27"),
        ({"ended_on": day("2026-11-20")}, "2026-12-21", "2026-11-09", "2026-11-20"),
        ({"first_session_on": day("2026-11-06")}, "2026-11-06", "2026-11-06", "2026-12-18"),
        ({"first_session_on": day("2026-11-12")}, "2026-11-12", "2026-11-09", "2026-12-18"),
        (CAME, "2026-11-11", "2026-11-11", "2026-12-18"),
        ({**CAME, "agreed_on": day("2026-11-16")}, "2026-11-16", "2026-11-11", "2026-12-18"),
        ({**CAME, "starts_on": None, "ends_on": None}, "2026-11-11", "2026-11-11", "2026-11-15"),
        ({**URGENT, "ends_on": None}, "2026-11-05", "2026-11-09", "2026-11-15"),
        ({**URGENT, "starts_on": None}, "2026-11-05", "2026-11-05", "2026-12-18"),
    ],
)
def test_the_days_on_which_it_runs(facts, on, starts, ends):
    assert a_placement(**facts).runs(day(on)) == Period(day(starts), day(ends))


@pytest.mark.parametrize(
    "facts",
    [
        UNAGREED,
        {"withdrawn_on": day("2026-11-05")},
        {**CAME, "refused_on": day("2026-11-12")},
        {"ended_on": day("2026-11-06")},
    ],
)
def test_what_was_not_allowed_or_was_closed_before_its_start_does_not_run(facts):
    assert a_placement(**facts).runs(day("2026-11-24")) is None


def named(person, starts, ends=None, *, is_cover=False):
    return NamedAdultFact(person, is_cover, day(starts), day(ends) if ends else None)


@pytest.mark.parametrize(
    ("on", "person"),
    [
        ("2026-11-08", None),
        ("2026-11-09", 1),
        ("2026-11-16", 2),
        ("2026-11-20", 2),
        ("2026-11-21", 1),
        ("2026-12-01", 3),
        ("2026-12-04", 1),
    ],
)
def test_the_cover_makes_the_contact_on_its_days(on, person):
    facts = a_placement(
        adults=[
            named(2, "2026-11-16", "2026-11-20", is_cover=True),
            named(1, "2026-11-09"),
            named(4, "2026-11-23", "2026-12-03", is_cover=True),
            named(3, "2026-12-01", "2026-12-03", is_cover=True),
        ]
    )

    assert facts.contact_adult(day(on)) == person


def test_a_cover_without_an_account_leaves_it_to_the_role():
    facts = a_placement(
        adults=[named(1, "2026-11-09"), named(None, "2026-11-16", "2026-11-20", is_cover=True)]
    )

    assert facts.contact_adult(day("2026-11-18")) is None
    assert facts.contact_adult(day("2026-11-23")) == 1
