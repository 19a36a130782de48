"""Telling parents, child and staff; and whether the child still belongs: what is shown, kept and due."""

from datetime import date

import pytest
from django.urls import reverse

from homeward.placements import actions
from homeward.placements.models import Belonging, Telling
from homeward.placements.rules.early_days import BELONGING, TELL
from homeward.pupils import actions as pupils
from tests.cast import DAY, whole_draft
from tests.placements.visiting import answers, asked, at, boxes, line

HALF_TERM = "2026-27/autumn-2"


@pytest.fixture
def agreed(cast):
    """Ben's placement, agreed today, of which nobody has been told."""
    return actions.agree(whole_draft(cast), by=cast.access("lead"), on=DAY)


@pytest.fixture
def tell(visit, client):
    def send(name, placement, audience, query="", **typed):
        address = at("telling", placement, query, audience=audience)
        visit(name, address)
        return visit(name, address, answers(client, address, **typed), follow=True)

    return send


def test_the_page_says_what_to_tell(cast, visit):
    shown = visit("lead", at("telling", cast.running, audience="parents")).text

    assert "Bridge House (example), Monday to Friday." in shown
    assert "from Monday 2 November 2026 to the last day, Friday 11 December 2026." in shown
    assert "Back to the home school, aimed at Thursday 17 December 2026." in shown
    assert "The next step: Meet the family at school, by Monday 16 November 2026." in shown
    assert "Who speaks with Amira each week: Joe Adeyemi. At the provider: Dee Moran." in shown
    assert "Amira stays a pupil of Oak Park School (example) all this time." in shown
    assert "Leila Haddad (mother, parental responsibility)" in shown


def test_what_is_not_decided_is_said_not_hidden(cast, visit):
    empty = actions.begin(cast.ben, by=cast.access("lead"), on=DAY)

    shown = visit("lead", at("telling", empty, audience="child")).text

    for what in ("The provider", "The last day", "What comes next", "Who that is"):
        assert f"{what} is not decided yet. Say so, and say when it will be." in shown


@pytest.mark.parametrize("audience", ["parents", "child", "staff"])
def test_once_told_it_is_no_longer_due(agreed, tell, audience):
    assert line(agreed, TELL, audience).met_on is None

    answer = tell(
        "lead", agreed, audience, "?from=today", how="meeting", understood="“So I come back.”"
    )

    assert answer.redirect_chain == [(reverse("due:today"), 302)]
    assert "Saved." in answer.text
    told = Telling.objects.get(placement=agreed)
    assert (told.audience, told.told_on, told.told_by_name) == (audience, DAY, "Mara Lind")
    assert told.understood == "“So I come back.”"
    assert line(agreed, TELL, audience).met_on == DAY


def test_what_is_kept_from_an_adult_is_said_before_they_are_told(cast, visit):
    lead = cast.access("lead")
    father = pupils.add_adult(
        cast.amira, name="Karim Haddad", relationship="father", by=lead, on=DAY
    )
    pupils.raise_shield(
        cast.amira, from_adult=father, hides="provider", because="Court order", by=lead, on=DAY
    )

    shown = visit("lead", at("telling", cast.running, audience="parents")).text
    to_tutor = visit("tutor", at("telling", cast.running, audience="parents")).text

    assert "Karim Haddad (father) Do not tell: the provider and its address" in shown
    assert "Do not tell" not in to_tutor
    assert "ask the AP lead whether something is kept from that adult" in to_tutor


