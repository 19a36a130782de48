"""A teacher's page: it opens on their own device only, and shows one page and nothing else."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from homeward.due.models import Expectation
from homeward.letters.models import Message
from homeward.links.models import Device
from homeward.links.recognising import COOKIE
from homeward.organisations.models import Installation
from homeward.placements import actions
from homeward.placements.actions.teachers import end_teacher
from homeward.placements.models import AdjustmentTick, BriefingReceipt, TaughtBy
from homeward.placements.rules import ticks
from tests.cast import DAY
from tests.links.knowing import known_by, link_for
from tests.placements.briefings import name_teachers, send, teacher
from tests.placements.coming_back import write_ladder, write_plan
from tests.placements.visiting import line, plain

TOM = "Mr Tom Fell"


@pytest.fixture
def out(cast, settings):
    """The briefing about Amira is out to fourteen teachers."""
    settings.TODAY = DAY
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})
    write_ladder(cast)
    write_plan(cast)
    name_teachers(cast)
    return send(cast)


def link_of(cast, name=TOM):
    row = teacher(name)
    token = link_for("teacher", row.reference, keeper=cast.hillingdon, by=cast.access("lead"))
    return reverse("family:open_teacher", args=[row.reference, token])


def figures():
    body = Message.objects.filter(letter="teacher_code").latest("id").body
    return re.search(r"\d{3} \d{3}", body)[0]


def known(cast, name=TOM):
    client, row = Client(), teacher(name)
    known_by(client, "teacher", row.reference, keeper=cast.hillingdon)
    return client, reverse("family:teacher", args=[row.reference])


def page_of(cast, home):
    return f"{home}{cast.running.reference}/"


def test_a_link_sends_figures_to_the_teachers_own_mailbox_and_opens_with_them(cast, out):
    client, address = Client(), link_of(cast)

    assert client.get(address).status_code == 200
    assert not Message.objects.filter(letter="teacher_code").exists()
    client.post(address, {"step": "send"})
    sent = Message.objects.get(letter="teacher_code")
    assert sent.address == "t.fell@oakpark.example"

    answer = client.post(address, {"figures": figures()})

    assert answer.status_code == 302
    assert Device.objects.filter(whom=teacher(TOM).reference).count() == 1
    shown = client.get(answer.url)
    assert "Amira Haddad" in plain(shown.content.decode())
    assert client.get(address).status_code == 302


def test_a_forwarded_link_opens_nothing(cast, out):
    address = link_of(cast)
    owner, other = Client(), Client()
    other.post(address, {"step": "send"})

    for guess in ("000000", "123456"):
        wrong = other.post(address, {"figures": guess})
        assert wrong.status_code == 422
    assert "Amira" not in other.get(address).content.decode()
    assert COOKIE not in other.cookies

    owner.post(address, {"step": "send"})
    owner.post(address, {"figures": figures()})
    closed = other.get(address)
    assert closed.status_code == 404
    assert "Amira" not in closed.content.decode()


def test_somebody_who_is_signed_in_does_not_open_it_either(cast, out):
    client = Client()
    client.force_login(cast.lead)
    home = reverse("family:teacher", args=[teacher(TOM).reference])

    assert client.get(home).status_code == 404
    assert client.get(page_of(cast, home)).status_code == 404


def test_only_the_tap_counts_as_read(cast, out):
    client, home = known(cast)

    assert "To read" in client.get(home).content.decode()
    shown = client.get(page_of(cast, home)).content.decode()
    assert not BriefingReceipt.objects.exists()
    assert "A seat by the door." in shown
    assert "A pass to leave the room" in shown
    client.post(page_of(cast, home), {"step": "read", "number": str(out)})
    client.post(page_of(cast, home), {"step": "read", "number": str(out)})

    receipt = BriefingReceipt.objects.get()
    assert (receipt.teacher, receipt.read_on) == (teacher(TOM), DAY)


def test_an_old_version_is_not_read_for_the_new_one(cast, out):
    client, home = known(cast)

    answer = client.post(page_of(cast, home), {"step": "read", "number": "99"})

    assert "The page has changed since" in answer.content.decode()
    assert not BriefingReceipt.objects.exists()


def test_nothing_else_of_the_placement_is_shown(cast, out):
    client, home = known(cast)

    shown = client.get(page_of(cast, home)).content.decode()

    for hidden in ("Bridge House", "Leila", "Mill Lane", "off_site", "calm place to learn"):
        assert hidden not in shown


def test_ending_a_teacher_closes_their_page_at_once(cast, out):
    client, home = known(cast)
    row = TaughtBy.objects.get(teacher__name=TOM)

    end_teacher(row, to_on=DAY, by=cast.access("lead"), on=DAY)

    assert client.get(home).status_code == 404
    assert Client().get(link_of(cast)).status_code == 404


def test_another_childs_page_is_not_there(cast, out):
    client, home = known(cast)

    assert client.get(f"{home}{cast.draft.reference}/").status_code == 404


def test_a_teacher_who_signs_in_needs_no_link(cast, out):
    client = Client()
    client.force_login(cast.teacher)

    assert "Amira Haddad" in plain(client.get("/briefing/").content.decode())
    today = plain(client.get("/today/").content.decode())
    assert "Read the one page about Amira" in today
    address = reverse("family:briefing_of", args=[cast.running.reference])
    client.post(address, {"step": "read", "number": str(out)})

    assert BriefingReceipt.objects.get().teacher == teacher("Owen Marsh")
    assert "Read the one page" not in client.get("/today/").content.decode()


def test_a_colleague_who_does_not_teach_her_sees_an_empty_list(cast, out):
    client = Client()
    client.force_login(cast.dsl)

    assert "nothing to read" in client.get("/briefing/").content.decode()
    address = reverse("family:briefing_of", args=[cast.running.reference])
    assert client.get(address).status_code == 404


# Is it happening?


@pytest.fixture
def back(cast, out, settings):
    """Amira has been back for eight days; her teachers are asked."""
    came = {"came_on": date(2026, 11, 24), "by": cast.access("lead"), "on": DAY}
    actions.record_return(cast.running, **came)
    settings.TODAY = date(2026, 12, 1)


def said(client, address, answer, comment=""):
    sent = {"step": "tick", "happening_0": answer, "comment_0": comment}
    return client.post(address, sent)


def test_one_tap_says_whether_it_happens_and_twice_the_same_is_once(cast, back):
    client, home = known(cast)
    address = page_of(cast, home)
    assert "Is it happening?" in client.get(address).content.decode()

    assert said(client, address, "partly", "Not in cover lessons").status_code == 302
    said(client, address, "partly", "Not in cover lessons")

    tick = AdjustmentTick.objects.get()
    assert (tick.happening, tick.teacher, tick.name) == ("partly", teacher(TOM), TOM)


def test_saying_nothing_is_asked_again(cast, back):
    client, home = known(cast)

    answer = client.post(page_of(cast, home), {"step": "tick"})

    assert answer.status_code == 422
    assert "Say yes, sometimes or no" in answer.content.decode()


def test_a_no_twice_reaches_the_lead(cast, back, settings):
    client, home = known(cast)
    address = page_of(cast, home)
    said(client, address, "no")
    settings.TODAY = date(2026, 12, 15)
    said(client, address, "no", "The pass is lost")

    found = line_of(cast)
    assert found.subject == "A pass to leave the room"
    assert found.due_on == date(2026, 12, 15)

    lead = Client()
    lead.force_login(cast.lead)
    shown = plain(lead.get(f"/placements/{cast.running.reference}/adjustments/").content.decode())
    assert "The pass is lost" in shown
    today = plain(lead.get("/today/").content.decode())
    assert "Twice in a row it did not happen for Amira" in today


def line_of(cast):
    return Expectation.objects.get(about=cast.running.reference, kind=ticks.NOT_HAPPENING)


def test_the_lead_writes_down_what_somebody_says(cast, back):
    lead = Client()
    lead.force_login(cast.lead)
    row = teacher("Mrs Sal Green")
    address = reverse("placements:tick", args=[cast.running.reference, str(row.reference)])

    assert lead.get(address).status_code == 200
    lead.post(address, {"happening_0": "yes", "comment_0": ""})

    assert AdjustmentTick.objects.get().teacher == row
    assert line(cast.running, ticks.OTHERS, "2026-11-24").met_on is None
