"""Every worked example of weekly contact, reviews and the length of a chain, counted by hand."""

from datetime import date

import pytest

from homeward.calendars.rules import DatesNeeded, Period
from homeward.placements.rules.contact import contact_weeks, expected_contacts
from homeward.placements.rules.journey import Leg, chains, length_warnings
from homeward.placements.rules.review import expected_reviews, first_review_by

from .worked import Example, day, examples

CONTACT = [one for one in examples("due") if "dates_needed_after" in one.result]
REVIEWS = [one for one in examples("due") if "dates_needed_after" not in one.result]


def each(found: list[Example]):
    return pytest.mark.parametrize("example", found, ids=lambda example: example.id)


def iso(answer: date | None) -> str | None:
    return answer.isoformat() if answer else None


def test_there_is_an_example_of_every_sort():
    counted = (
        len(CONTACT),
        len(REVIEWS),
        len(examples("first_review_by")),
        len(examples("chains")),
    )

    assert counted == (41, 15, 9, 20)


@each(CONTACT)
def test_the_weeks_of_contact(example: Example):
    runs = example.facts().runs(example.on())
    assert runs is not None

    weeks, needed_after = contact_weeks(runs=runs, calendar=example.calendar(), first_within=5)

    assert {iso(week.monday): iso(week.due_on) for week in weeks} == example.result["due"]
    assert iso(needed_after) == example.result["dates_needed_after"]


@each([one for one in CONTACT if "met" in one.result])
def test_which_contact_meets_which_week(example: Example):
    expected = expected_contacts(
        example.facts(),
        calendar=example.calendar(),
        first_within=5,
        role="contact_adult",
        on=example.on(),
    )

    assert {one.period: iso(one.met_on) for one in expected} == example.result["met"]
    assert all(one.met_by == (iso(one.met_on) or "") for one in expected)


@each(examples("first_review_by"))
def test_the_day_of_the_first_review(example: Example):
    runs = Period(day(example.inputs["starts"]), day(example.inputs["ends"]))
    needed_after = example.result["dates_needed_after"]

    if needed_after:
        with pytest.raises(DatesNeeded) as refused:
            first_review_by(runs=runs, calendar=example.calendar(), school_weeks=6)
        assert iso(refused.value.after) == needed_after
    else:
        by = first_review_by(runs=runs, calendar=example.calendar(), school_weeks=6)
        assert iso(by) == example.result["first_review_by"]


@each(REVIEWS)
def test_the_reviews_of_a_placement(example: Example):
    expected = expected_reviews(
        example.facts(),
        calendar=example.calendar(),
        school_weeks=6,
        least_days=10,
        role="ap_lead",
        on=example.on(),
    )

    assert {one.period: iso(one.due_on) for one in expected} == example.result["due"]
    if "met" in example.result:
        assert {one.period: iso(one.met_on) for one in expected} == example.result["met"]


@each(examples("chains"))
def test_the_length_of_a_chain(example: Example):
    legs = [
        Leg(str(number), Period(day(leg["starts"]), day(leg["ends"])), leg["registered"])
        for number, leg in enumerate(example.inputs["legs"])
    ]

    found = chains(legs, calendar=example.calendar(), gap_school_days=10)

    assert [
        {"weeks": chain.weeks, "is_counted_whole": chain.is_counted_whole} for chain in found
    ] == example.result["chains"]
    if "warns" in example.result:
        says = " ".join(warning.says for warning in length_warnings(found[0], short_term_weeks=12))
        assert example.result["warns"] in says
        assert bool(says) is bool(example.result["warns"])
