"""Somebody from outside at the doors of the family's pages: every wrong way in looks the same."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from homeward.links.actions import make_feed, revoke
from homeward.links.codes import LinkKind
from homeward.links.recognising import COOKIE
from homeward.links.rules import feed_address, opening
from homeward.organisations.models import Installation
from homeward.pupils import actions as pupils
from tests.cast import DAY
from tests.links.knowing import WORD, agreed, known_by, link_for

ADULT_PAGES = ("home", "plan", "answers", "weeks", "not_right", "letters", "calendar")
HOSTILE = ["\0", "\u202eabc", "x" * 20_000, "<script>alert(1)</script>", "{{ 7*7 }}", "'; drop--"]


@pytest.fixture(autouse=True)
def today(monkeypatch, cast):
    Installation.objects.update_or_create(pk=1, defaults={"is_demo": True})
    monkeypatch.setattr("django.conf.settings.TODAY", DAY)


def _plain(answer):
    """An answer without what differs each time by itself: the token of its forms."""
    return answer.content.partition(b"csrf")[0], answer.status_code


def test_each_link_that_does_not_open_is_answered_alike(cast):
    by, whom = cast.access("lead"), cast.mother.reference
    agreed(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=by)
    old = link_for(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=by)
    link_for(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=by)
    childs = link_for(LinkKind.CHILD, cast.amira.reference, keeper=cast.hillingdon, by=by)
    addresses = [
        opening(LinkKind.ADULT, whom, old),
        opening(LinkKind.ADULT, whom, "a" * 43),
        opening(LinkKind.ADULT, whom, childs),
        opening(LinkKind.ADULT, uuid4(), old),
        opening(LinkKind.ADULT, cast.amira.reference, childs),
        opening(LinkKind.CHILD, whom, childs),
        opening(LinkKind.TEACHER, whom, old),
        opening(LinkKind.ADULT, whom, "%00"),
        feed_address(LinkKind.ADULT, whom, "a" * 43),
    ]

    answers = {_plain(Client().get(address)) for address in addresses}

    assert len(answers) == 1
    assert next(iter(answers))[1] == 404


def test_a_cookie_opens_nobody_elses_page_and_no_page_of_another_kind(cast, client):
    other = pupils.add_adult(
        cast.amira, name="Sami Haddad", relationship="father", by=cast.access("lead"), on=DAY
    )
    known_by(client, LinkKind.ADULT, cast.mother.reference, keeper=cast.hillingdon)
    token = client.cookies[COOKIE].value
    stranger = Client()
    stranger.cookies[COOKIE] = token

    for whom in (other.reference, cast.amira.reference, uuid4()):
        for page in ADULT_PAGES:
            assert stranger.get(reverse(f"family:{page}", args=[whom])).status_code == 404
    for kind in ("my-plan", "briefing"):
        assert stranger.get(f"/{kind}/{cast.mother.reference}/").status_code == 404
    assert client.get(reverse("family:home", args=[cast.mother.reference])).status_code == 200


@pytest.mark.parametrize("said", [{"may_receive_letters": False}, {"left_on": DAY}])
def test_a_known_device_opens_nothing_more_for_somebody_who_left(cast, client, said):
    whom = cast.mother.reference
    known_by(client, LinkKind.ADULT, whom, keeper=cast.hillingdon)
    feed = make_feed(kind=LinkKind.ADULT, whom=whom, keeper=cast.hillingdon.pk, on=DAY)
    pupils.amend_adult(cast.mother, by=cast.access("lead"), on=DAY, **said)

    for page in ADULT_PAGES:
        assert client.get(reverse(f"family:{page}", args=[whom])).status_code == 404
    assert client.get(feed_address(LinkKind.ADULT, whom, feed)).status_code == 404


def test_after_a_revocation_neither_device_nor_calendar_answers(cast, client):
    whom, by = cast.mother.reference, cast.access("lead")
    known_by(client, LinkKind.ADULT, whom, keeper=cast.hillingdon)
    feed = feed_address(
        LinkKind.ADULT,
        whom,
        make_feed(kind=LinkKind.ADULT, whom=whom, keeper=cast.hillingdon.pk, on=DAY),
    )
    assert client.get(feed).status_code == 200

    revoke(whom=whom, keeper=cast.hillingdon.pk, by=by, on=DAY)

    assert client.get(feed).status_code == 404
    assert client.get(reverse("family:home", args=[whom])).status_code == 404


def test_the_calendar_names_nobody(cast, client):
    whom = cast.mother.reference
    token = make_feed(kind=LinkKind.ADULT, whom=whom, keeper=cast.hillingdon.pk, on=DAY)

    text = client.get(feed_address(LinkKind.ADULT, whom, token)).content.decode()

    assert "BEGIN:VEVENT" in text
    assert not [name for name in ("Amira", "Haddad", "Leila", "Oak Park") if name in text]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_refused_or_kept_and_never_an_error(cast, client, text):
    whom = cast.mother.reference
    agreed(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=cast.access("lead"))
    token = link_for(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=cast.access("lead"))
    assert Client().post(opening(LinkKind.ADULT, whom, token), {"word": text}).status_code == 422
    known_by(client, LinkKind.ADULT, whom, keeper=cast.hillingdon)
    known_by(client, LinkKind.CHILD, cast.amira.reference, keeper=cast.hillingdon)

    for page, field in (("not_right", "text"), ("my_plan", "words")):
        of = whom if page == "not_right" else cast.amira.reference
        kind = LinkKind.ADULT if page == "not_right" else LinkKind.CHILD
        known_by(client, kind, of, keeper=cast.hillingdon)
        answer = client.post(reverse(f"family:{page}", args=[of]), {field: text})
        assert answer.status_code in {302, 422}, (page, text[:20])
        shown = client.get(reverse(f"family:{page}", args=[of])).content.decode()
        assert "<script>alert" not in shown


def test_a_form_without_its_csrf_token_changes_nothing(cast):
    client = Client(enforce_csrf_checks=True)
    whom = cast.mother.reference
    known_by(client, LinkKind.ADULT, whom, keeper=cast.hillingdon)
    agreed(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=cast.access("lead"))
    token = link_for(LinkKind.ADULT, whom, keeper=cast.hillingdon, by=cast.access("lead"))

    said = client.post(reverse("family:not_right", args=[whom]), {"text": "No."})
    opened = Client(enforce_csrf_checks=True).post(
        opening(LinkKind.ADULT, whom, token), {"word": WORD}
    )

    assert (said.status_code, opened.status_code) == (403, 403)


@pytest.mark.parametrize(
    "more", ["weeks/words/../", "letters/1/", "%2e%2e/", "calendar/x.ics/", "weeks/?after=-1"]
)
def test_a_crooked_path_is_no_way_in(cast, more):
    answer = Client().get(f"/family/{cast.mother.reference}/{more}")

    assert answer.status_code in {301, 404}
