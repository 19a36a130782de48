"""The briefing: fourteen teachers, thirteen of whom read it; and whether what is promised happens."""

import re
from datetime import date

import pytest

from homeward.letters.models import Message
from homeward.links.actions import make_link
from homeward.links.codes import LinkKind
from homeward.links.models import Device
from homeward.links.recognising import COOKIE
from homeward.links.rules import home_of, opening
from homeward.links.secrets import digest_of, new_token, token_for
from homeward.placements import actions
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE, Visit
from tests.links.knowing import NOON
from tests.placements.briefings import TIMETABLE, name_teachers, read, send, teacher
from tests.placements.coming_back import write_ladder, write_plan

pytestmark = pytest.mark.django_db(transaction=True)
TOM = "Mr Tom Fell"


def opened_by(visit, row):
    """Let the browser be known as a teacher's own telephone."""
    token = new_token()
    Device.objects.create(
        keeper_id=row.keeper_id,
        kind=LinkKind.TEACHER,
        whom=row.reference,
        digest=digest_of(token),
        known_at=NOON,
        seen_at=NOON,
        until_on=date(2027, 2, 1),
        browser="Chrome on Android",
    )
    path = home_of(LinkKind.TEACHER, row.reference)
    cookie = {"name": COOKIE, "value": token, "domain": "localhost", "path": path}
    visit.page.context.add_cookies([cookie])
    visit.size(PHONE)
    visit.go(path)


def test_r10_the_lead_pastes_a_timetable_writes_the_page_and_sends_it(visit, cast):
    write_plan(cast)
    visit.sign_in(cast.lead)
    visit.open("teachers", cast.running)
    assert "Nobody is on the list yet." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.follow("Paste a timetable or a list")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Paste the timetable or the list", TIMETABLE + "???")
    visit.press("Read the list")
    assert "1 line was not understood" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Add 14 teachers")
    assert "Saved. 14 teachers added." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("teachers")

    visit.open("write_briefing", cast.running, beginning="start")
    assert "A pass to leave the room" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("What I am good at", "Drawing, and looking after others.")
    visit.write("What helps me", "Five minutes to begin.")
    visit.press("Save the page")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.follow("Send to the teachers")
    assert "No email: print a card" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Send it")

    assert "Sent to 13; print a card for 1" in visit.text
    assert Message.objects.filter(letter="briefing").count() == 14
    visit.must_be_sound(DESKTOP, PHONE)


def test_r18_thirteen_of_fourteen_have_read_it_and_the_lead_knows_who_has_not(visit, cast):
    write_ladder(cast)
    write_plan(cast)
    name_teachers(cast)
    read(cast, send(cast), but=[TOM, "Ms Nadia Hassan"])
    hassan = teacher("Ms Nadia Hassan")
    opened_by(visit, hassan)
    assert "To read" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.follow("Amira Haddad")
    assert "A seat by the door." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("briefing")
    visit.press("I have read this")
    assert "The school sees that you have read it." in visit.text

    visit.sign_in(cast.lead)
    visit.open("briefing", cast.running)
    assert "13 of 14" in visit.text
    first = visit.page.get_by_role("region", name="Who has read it").get_by_role("listitem").first
    assert TOM in first.inner_text()
    assert "Not read yet" in first.inner_text()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("who-has-read-it")

    visit.sign_in(cast.head)
    visit.open("briefing_why_not", cast.running, beginning="return")
    assert f"Not read yet: {TOM}." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Why have not all of them read it?", "He is ill. The cover teacher has read it.")
    visit.press("Save with my name")
    assert "Ruth Penny (Headteacher)" in visit.text
    visit.open("coming_back", cast.running)
    assert "has not read the briefing" not in visit.text


def test_r18_a_link_opens_with_figures_from_the_teachers_own_mailbox(live_server, browser, cast):
    name_teachers(cast)
    send(cast)
    row = teacher(TOM)
    link = make_link(
        kind=LinkKind.TEACHER,
        whom=row.reference,
        keeper=row.keeper_id,
        by=cast.access("lead"),
        on=DAY,
    )
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    visit = Visit(context.new_page(), live_server.url)
    visit.on(DAY)
    visit.go(opening(LinkKind.TEACHER, row.reference, token_for(link.reference)))
    assert "Amira" not in visit.text

    visit.press("Send me the six figures")
    body = Message.objects.get(letter="teacher_code").body
    visit.write("What are the six figures?", re.search(r"\d{3} \d{3}", body)[0])
    visit.press("Open my page")
    visit.follow("Amira Haddad")
    visit.press("I have read this")

    assert "The school sees that you have read it." in visit.text
    context.close()


def test_r19_a_no_twice_in_a_row_reaches_the_lead(visit, cast):
    write_ladder(cast)
    write_plan(cast)
    name_teachers(cast)
    read(cast, send(cast))
    actions.record_return(cast.running, came_on=DAY, by=cast.access("lead"), on=DAY)
    visit.sign_in(cast.lead)
    visit.on(date(2026, 12, 1))
    opened_by(visit, teacher(TOM))
    visit.follow("Amira Haddad")
    assert "Is it happening?" in visit.text
    visit.choose("A pass to leave the room", "No")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    assert "Thank you for saying how it is." in visit.text

    visit.on(date(2026, 12, 15))
    visit.go(visit.page.url.replace(visit.address, ""))
    visit.choose("A pass to leave the room", "No")
    visit.write("Anything to say about it?", "The pass is lost.")
    visit.press("Save")
    assert "Thank you for saying how it is." in visit.text

    visit.sign_in(cast.lead)
    visit.go("/today/")
    assert "Twice in a row it did not happen for Amira" in visit.text
    visit.open("happening", cast.running)
    assert "The pass is lost." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("promised-and-happening")
