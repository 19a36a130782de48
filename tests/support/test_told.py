"""The email that says only that something waits."""

from datetime import date

import pytest
from django.core import mail
from django.db import transaction

from homeward.jobs.actions import work
from homeward.organisations import actions as organisations
from homeward.organisations.access import system
from homeward.support import actions
from homeward.support.work import tell
from tests.cast import DAY
from tests.support.conftest import answer, ask

WORDS = ("Amira", "Haddad", "Oak Park", "return", "meeting")


@pytest.fixture(autouse=True)
def by_mail(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def sent():
    work(on=DAY)
    letters = list(mail.outbox)
    mail.outbox.clear()
    return letters


def test_the_mailbox_of_the_team_hears_that_something_waits_and_of_no_child(cast, asked):
    (letter,) = sent()

    assert letter.to == ["exclusionsupport@hillingdon.gov.uk"]
    assert letter.subject == "Something waits for you in Homeward"
    assert "http://localhost:8000/requests/\n" in letter.body
    assert [word for word in WORDS if word in letter.subject + letter.body] == []


def test_whoever_asked_hears_of_an_answer_and_of_the_end(cast, asked):
    sent()

    answer(cast, asked, "She can have the quiet room.")
    (letter,) = sent()
    assert letter.to == ["lead@oakpark.example"]
    assert "quiet" not in letter.body

    actions.close(
        asked,
        outcome="advised",
        came_of_it="Done",
        closed_on=DAY,
        by=cast.access("exclusions"),
        on=DAY,
    )
    assert [one.to for one in sent()] == [["lead@oakpark.example"]]


def test_when_the_asker_has_left_the_ap_lead_hears(cast):
    found = ask(cast, by="head")
    organisations.end_membership(cast.head.memberships.get(), on=DAY, by=system(cast.hillingdon.pk))
    sent()

    answer(cast, found)

    assert [one.to for one in sent()] == [["lead@oakpark.example"]]


def test_nobody_is_told_where_no_address_is_known(cast):
    team = organisations.add_team(
        cast.hillingdon,
        kind="other",
        name="A new team",
        by=system(cast.hillingdon.pk),
        on=date(2026, 9, 1),
    )
    found = ask(cast, "question", team=team)

    assert tell({"request": str(found.reference), "whom": "team"}, DAY) == 0
    assert tell({"request": str(team.reference), "whom": "team"}, DAY) == 0
    assert sent() == []


def test_what_was_not_committed_is_not_told(cast):
    with transaction.atomic():
        ask(cast)
        transaction.set_rollback(True)

    assert sent() == []
