"""My plan: what a child sees, what they say there, and what never stands on it."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from homeward.family.models import ChildWords
from homeward.family.queries.child_page import ChildPage
from homeward.family.rules.shown import walk
from homeward.links.models import Device
from homeward.placements import actions as placements
from homeward.placements.codes import LineKind
from homeward.placements.models import Placement
from homeward.placements.rules.plan import Line
from homeward.pupils.models import Pupil
from homeward.web.uuid7 import uuid7
from tests.asked import asked
from tests.cast import DAY
from tests.family.child import home, letter_to, note_to, said
from tests.letters.test_reading_age import NAMES
from tests.reading_age import measured

SAID = {"week": "4", "words": "Lunch <b>was</b> good.", "is_shared": "no"}
NO_BREAK = re.compile(r"<[^>]+>")
HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} =1+1 \u202eabc"


def read(answer):
    """What a person reads in the main part of a page."""
    html = answer.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(NO_BREAK.sub(" ", main).replace("&#39;", "’").split())


def leads_to(cast, route, on=DAY, **texts):
    """Let Amira's plan lead somewhere else."""
    number = cast.running.planversion_set.order_by("-number").first().number
    placements.write_plan(
        cast.running,
        section="route",
        based_on=number,
        texts={"route": route, **texts},
        by=cast.access("lead"),
        on=on,
    )


def test_a_child_sees_where_they_belong_and_who_their_people_are(cast, my_plan):
    page = my_plan()

    text = read(page)
    assert page.status_code == 200
    assert "I am still a pupil of Oak Park School (example)." in text
    assert "I learn at Bridge House (example) now." in text
    assert "14 school days are left, until Friday 11 December. That is 3 weeks." in text
    assert "JA Joe Adeyemi talks with me each week" in text
    assert "Monday to Friday The Boathouse, 2.5 hours in the morning and in the afternoon" in text
    assert "We plan for you to be back at school by Thursday 17 December." in text
    for heading in ("My people", "My week", "My steps", "How was my week?", "What I said"):
        assert heading in text


def test_who_reads_it_and_when_stands_beside_the_form_with_whom_to_ring(cast, my_plan):
    text = read(my_plan())

    assert "Joe Adeyemi reads this, word for word. It is read by Wednesday 25 November 2026" in text
    assert "before you next talk" in text
    assert "You next talk by Friday 27 November 2026." in text
    assert "It is read on school days, from 8.30am to 4pm." in text
    assert "0800 1111" in text
    assert "999" in text


def test_what_a_child_says_is_kept_word_for_word_and_not_shared(cast, my_plan):
    answer = my_plan(SAID)

    assert answer.status_code == 302
    assert answer.url == home(cast.amira) + "?sent=1"
    row = ChildWords.objects.get()
    assert (row.week, row.words, row.said_on) == ("4", "Lunch <b>was</b> good.", DAY)
    assert not row.is_shared_with_parents
    text = read(my_plan(address=answer.url))
    assert "Joe Adeyemi reads it by Wednesday 25 November 2026." in text
    assert "Your parents or carers do not see it." in text
    assert "Lunch &lt;b&gt;was&lt;/b&gt; good." in text


def test_nothing_said_and_hostile_text_are_answered_in_sentences(cast, my_plan):
    empty, hostile = my_plan({"words": ""}), my_plan({"words": HOSTILE})

    assert empty.status_code == hostile.status_code == 422
    assert "Choose an answer, or write something below" in empty.text
    assert "hidden characters" in hostile.text
    assert not ChildWords.objects.exists()


@pytest.mark.parametrize("text", [HOSTILE.replace("\u202e", ""), "A" * 4000, "مرحبا", "'; --"])
def test_any_words_are_shown_as_they_were_written(cast, my_plan, text):
    assert my_plan({"words": text}).status_code == 302

    page = my_plan()

    assert ChildWords.objects.get().words == text
    assert "<script>alert" not in page.content.decode()


def test_a_form_sent_twice_is_kept_once(cast, my_plan):
    sent = SAID | {"submit_token": "one"}

    first, second = my_plan(sent), my_plan(sent)

    assert first.url == second.url
    assert ChildWords.objects.count() == 1


def test_past_the_last_day_it_says_honestly_that_nothing_was_decided(cast, my_plan):
    text = read(my_plan(on=date(2026, 12, 14)))

    assert "The last planned day was Friday 11 December." in text
    assert "We have not told you yet what comes next. Ask Joe Adeyemi." in text


@pytest.mark.parametrize("route", ["new_school", "long_term", "post_16"])
def test_nothing_presumes_a_return_where_the_plan_leads_elsewhere(cast, my_plan, route):
    leads_to(cast, route, route_destination="Uxbridge College")

    text = read(my_plan())

    assert "We plan for you to start at Uxbridge College" in text
    assert not re.search(r"return|back (at|to)|coming back", text, re.I)


def test_a_child_without_a_school_reads_who_looks_for_one(cast, my_plan):
    text = read(my_plan(pupil=cast.kofi))

    assert "I have no school place yet." in text
    assert "is looking for one with me." in text