def test_earlier_tellings_are_shown(cast, visit):
    shown = visit("lead", at("telling", cast.running, audience="staff")).text

    assert "Told before" in shown
    assert "Thursday 22 October 2026" in shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"how": ""}, "Say how they were told"),
        ({"how": "briefing"}, "Choose one of the answers shown"),
        ({"told_by_name": " "}, "Say who told them"),
        (boxes("told_on", date(2026, 11, 25)), "That day is still to come."),
        ({"told_on_month": "13"}, "Month 13 is not a real month"),
        ({"understood": "\x00"}, "Remove the hidden control characters"),
        ({"who": "a\u202eb"}, "turn the direction of the text"),
        ({"who": "x" * 201}, "Use 200 characters or fewer"),
    ],
)
def test_a_telling_that_cannot_be_is_answered_in_a_sentence(agreed, tell, typed, sentence):
    said = {"how": "phone", "who": "Her mother"} | typed

    answer = tell("lead", agreed, "parents", **said)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Telling.objects.filter(placement=agreed).exists()


def test_an_audience_that_does_not_exist_is_not_found(cast, visit):
    assert visit("lead", at("telling", cast.running, audience="neighbours")).status_code == 404


def test_six_things_are_looked_at_yes_no_or_not(cast, visit, client):
    address = at("record_belonging", cast.running)
    visit("lead", address)
    sent = answers(
        client, address, tutor_list="yes", trips="no", note="The office adds her to the list"
    )
    assert line(cast.running, BELONGING, HALF_TERM).met_on is None

    answer = visit("lead", address, sent, follow=True)

    assert "Saved. 1 to put right." in answer.text
    kept = Belonging.objects.filter(placement=cast.running).values_list("kind", "is_kept")
    assert dict(kept) == {"tutor_list": True, "trips": False}
    assert line(cast.running, BELONGING, HALF_TERM).met_on == DAY
    again = visit("lead", address).text
    assert "Told of trips: no, Tuesday 24 November 2026 The office adds her to the list" in again


def test_nothing_looked_at_is_answered_in_a_sentence(cast, visit, client):
    address = at("record_belonging", cast.running)
    visit("lead", address)

    answer = visit("lead", address, answers(client, address, note="Later"))

    assert answer.status_code == 422
    assert "Say yes or no for at least one of the six" in answer.text
    assert "Later" in answer.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (boxes("looked_on", date(2027, 1, 5)), "That day is still to come."),
        ({"trips": "maybe"}, "Choose one of the answers shown"),
        ({"note": "\x07"}, "Remove the hidden control characters"),
        ({"note": "x" * 5_000_000}, "Use 4,000 characters or fewer"),
    ],
)
def test_a_look_that_cannot_be_is_answered_in_a_sentence(cast, visit, client, typed, sentence):
    address = at("record_belonging", cast.running)
    visit("lead", address)

    answer = visit("lead", address, answers(client, address, **({"events": "yes"} | typed)))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Belonging.objects.exists()


def test_a_child_without_a_school_has_nothing_to_look_at(cast, visit):
    address = at("record_belonging", cast.without_school)

    shown = visit("exclusions", address).text
    visit("exclusions", address, {"trips": "yes"})

    assert "Kofi has no school yet" in shown
    assert not Belonging.objects.exists()


ADDRESSES = [("telling", {"audience": "child"}), ("record_belonging", {})]


@pytest.mark.parametrize(("name", "more"), ADDRESSES)
def test_strangers_find_nothing_and_other_roles_may_not(cast, visit, name, more):
    address = at(name, cast.running, **more)

    assert visit("elm_lead", address, {"how": "phone"}).status_code == 404
    assert visit("teacher", address).status_code == 403
    assert visit("bridge_worker", address, {"how": "phone"}).status_code == 403


@pytest.mark.parametrize(("name", "more"), [*ADDRESSES, ("telling", {"audience": "parents"})])
def test_a_page_asks_at_most_fifteen_queries(cast, visit, name, more):
    address = at(name, cast.running, **more)
    visit("lead", address)

    assert len(asked(lambda: visit("lead", address))) <= 15


def test_a_form_sent_twice_makes_one_record(cast, agreed, visit, client):
    address = at("telling", agreed, audience="child")
    visit("lead", address)
    sent = answers(client, address, how="meeting")

    visit("lead", address, sent)
    visit("lead", address, sent)

    assert Telling.objects.filter(placement=agreed).count() == 1
