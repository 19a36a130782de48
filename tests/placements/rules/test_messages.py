"""When a family is invited, asked again, or reached another way; and which letters are offered."""

from datetime import date, timedelta
from uuid import uuid5

import pytest

from homeward.placements.rules.facts import NotArrivedFact, QuestionFact, ReviewFact
from homeward.placements.rules.message_offers import Situation, Written, offers
from homeward.placements.rules.messages import (
    expected_again,
    expected_invitation,
    expected_other_way,
    review_on,
)
from tests.calendars.worked import example_calendar

from .worked import Example, a_placement, day, examples

ON = day("2026-11-24")
SOME = uuid5(a_placement().reference, "some")


def facts(example: Example, **more):
    said = example.inputs
    return a_placement(
        starts_on=day(said["starts"]),
        ends_on=day(said["ends"]),
        agreed_on=day(said["starts"]),
        first_review_on=day(said["first_review"]) if "first_review" in said else None,
        reviews=[
            ReviewFact(day(held), "continue", day(following))
            for held, following in said.get("held", ())
        ],
        **more,
    )


def each(asked: str):
    return pytest.mark.parametrize("example", examples(asked), ids=lambda one: one.id)


@each("invite_by")
def test_by_when_a_family_is_invited(example: Example):
    (found,) = expected_invitation(facts(example), days=6, role="ap_lead", on=ON)

    assert found.due_on == day(example.result["invite_by"])
    assert found.opens_on == day(example.result["opens"])


@each("again_by")
def test_by_when_somebody_is_asked_again(example: Example):
    asked = QuestionFact("1", "Leila Haddad", "the plan", day(example.inputs["asked"]))

    (found,) = expected_again(
        facts(example, questions=[asked]),
        calendar=example_calendar(),
        within=5,
        role="ap_lead",
        on=ON,
    )

    assert found.due_on == day(example.result["again_by"])
    assert found.subject == "Leila Haddad (the plan)"


@each("other_way_by")
def test_by_when_somebody_is_reached_another_way(example: Example):
    came_back = NotArrivedFact("1", "Leila Haddad", day(example.inputs["came_back"]))

    (found,) = expected_other_way(
        facts(example, not_arrived=[came_back]), calendar=example_calendar(), role="ap_lead"
    )

    assert found.due_on == day(example.result["other_way_by"])


def an_invitation(on: date = ON, **more):
    one = a_placement(first_review_on=day("2026-12-18"), **more)
    return expected_invitation(one, days=6, role="ap_lead", on=on)


def test_an_invitation_that_went_out_is_met_and_one_for_another_day_is_not():
    reference = a_placement().reference
    right = {review_on(reference, day("2026-12-18")): ON}
    wrong = {review_on(reference, day("2026-12-17")): ON}

    assert an_invitation(invited=right)[0].met_on == ON
    assert an_invitation(invited=wrong)[0].met_on is None


def test_an_invitation_asks_nothing_once_the_day_has_come():
    assert an_invitation(on=day("2026-12-18"))[0].lapsed_on == day("2026-12-18")
    assert an_invitation(on=day("2026-12-17"))[0].lapsed_on is None


def test_nobody_is_invited_to_a_review_that_is_not_planned():
    assert expected_invitation(a_placement(), days=6, role="ap_lead", on=ON) == []


def test_an_answer_in_time_asks_for_nothing():
    asked = QuestionFact("1", "Leila Haddad", "the plan", ON, answered_on=ON + timedelta(days=1))
    late = QuestionFact("2", "Karim Haddad", "the plan", ON, again_on=ON + timedelta(days=20))

    found = expected_again(
        a_placement(questions=[asked, late]),
        calendar=example_calendar(),
        within=5,
        role="ap_lead",
        on=ON,
    )

    assert [(one.period, one.met_on) for one in found] == [("2", ON + timedelta(days=20))]


def due(**said):
    now = Situation(**({"has_school": True, "has_place": True, "is_settled": True} | said))
    return [one.letter for one in offers(now, on=ON) if one.is_due]


def test_at_the_start_those_are_written_to_who_were_not_told():
    starting = ["placement_starting", "placement_starting_child", "placement_starting_staff"]

    assert due(starts_on=ON) == starting
    assert due(starts_on=ON, told=frozenset({"parents"})) == starting[1:]
    assert due(starts_on=ON, has_school=False) == starting[:2]
    assert "off_site_direction" in due(starts_on=ON, legal_basis="off_site_direction")


def test_a_letter_that_was_written_about_an_occasion_is_due_no_more():
    review = (SOME, ON)

    assert due(last_review=review) == ["review_outcome"]
    assert due(last_review=review, written=[Written("review_outcome", SOME, ON)]) == []
    assert due(last_review=review, written=[Written("review_outcome", None, ON)]) == [
        "review_outcome"
    ]


def test_a_return_has_its_letters_and_a_move_presumes_none():
    ladder = (SOME, ON)
    first_day = (SOME, ON + timedelta(days=3))

    assert due(ladder=ladder, is_part_time=True, first_day=first_day) == [
        "return_plan",
        "part_time_agreement",
        "day_before",
        "day_before_child",
    ]
    assert due(first_day=first_day) == ["day_before", "day_before_child"]


def test_after_the_end_and_a_week_later():
    ended = (SOME, ON - timedelta(days=8), "moved")

    assert due(ending=ended, since_on=ON - timedelta(days=8)) == [
        "it_is_over",
        "it_is_over_child",
        "check_in",
    ]