def test_a_child_whose_placement_is_a_draft_has_a_calm_page(cast, my_plan):
    page = my_plan(pupil=cast.ben)

    assert page.status_code == 200
    assert "There is no plan to show yet." in read(page)


def test_a_note_the_news_and_what_helps_stand_on_the_page(cast, my_plan):
    note_to(cast)
    note_to(cast, "9B won the quiz.", kind="news")
    placements.write_plan(
        cast.running,
        section="adjustments",
        based_on=cast.running.planversion_set.order_by("-number").first().number,
        lines=[_adjustment("Sit near the door"), _adjustment("Ring 07700 900101 first", 2)],
        texts={},
        by=cast.access("lead"),
        on=DAY,
    )

    text = read(my_plan())

    assert "A note for me We keep your seat by the window. Joe Adeyemi , Tuesday 24" in text
    assert "News of my class 9B won the quiz." in text
    assert "You are still one of us." in text
    assert "Sit near the door" in text
    assert "07700 900101" not in text


def test_a_letter_to_me_is_listed_read_and_noted_as_read(cast, my_plan):
    sending = letter_to(cast)
    assert "Your new place" in read(my_plan())

    address = reverse("family:child_letter", args=[cast.amira.reference, sending.reference])
    page = my_plan(address=address)

    assert "You start on Monday." in read(page)
    sending.refresh_from_db()
    assert sending.read_at is not None


def test_a_letter_that_names_an_address_of_the_family_stays_off_the_table(cast, my_plan):
    sending = letter_to(cast, body="Dear Amira,\n\nWe come to 7 Mill Lane (example), Uxbridge.")

    address = reverse("family:child_letter", args=[cast.amira.reference, sending.reference])

    assert my_plan(address=address).status_code == 404


def test_staff_only_words_never_stand_there(cast, my_plan):
    secret = "Zanzibar"
    named = {
        field.name: secret
        for field in Placement._meta.fields
        if field.get_internal_type() == "TextField"
    }
    Placement.objects.filter(pk=cast.running.pk).update(**named)
    placements.write_plan(
        cast.running,
        section="trust",
        based_on=cast.running.planversion_set.order_by("-number").first().number,
        texts={"adult_strand": secret, "peer_strand": secret},
        by=cast.access("lead"),
        on=DAY,
    )
    Pupil.objects.filter(pk=cast.amira.pk).update(social_worker=secret)

    page = my_plan().content.decode()

    assert len(named) > 10
    for word in (secret, "Leila", "Mill Lane", "07700", "01632", "UPN", cast.amira.upn):
        assert word not in page


def test_every_field_of_the_page_has_its_words():
    named = dict(walk(ChildPage))

    assert named["words.read.what_happened"] == "What happened then"
    for part in ("reason", "safeguarding", "behaviour", "cost", "shield", "address", "need"):
        assert not any(part in path for path in named)


def test_another_device_and_one_that_left_see_nothing(cast, client, my_plan):
    page = my_plan()
    assert page["Cache-Control"] == "private, no-store"

    left = client.get(reverse("family:child_exit", args=[cast.amira.reference]))

    assert left.url == "https://www.bbc.co.uk/weather"
    assert left["Cache-Control"] == "private, no-store"
    assert Device.objects.filter(left_at__isnull=False).exists()
    again = client.get(home(cast.amira))
    assert again.url == home(cast.amira) + "back/"


def test_whoever_is_not_known_leaves_too(client, cast):
    answer = client.get(reverse("family:child_exit", args=[cast.elm_road.reference]))

    assert answer.url == "https://www.bbc.co.uk/weather"


def test_a_page_asks_no_more_the_more_was_said(cast, client, my_plan):
    said(cast)
    my_plan()
    few = asked(lambda: client.get(home(cast.amira)))
    for _ in range(5):
        said(cast)
        note_to(cast)
        letter_to(cast)

    many = asked(lambda: client.get(home(cast.amira)))

    assert len(many) == len(few)
    known = re.compile("links_device|organisations_installation")
    assert len([one for one in many if not known.search(one)]) <= 15


def test_the_page_is_light(cast, my_plan):
    said(cast)
    note_to(cast)
    page = my_plan().content
    names = re.findall(rb'/static/([\w./-]+\.(?:css|js))"', page)
    files = [*map(bytes.decode, names), "web/vendor/govuk-frontend/govuk.js"]
    parts = [Path(finders.find(name)).read_bytes() for name in sorted(set(files))]

    assert len(gzip.compress(page)) <= 8_000
    assert sum(len(gzip.compress(part)) for part in [page, *parts]) <= 45_000


def test_the_page_is_plain_to_read(cast, my_plan):
    note_to(cast, "We keep your seat by the window.")
    html = my_plan().content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    parts = re.split(r"</?(?:p|li|dd|h1|h2|legend|label|div)\b[^>]*>", main)
    lines = [" ".join(NO_BREAK.sub(" ", one).split()) for one in parts]

    found = measured("\n".join(one for one in lines if one.endswith((".", "?"))), NAMES)

    assert found.age <= 10, found
    assert found.too_long == ()


def _adjustment(what, number=1):
    return Line(kind=LineKind.ADJUSTMENT, thread=uuid7(), what=what, who="Every teacher")
