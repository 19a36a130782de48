"""Parents, the child and staff are told in writing, each their own letter, checked before it leaves."""

import pytest
from django.urls import reverse

from homeward.due.models import Expectation
from homeward.letters import actions as letters
from homeward.letters.models import Message
from homeward.placements import actions as placements
from homeward.placements.models import Sending, Telling
from homeward.pupils import actions as pupils
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE, Visit
from tests.placements.writing_letters import teachers

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agreed(cast):
    """Ben's placement, agreed and not yet begun: his parents live apart, and nobody has been told."""
    by = cast.access("lead")
    home = pupils.add_household(
        cast.ben,
        street="4 Ash Row (example)",
        town="Uxbridge",
        postcode="UB8 3AA",
        is_childs_home=True,
        by=by,
        on=DAY,
    )
    pupils.add_adult(
        cast.ben,
        name="Grace O’Neil",
        relationship="mother",
        household=home,
        email="grace@family.example",
        channel="email",
        by=by,
        on=DAY,
    )
    pupils.add_adult(
        cast.ben,
        name="Tom O’Neil",
        relationship="father",
        may_receive_letters=False,
        by=by,
        on=DAY,
    )
    return placements.agree(cast.draft, by=by, on=DAY)


def test_r08_parents_are_told_by_a_letter_that_was_checked_before(visit, cast, agreed):
    visit.sign_in(cast.lead)
    visit.open("messages", agreed)
    assert "Nothing was written to the family yet." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("messages-empty")

    visit.follow("The placement is starting")
    assert "Tom O’Neil: They may not receive letters." in visit.text
    assert "Ben starts at Northgate (example)." in visit.text
    assert "This is for a short time." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("message-check")
    visit.write("Do you want to add a word of your own?", "We look forward to meeting you.")
    visit.press("Send")
    assert "Please look at them once more" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Send")

    assert "Written to 1 person." in visit.text
    assert "by email, waits to be sent" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("messages-list")
    message = Message.objects.get()
    assert (message.to_name, message.channel) == ("Grace O’Neil", "email")
    assert "Ben" not in message.subject
    must_be_told(agreed, "parents", "email")


def test_r09_the_child_has_a_letter_of_their_own(visit, cast, agreed):
    visit.sign_in(cast.lead)
    visit.open("messages", agreed)
    visit.follow("My plan")
    assert "I am Ben. I am still a pupil of Oak Park School (example)." in visit.text
    assert "On Monday 30 November 2026 I start at Northgate (example)." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("message-check-child")
    visit.press("Send")
    must_be_told(agreed, "child", "letter")

    visit.open("message", agreed, message=Message.objects.get().reference)
    assert "My place there is kept for me." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("message-child")
    visit.press("Record that it was handed over")
    assert "Saved. It was handed over." in visit.text
    assert Sending.objects.get().message.deliveries.get().handed_over_on == DAY


def test_r10_staff_are_told_by_name(visit, cast, agreed):
    teachers(cast, agreed, 3)
    visit.sign_in(cast.lead)
    visit.open("new_message", agreed, letter="placement_starting_staff")
    assert "Ben stays a pupil of Oak Park School (example)." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("How does Teacher 3 get it?", "Not this time")
    visit.press("Send")

    assert "Written to 2 people." in visit.text
    must_be_told(agreed, "staff", "email")


def test_a_message_that_came_back_is_seen_and_reaches_them_on_paper(visit, cast, agreed):
    visit.sign_in(cast.lead)
    visit.open("new_message", agreed, letter="placement_starting")
    visit.press("Send")
    letters.record_bounce(Message.objects.get(), because="No such mailbox", on=DAY)

    visit.go("/today/")
    assert "An email to Grace O’Neil came back: reach them another way" in visit.text
    visit.open("messages", agreed)
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("messages-came-back")
    visit.follow("Reach them another way")
    assert "No such mailbox" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("message-came-back")
    visit.press("Write it again, another way")
    visit.choose("How does Grace O’Neil get it?", "On paper")
    visit.press("Send")

    assert Expectation.objects.get(kind="placements.bounced").met_on == DAY
    assert Message.objects.last().postal.endswith("4 Ash Row (example)\nUxbridge\nUB8 3AA")


def test_a_letter_is_checked_and_sent_without_javascript(live_server, browser, cast, agreed):
    bare = browser.new_context(java_script_enabled=False).new_page()
    hand = Visit(bare, live_server.url)
    hand.sign_in(cast.lead)
    hand.go(reverse("placements:new_message", args=[agreed.reference, "placement_starting"]))
    hand.press("Send")

    assert "Written to 1 person." in hand.text
    must_be_told(agreed, "parents", "email")
    bare.context.close()


def must_be_told(placement, audience, how):
    """They were told, today, by the message itself, and nothing asks for it any more."""
    told = Telling.objects.get(placement=placement, audience=audience)
    assert (told.told_on, told.how, told.told_by_name) == (DAY, how, "Mara Lind")
    line = Expectation.objects.get(
        about=placement.reference, kind="placements.tell", period=audience
    )
    assert line.met_on == DAY
