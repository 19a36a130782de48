"""A review that was held: who was there, what was said, and always a later date."""

from datetime import date

import pytest
from django.urls import reverse

from homeward.placements.models import Review
from homeward.placements.rules.review import REVIEW
from tests.cast import DAY
from tests.placements.visiting import answers, asked, at, boxes, line

HALF_TERM = "2026-27/autumn-2"
NEXT = date(2026, 12, 10)


@pytest.fixture
def address(cast):
    return at("record_review", cast.running)


@pytest.fixture
def review(visit, client, address):
    def send(name="lead", query="", **typed):
        visit(name, address + query)
        said = {"is_child_present": "yes", "is_parent_present": "no", "decision": "continue"}
        said |= boxes("next_on", NEXT) | typed
        return visit(name, address + query, answers(client, address, **said), follow=True)

    return send


def test_a_review_is_kept_and_no_longer_due(cast, review):
    before = line(cast.running, REVIEW, HALF_TERM).met_on

    answer = review(
        query="?from=today",
        which_school="Oak Park, I am only here for now",
        child_said="I want to see my form.",
        what_was_agreed="Joe brings the form on Fridays.",
    )

    assert before is None
    assert answer.redirect_chain == [(reverse("due:today"), 302)]
    assert "Saved. The next review is set for Thursday 10 December." in answer.text
    held = Review.objects.get()
    assert (held.held_on, held.next_on) == (DAY, NEXT)
    assert (held.is_child_present, held.is_parent_present) == (True, False)
    assert held.which_school == "Oak Park, I am only here for now"
    assert line(cast.running, REVIEW, HALF_TERM).met_on == DAY


def test_the_last_review_is_shown_when_the_next_is_recorded(review, visit, address):
    review(what_was_agreed="Joe brings the form on Fridays.", which_school="Oak Park")

    shown = visit("lead", address).text

    assert "It was agreed: Joe brings the form on Fridays." in shown
    assert "The next was set for Thursday 10 December 2026." in shown


def test_the_page_says_by_when_it_is_due(visit, address):
    shown = visit("lead", address).text

    assert "was due by Friday 20 November 2026" in shown
    assert "Which school are you at?" in shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"is_child_present": ""}, "Say whether Amira was there"),
        ({"is_parent_present": ""}, "Say whether a parent or carer was there"),
        (boxes("held_on", date(2026, 11, 25)), "That day is still to come."),
        (boxes("next_on", DAY), "The next review must be after this one"),
        (
            {"next_on_day": "", "next_on_month": "", "next_on_year": ""},
            "Set the day of the next review",
        ),
        ({"next_on_day": "30", "next_on_month": "2"}, "30 February 2026 is not a real date"),
        ({"child_said": "\x00"}, "Remove the hidden control characters"),
        ({"parents_said": "\u2066x"}, "turn the direction of the text"),
        ({"what_was_agreed": "x" * 5_000_000}, "Use 4,000 characters or fewer"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence_and_nothing_is_lost(review, typed, sentence):
    answer = review(**({"which_school": "Oak Park, always"} | typed))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Oak Park, always" in answer.text
    assert not Review.objects.exists()


def test_strangers_find_nothing_and_other_roles_may_not(visit, address):
    assert visit("elm_lead", address, {"who_else": "x"}).status_code == 404
    assert visit("tutor", address).status_code == 403
    assert visit("bridge_worker", address, {"who_else": "x"}).status_code == 403


def test_the_page_asks_at_most_fifteen_queries(review, visit, address):
    review()

    assert len(asked(lambda: visit("lead", address))) <= 15


def test_a_form_sent_twice_makes_one_record(visit, client, address):
    visit("lead", address)
    said = {"is_child_present": "yes", "is_parent_present": "yes", "decision": "continue"} | {
        **boxes("next_on", NEXT)
    }
    sent = answers(client, address, **said)

    visit("lead", address, sent)
    visit("lead", address, sent)

    assert Review.objects.count() == 1
