"""The family's pages as the school sees them: the word, the link, known devices, revoking."""

import re

from django.test import Client
from django.urls import reverse

from homeward.history.models import Entry
from homeward.links.models import Device, PersonalLink, Word
from homeward.links.rules import home_of
from homeward.pupils.actions import add_adult
from tests.cast import DAY
from tests.family.mother import written_by_mother
from tests.links.knowing import WORD, agreed, known_by, link_for


def address(cast, name="family", **more):
    return reverse(f"family:{name}", kwargs={"reference": cast.running.reference, **more})


def ready(cast):
    """Agree a word with the mother."""
    agreed("adult", cast.mother.reference, keeper=cast.hillingdon, by=cast.access("lead"))


def test_each_adult_who_may_receive_and_the_child_stand_there(cast, visit):
    add_adult(
        cast.amira,
        name="Rana Haddad",
        relationship="grandparent",
        may_receive_letters=False,
        by=cast.access("lead"),
        on=DAY,
    )

    text = visit("lead", address(cast)).text

    assert "Leila Haddad Mother" in text
    assert "Amira Haddad The child" in text
    assert "No page, since they may not receive letters: Rana Haddad" in text
    assert "Nobody of the family has written yet." in text


def test_a_word_is_agreed_and_never_shown(cast, visit):
    page = address(cast, "word", whom=cast.mother.reference)

    refused = visit("lead", page, {"word": "14032013"})
    saved = visit("lead", page, {"word": WORD}, follow=True)

    assert (refused.status_code, "not a date or a number" in refused.text) == (422, True)
    assert "The word of Leila Haddad is saved." in saved.text
    assert WORD not in saved.text
    assert WORD not in Word.objects.get().digest
    assert not Entry.objects.filter(payload__summary__contains=WORD).exists()


def test_a_link_needs_a_word_and_is_shown_once(cast, visit):
    page = address(cast, "link", whom=cast.mother.reference)
    assert "Agree a word first" in visit("lead", page, {}).text
    ready(cast)

    made = visit("lead", page, {})

    assert "/open/" in made.text
    assert "<svg" in made.content.decode()
    assert "/open/" not in visit("lead", page).text
    assert "A link waits already." in visit("lead", page).text
    assert PersonalLink.objects.get().made_by == cast.lead


def test_a_link_that_was_made_twice_opens_by_the_newer_one(cast, visit):
    ready(cast)
    page = address(cast, "link", whom=cast.mother.reference)

    first, second = (path_in(visit("lead", page, {})) for _ in range(2))

    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def path_in(answer):
    return re.search(r"/family/[\w-]+/open/[\w-]+/", answer.content.decode()).group()


def test_one_device_is_revoked_after_a_question(cast, visit):
    phone, tablet = Client(), Client()
    whom = cast.mother.reference
    known = [known_by(one, "adult", whom, keeper=cast.hillingdon) for one in (phone, tablet)]
    page = address(cast, "revoke_device", whom=whom, device=known[0].reference)

    asked = visit("lead", page)
    assert "It opens nothing from now on." in asked.text
    assert not Device.objects.filter(revoked_at__isnull=False).exists()
    visit("lead", page, {})
    visit("lead", page, {})

    assert phone.get(home_of("adult", whom)).status_code == 404
    assert tablet.get(home_of("adult", whom)).status_code == 200


def test_everything_of_one_person_is_revoked_at_once(cast, visit):
    phone = Client()
    whom = cast.mother.reference
    ready(cast)
    known_by(phone, "adult", whom, keeper=cast.hillingdon)
    token = link_for("adult", whom, keeper=cast.hillingdon, by=cast.access("lead"))

    answer = visit("lead", address(cast, "revoke", whom=whom), {}, follow=True)

    assert "Revoked. It opens nothing any more." in answer.text
    assert phone.get(home_of("adult", whom)).status_code == 404
    assert Client().get(f"{home_of('adult', whom)}open/{token}/").status_code == 404
    assert Entry.objects.filter(
        payload__summary="Revoked every link and device of Leila Haddad"
    ).exists()


def test_wrong_tries_are_counted_and_a_blocked_word_is_said(cast, visit):
    ready(cast)
    whom = cast.mother.reference
    token = link_for("adult", whom, keeper=cast.hillingdon, by=cast.access("lead"))
    for number in range(5):
        Client().post(f"{home_of('adult', whom)}open/{token}/", {"word": f"wrong {number}"})

    text = visit("lead", address(cast)).text

    assert "5 tries in the last week" in text
    assert "The word was wrong five times" in text
    visit("lead", address(cast, "word", whom=whom), {"word": "copperbeech"})
    assert "The word was wrong five times" not in visit("lead", address(cast)).text


def test_whoever_answers_but_sends_no_letters_reads_and_makes_nothing(cast, visit):
    written_by_mother(cast)

    page = visit("tutor", address(cast))

    assert "The taxi came late twice." in page.text
    assert "Agree a word" not in page.text
    assert visit("tutor", address(cast, "link", whom=cast.mother.reference)).status_code == 403


def test_nobody_of_another_family_can_be_reached_through_a_placement(cast, visit):
    other = add_adult(
        cast.ben, name="Mo O’Neil", relationship="father", by=cast.access("lead"), on=DAY
    )

    for name in ("word", "link", "revoke"):
        assert visit("lead", address(cast, name, whom=other.reference)).status_code == 404
