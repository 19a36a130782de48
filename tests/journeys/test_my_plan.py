"""My plan: a child sees that they belong, says how the week was, and is heard; and leaves without a trace."""

import re
from datetime import date

import pytest

from homeward.family.models import ChildWords
from homeward.links.codes import LinkKind
from homeward.links.models import Device
from homeward.links.recognising import COOKIE
from homeward.links.rules import home_of
from homeward.links.secrets import digest_of, new_token
from homeward.placements import actions as placements
from tests.cast import DAY
from tests.family.child import home, letter_to, note_to
from tests.journeys.browser import DESKTOP, PHONE, Visit
from tests.links.knowing import NOON

pytestmark = pytest.mark.django_db(transaction=True)
WEEK = "How was my week?"
OWN = "In my own words"
WORRY = "Something worries me and I want to talk to somebody today"
WORDS = "Two lessons were fine. Lunch is too loud."
WEATHER = "https://www.bbc.co.uk/weather"


def opened_by(visit, pupil):
    """Let the browser be known as a child's own telephone."""
    token = new_token()
    Device.objects.create(
        keeper=pupil.keeper,
        kind=LinkKind.CHILD,
        whom=pupil.reference,
        digest=digest_of(token),
        known_at=NOON,
        seen_at=NOON,
        until_on=date(2027, 2, 1),
        browser="Chrome on Android",
    )
    visit.page.context.add_cookies(
        [
            {
                "name": COOKIE,
                "value": token,
                "domain": "localhost",
                "path": home_of(LinkKind.CHILD, pupil.reference),
            }
        ]
    )
    visit.page.context.route("**/exit/", _as_far_as_our_own_server)
    visit.size(PHONE)
    visit.go(home(pupil))


def _as_far_as_our_own_server(route):
    """The way out leads to another host, which a test never asks: its page is ours."""
    answer = route.fetch(max_redirects=0)
    assert answer.headers["location"] == WEATHER
    route.fulfill(body="The weather", headers={"cache-control": "no-store"})


def a_visit(live_server, browser, **more):
    context = browser.new_context(viewport=PHONE, **more)
    return Visit(context.new_page(), live_server.url)


def test_r12_the_child_says_how_the_week_was_and_the_tutor_reads_it_before_ringing(visit, cast):
    note_to(cast)
    note_to(cast, "9B won the quiz, and your seat is free.", kind="news")
    letter_to(cast)
    opened_by(visit, cast.amira)
    assert "I am still a pupil of Oak Park School (example)." in visit.text
    assert "You are still one of us." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("my-plan")

    visit.choose(WEEK, "Up and down")
    visit.write(OWN, WORDS)
    visit.press("Send")
    assert "Joe Adeyemi reads it by Wednesday 25 November 2026." in visit.text
    assert "Not read yet." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.sign_in(cast.tutor)
    visit.open("record_contact", cast.running)
    assert WORDS in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("said-before-contact")
    visit.follow("I have read this")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("What happened then?", "You eat in the library from Monday.")
    visit.press("I have read this")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("words")

    visit.go(home(cast.amira))
    assert "Joe Adeyemi read this on Tuesday 24 November 2026." in visit.text
    assert "You eat in the library from Monday." in visit.text


def test_r12_all_of_it_without_javascript(live_server, browser, visit, cast):
    plain = a_visit(live_server, browser, java_script_enabled=False)
    opened_by(plain, cast.amira)
    plain.page.get_by_label("All right", exact=True).check()
    plain.page.get_by_label(OWN, exact=True).fill(WORDS)
    plain.page.get_by_role("button", name="Send").click()
    assert ChildWords.objects.get().words == WORDS

    plain.page.get_by_role("link", name="Exit this page").click()
    assert plain.page.get_by_text("The weather").is_visible()
    plain.page.go_back()

    assert "/back/" in plain.page.url
    assert WORDS not in plain.page.content()
    plain.page.context.close()


def test_r12_a_worry_is_first_on_the_list_of_the_safeguarding_lead(visit, cast):
    opened_by(visit, cast.amira)
    visit.page.get_by_label(WORRY).check()
    visit.write(OWN, WORDS)
    visit.press("Send")
    assert "Nell Whitby gets it now." in visit.text
    assert "you talk on Tuesday 24 November 2026. Sent later: you talk on the next" in visit.text
    visit.must_be_sound(PHONE)

    visit.sign_in(cast.dsl)
    visit.go("/today/")
    assert "Amira Haddad is worried and wants to talk to somebody" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.page.get_by_role("link", name="Read it").first.click()
    assert WORDS in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("worry")
    visit.write("What happened then?", "We talk at lunch.")
    visit.press("I have read this")

    visit.sign_in(cast.tutor)
    visit.open("record_contact", cast.running)
    assert WORDS not in visit.text
    assert "The safeguarding lead has it." in visit.text


@pytest.mark.parametrize("by", ["the button", "three presses of Shift"])
def test_r12_exit_this_page_blanks_at_once_and_does_not_come_back(visit, cast, by):
    visit.go("/")
    opened_by(visit, cast.amira)
    said = visit.page.locator("[data-exit-said]")
    if by == "the button":
        visit.page.get_by_role("link", name="Exit this page").click()
    else:
        visit.page.keyboard.press("Shift+A")
        assert said.inner_text() == ""
        visit.page.keyboard.press("Shift")
        assert "2 more times" in said.inner_text()
        visit.page.keyboard.press("Shift")
        assert "1 more time" in said.inner_text()
        visit.page.keyboard.press("Shift")

    visit.page.get_by_text("The weather").wait_for()
    assert Device.objects.filter(left_at__isnull=False).exists()
    visit.page.go_back()
    assert "Amira" not in visit.page.content()
    visit.go(home(cast.amira))
    assert visit.page.url.endswith("/back/")
    assert "Amira" not in visit.page.content()


def test_r12_the_page_is_blank_before_anything_answers(visit, cast):
    opened_by(visit, cast.amira)
    visit.page.context.route("**/exit/", lambda route: route.fulfill(status=204))

    visit.page.get_by_role("link", name="Exit this page").click()

    assert visit.page.evaluate("document.body.textContent.trim()") == ""
    assert visit.page.evaluate("document.title") == ""


def test_r12_the_plan_is_printed_on_one_page(visit, cast):
    note_to(cast)
    note_to(cast, "9B won the quiz, and your seat is free.", kind="news")
    opened_by(visit, cast.amira)
    visit.write(OWN, WORDS)
    visit.press("Send")

    visit.page.emulate_media(media="print")
    printed = visit.page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert WORDS not in visit.page.get_by_role("main").inner_text()
    visit.must_be_sound()


def test_r09_a_child_who_goes_on_to_college_reads_of_no_return(visit, cast):
    number = cast.running.planversion_set.order_by("-number").first().number
    college = {"route": "post_16", "route_destination": "Uxbridge College, art and design"}
    placements.write_plan(
        cast.running,
        section="route",
        based_on=number,
        texts=college,
        by=cast.access("lead"),
        on=DAY,
    )

    opened_by(visit, cast.amira)

    assert "We plan for you to start at Uxbridge College, art and design" in visit.text
    assert not re.search(r"return|back (at|to)|come back", visit.text, re.IGNORECASE)
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("my-plan-college")
