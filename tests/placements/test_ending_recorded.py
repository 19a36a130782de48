"""How a placement ended: a fact, planned or not, recorded as it happened."""

from datetime import date

import pytest
from django.urls import reverse

from homeward.due.models import Expectation
from homeward.placements import actions
from homeward.placements.codes import Outcome
from homeward.placements.models import Ending
from homeward.placements.rules.contact import WEEKLY_CONTACT
from tests.cast import DAY
from tests.placements.visiting import answers, asked, at, boxes


@pytest.fixture
def address(cast):
    return at("record_ending", cast.running)


@pytest.fixture
def end(visit, client, address):
    def send(name="lead", query="", where=None, **typed):
        place = where or address
        visit(name, place + query)
        said = {"outcome": "returned", "is_planned": "no"} | typed
        return visit(name, place + query, answers(client, place, **said), follow=True)

    return send


def test_an_ending_is_kept_and_the_weeks_after_it_are_no_longer_due(cast, end):
    answer = end(query="?from=today", because="She asked to come back.", child_said="It was fine.")

    assert answer.redirect_chain == [(reverse("due:today"), 302)]
    assert "Saved. Amira’s last day was Tuesday 24 November." in answer.text
    ending = Ending.objects.get()
    assert (ending.ended_on, ending.outcome, ending.is_planned) == (DAY, "returned", False)
    assert ending.child_said == "It was fine."
    cast.running.refresh_from_db()
    assert cast.running.ended_on == DAY
    later = Expectation.objects.filter(
        about=cast.running.reference, kind=WEEKLY_CONTACT, opens_on__gt=DAY
    )
    assert not later.exists()


@pytest.mark.parametrize("outcome", Outcome.values())
def test_whatever_happened_can_be_recorded(cast, end, outcome):
    end(outcome=outcome)

    assert Ending.objects.get().outcome == outcome


def test_a_placement_that_ended_says_so_and_gives_a_second_text_back(end, visit, address):
    end(destination="Oak Park")

    shown = visit("lead", address).text
    said = {"outcome": "moved", "is_planned": "yes", "because": "My words"}
    again = visit("head", address, said | boxes("ended_on", DAY))

    assert "It has ended" in shown
    assert "Came back to the home school. The last day was Tuesday 24 November 2026" in shown
    assert again.status_code == 422
    assert "It ended on 24 November 2026 already." in again.text
    assert "My words" in again.text
    assert Ending.objects.count() == 1


def test_a_draft_is_withdrawn_and_not_ended(cast, visit):
    where = at("record_ending", cast.draft)

    shown = visit("lead", where)
    said = {"outcome": "other", "is_planned": "yes", **boxes("ended_on", DAY)}
    answer = visit("lead", where, said)

    assert "This placement has not started" in shown.text
    assert at("closing", cast.draft) in shown.content.decode()
    assert answer.status_code == 422
    assert "The placement has not started. Withdraw it instead." in answer.text
    assert not Ending.objects.exists()


def test_a_placement_agreed_and_not_begun_cannot_have_had_a_last_day(cast, end):
    agreed = actions.agree(cast.draft, by=cast.access("lead"), on=DAY)

    answer = end(where=at("record_ending", agreed))

    assert answer.status_code == 422
    assert "The last day must be on or after the first day." in answer.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"outcome": ""}, "Say what happened"),
        ({"outcome": "vanished"}, "Choose one of the answers shown"),
        ({"is_planned": ""}, "Say whether it was planned"),
        (boxes("ended_on", date(2026, 11, 25)), "That day is still to come."),
        (boxes("ended_on", date(2026, 10, 1)), "The last day must be on or after the first day"),
        ({"ended_on_day": "31"}, "31 November 2026 is not a real date"),
        ({"what_worked": "\x00"}, "Remove the hidden control characters"),
        ({"destination": "\u202ex"}, "turn the direction of the text"),
        ({"because": "x" * 5_000_000}, "Use 4,000 characters or fewer"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence_and_nothing_is_lost(end, typed, sentence):
    answer = end(**({"child_said": "I liked the boats."} | typed))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "I liked the boats." in answer.text
    assert not Ending.objects.exists()


def test_a_contact_after_the_ending_is_kept_and_marked(cast, end, visit, client):
    end(**boxes("ended_on", date(2026, 11, 20)))
    address = at("record_contact", cast.running)
    visit("tutor", address)

    answer = visit("tutor", address, answers(client, address, spoke_with="child"), follow=True)

    assert "The placement does not run on Tuesday 24 November." in answer.text
    assert "No further contact is due." in answer.text


def test_strangers_find_nothing_and_other_roles_may_not(visit, address):
    assert visit("elm_lead", address, {"outcome": "other"}).status_code == 404
    assert visit("tutor", address).status_code == 403
    assert visit("bridge_worker", address, {"outcome": "other"}).status_code == 403


def test_the_page_asks_at_most_fifteen_queries(end, visit, address):
    end()

    assert len(asked(lambda: visit("lead", address))) <= 15


def test_a_form_sent_twice_makes_one_record(visit, client, address):
    visit("lead", address)
    sent = answers(client, address, outcome="returned", is_planned="yes")

    assert visit("lead", address, sent).status_code == 302
    assert visit("lead", address, sent).status_code == 302
    assert Ending.objects.count() == 1
