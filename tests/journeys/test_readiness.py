"""Readiness side by side: four look at what helps, and where they differ is what is talked about."""

import re
from datetime import date

import pytest

from homeward.links.codes import LinkKind
from homeward.links.models import Device
from homeward.links.recognising import COOKIE
from homeward.links.rules import home_of
from homeward.links.secrets import digest_of, new_token
from homeward.placements.models import ReadinessRating
from tests.journeys.browser import DESKTOP, PHONE, Visit
from tests.journeys.steps import the_record_must_hold
from tests.links.knowing import NOON

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "Anything else, in your own words?"
HELPS_MORE = "What helps most just now, and what would help more?"


def come_by_link(visit, kind, whom):
    """Let the browser be known as a device of an adult or a child, and open their statements."""
    token = new_token()
    Device.objects.create(
        keeper=whom.keeper,
        kind=kind,
        whom=whom.reference,
        digest=digest_of(token),
        known_at=NOON,
        seen_at=NOON,
        until_on=date(2027, 2, 1),
        browser="Chrome on Android",
    )
    home = home_of(kind, whom.reference)
    visit.page.context.add_cookies(
        [{"name": COOKIE, "value": token, "domain": "localhost", "path": home}]
    )
    visit.go(f"{home}readiness/")


def say(visit, statement, level):
    """Answer one statement."""
    visit.choose(statement, level)


def test_r15_four_look_at_what_helps_and_the_furthest_apart_stands_first(visit, cast):
    visit.size(PHONE)
    come_by_link(visit, LinkKind.CHILD, cast.amira)
    say(visit, "I know who to go to when it gets too much.", "Mostly")
    say(visit, "There is a quiet place I can use.", "Not yet")
    visit.write(OWN, "The corridor is loud.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("readiness-child")
    visit.follow("Show faces beside the words")
    visit.must_be_sound(PHONE)
    say(visit, "I know who to go to when it gets too much.", "Mostly")
    say(visit, "There is a quiet place I can use.", "Not yet")
    visit.write(OWN, "The corridor is loud.")
    visit.press("Save what I said")
    assert "Saved. Thank you." in visit.text
    assert "The corridor is loud." in visit.text
    visit.must_be_sound(PHONE)

    come_by_link(visit, LinkKind.ADULT, cast.mother)
    say(visit, "There is a quiet place Amira can use.", "A little")
    visit.press("Save my answers")
    assert "Nobody else of the family sees them here." in visit.text
    assert "The corridor is loud." not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("readiness-parent")

    visit.size(DESKTOP)
    _staff_look(visit, cast)
    assert visit.title == "Readiness, side by side"
    first = visit.page.locator("article").first
    assert "A quiet place" in first.inner_text()
    words = " ".join(first.get_by_role("table").inner_text().split())
    assert words == (
        "A quiet place Who Now Change Amira Not yet First time Leila Haddad A little First time "
        "Provider Mostly First time School Yes First time"
    )
    drawing = first.get_by_role("img", name="A quiet place")
    assert drawing.is_visible()
    assert "The corridor is loud." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("readiness")
    the_record_must_hold()


def _staff_look(visit, cast):
    """The provider, then the school."""
    visit.sign_in(cast.bridge_worker)
    visit.open("rate_readiness", cast.running)
    say(visit, "There is a quiet place here that Amira can use.", "Mostly")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save how you see it")
    visit.sign_in(cast.lead)
    visit.open("rate_readiness", cast.running)
    say(visit, "Amira knows who at school to go to when it gets too much.", "Yes")
    say(visit, "There is a quiet place at school that Amira can use.", "Yes")
    visit.write(HELPS_MORE, "The library is open at lunch.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("readiness-form")
    visit.press("Save how you see it")


def test_r16_a_review_leads_to_where_they_differ_and_a_change_is_said_in_words(visit, cast):
    _staff_look(visit, cast)
    visit.on(date(2027, 1, 12))
    visit.open("rate_readiness", cast.running)
    say(visit, "There is a quiet place at school that Amira can use.", "Half and half")
    visit.press("Save how you see it")
    assert "Spring term 2026-27, first half: who has looked" in visit.text
    assert "Down, from “Yes”" in visit.text
    assert "Has not looked yet" in visit.text

    visit.open("record_review", cast.running)
    visit.follow("Readiness, side by side")
    visit.follow("Autumn term 2026-27, second half")
    assert "Down, from" not in visit.text
    assert "The library is open at lunch." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def test_r15_a_child_answers_by_the_keys_alone_and_without_javascript(
    live_server, browser, visit, cast
):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = Visit(context.new_page(), live_server.url)
    come_by_link(plain, LinkKind.CHILD, cast.amira)
    plain.page.get_by_role("group", name="Getting there and back works").get_by_label(
        "Leave out"
    ).focus()
    plain.page.keyboard.press("ArrowUp")
    plain.page.keyboard.press("ArrowUp")
    plain.page.get_by_label(OWN, exact=True).focus()
    plain.page.keyboard.type("The bus is full.")
    plain.page.keyboard.press("Tab")
    plain.page.keyboard.press("Enter")
    plain.page.get_by_text("Saved. Thank you.").wait_for()

    row = ReadinessRating.objects.get()
    assert (row.answers, row.words) == ({"getting-there": 4}, "The bus is full.")
    context.close()


def test_r30_readiness_prints_on_a_few_sheets_of_a4(visit, cast):
    _staff_look(visit, cast)

    paper = visit.page.pdf(prefer_css_page_size=True)

    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 4
