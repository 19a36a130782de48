"""A letter that goes by email leaves once, whatever happens to the mail server or the worker."""

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from homeward.jobs.actions import work
from homeward.jobs.models import Job
from homeward.letters import actions, queries
from homeward.letters.actions import going
from homeward.letters.codes import Channel, State
from homeward.letters.models import Delivery, Message
from homeward.letters.signals import message_bounced
from homeward.letters.texts import LINK, Said
from homeward.links.secrets import token_for
from homeward.organisations.access import NOBODY
from tests.apart import at_once
from tests.cast import DAY
from tests.letters.conftest import link_for, written

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def at(moment):
    return time_machine.travel(moment, tick=False)


def stands(message):
    return queries.standing(NOBODY, [message.reference])[message.reference]


@pytest.fixture
def announced():
    """What is announced of messages that did not arrive."""
    heard = []

    def hear(sender, **said):
        heard.append(said)

    message_bounced.connect(hear)
    yield heard
    message_bounced.disconnect(hear)


def test_a_letter_leaves_with_the_name_of_the_school_and_where_to_answer(cast, post):
    message = written(cast, said=Said("A letter", "Dear Ms Haddad,\n\nمرحبا Żółć.\n"))

    assert work(on=DAY).sent == 1

    (mail,) = post.taken
    assert mail["Subject"] == "A letter"
    assert mail["From"] == '"Oak Park School (example)" <homeward@localhost>'
    assert (mail["To"], mail["Reply-To"]) == ("mother@family.example", "office@oakpark.example")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == message.message_id
    assert mail["Message-ID"].endswith("@localhost>")
    assert mail.get_content_type() == "text/plain"
    assert "مرحبا Żółć." in mail.get_content()
    assert stands(message).state == State.SENT


def test_the_personal_link_is_made_when_the_letter_leaves_and_kept_nowhere(cast, post):
    link = link_for(cast)
    said = Said("Your page", f"Dear Ms Haddad,\n\n{LINK}\n\nMara Lind\n")
    message = written(cast, letter="personal_link", said=said, link=link.reference)

    work(on=DAY)

    address = f"http://localhost:8000/family/{cast.mother.reference}/open/"
    assert address + token_for(link.reference) in post.taken[0].get_content()
    assert token_for(link.reference) not in Message.objects.get(pk=message.pk).body
    assert token_for(link.reference) not in str(Job.objects.values_list("payload"))


def test_what_was_not_committed_is_not_sent(cast, post):
    with transaction.atomic():
        written(cast)
        transaction.set_rollback(True)

    assert work(on=DAY).sent == 0
    assert Message.objects.count() == 0


def test_the_mail_server_is_down_for_a_day_and_every_letter_arrives_once(cast, post, settings):
    with at(NOON):
        ids = [written(cast, f"{number}@family.example").message_id for number in range(10)]
    up, settings.EMAIL_PORT = settings.EMAIL_PORT, 9  # nothing listens there
    retried = 0
    for minute in range(0, 24 * 60, 10):
        with at(NOON + timedelta(minutes=minute)):
            worked = work(on=DAY)
            retried += worked.retried
            assert worked.failed == 0
    settings.EMAIL_PORT = up

    for minute in range(0, 2 * 60, 10):
        with at(NOON + timedelta(days=1, minutes=minute)):
            work(on=DAY)

    assert retried > 100
    assert sorted(post.ids) == sorted(ids)
    assert {each.sent_at is not None for each in Delivery.objects.all()} == {True}


def test_tries_grow_to_an_hour_apart_and_never_count_as_failures(cast, post, settings):
    settings.EMAIL_PORT = 9
    moments = []
    with at(NOON):
        message = written(cast)
    now = NOON
    for _ in range(9):
        with at(now):
            work(on=DAY)
        again_at = stands(message).next_try_at
        moments.append(int((again_at - now).total_seconds() / 60))
        now = again_at

    assert moments == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert Job.objects.get(kind="letters.send").attempts == 0
    assert stands(message).because == "The mail server did not answer."


def test_after_five_days_a_letter_is_given_up_and_said_so_once(cast, post, settings, announced):
    settings.EMAIL_PORT = 9
    with at(NOON):
        message = written(cast)
    for hour in range(0, 24 * 6, 2):
        with at(NOON + timedelta(hours=hour)):
            work(on=DAY)

    assert stands(message).state == State.GIVEN_UP
    assert stands(message).failed_at == NOON + timedelta(days=5)
    assert [one["message"] for one in announced] == [message.reference]


def test_other_work_goes_on_while_the_mail_server_rests(cast, post, settings):
    """The first letter finds out; the others do not each wait for an answer."""
    settings.EMAIL_PORT = 9
    with at(NOON):
        messages = [written(cast, f"{number}@family.example") for number in range(5)]
        work(on=DAY)

    assert sorted(stands(each).tries for each in messages) == [0, 0, 0, 0, 1]


def test_an_address_that_is_refused_for_good_comes_back_at_once(cast, post, announced):
    post.refuses["mother@family.example"] = "550 5.1.1 no such mailbox"
    message = written(cast)

    worked = work(on=DAY)

    assert (worked.sent, worked.retried, worked.failed) == (0, 0, 0)
    assert stands(message).state == State.CAME_BACK
    assert stands(message).because == "The mail server refused it: 550 5.1.1 no such mailbox"
    assert announced == [
        {
            "signal": message_bounced,
            "about": cast.running.reference,
            "message": message.reference,
            "keeper": cast.running.keeper_id,
            "because": "The mail server refused it: 550 5.1.1 no such mailbox",
            "on": DAY,
        }
    ]


def test_a_letter_that_is_refused_for_good_when_it_was_read_comes_back_too(cast, post):
    post.answer_to_data = "554 we do not want it"
    message = written(cast)

    work(on=DAY)

    assert stands(message).state == State.CAME_BACK


@pytest.mark.parametrize("where", ["refuses", "answer_to_data"])
def test_not_now_is_tried_again(cast, post, where):
    with at(NOON):
        message = written(cast)
        if where == "refuses":
            post.refuses["mother@family.example"] = "450 greylisted"
        else:
            post.answer_to_data = "451 not now"
        assert work(on=DAY).retried == 1
    assert stands(message).because == "The mail server said: not now."

    post.refuses.clear()
    post.answer_to_data = "250 taken"
    with at(NOON + timedelta(minutes=2)):
        assert work(on=DAY).sent == 1


def test_an_address_that_is_none_comes_back(cast, post):
    message = written(cast, "müt ter@family.example")

    work(on=DAY)

    assert stands(message).state == State.CAME_BACK
    assert "not written as one" in stands(message).because


def test_a_worker_killed_after_the_server_took_a_letter_sends_the_same_one(cast, post, monkeypatch):
    """It may arrive twice then, under one Message-ID by which mail programs know a copy."""
    with at(NOON):
        message = written(cast)
        with monkeypatch.context() as patched:
            patched.setattr(actions, "mark_sent", killed)
            with pytest.raises(KeyboardInterrupt):
                work(on=DAY)
        assert work(on=DAY).sent == 0
    with at(NOON + timedelta(minutes=16)):
        assert work(on=DAY).sent == 1

    assert post.ids == [message.message_id] * 2
    assert post.taken[0].as_bytes() == post.taken[1].as_bytes()


def test_a_server_that_hangs_up_after_it_took_a_letter_has_taken_it(cast, post):
    post.hangs_up_at_goodbye = True
    written(cast)

    assert work(on=DAY).sent == 1
    assert len(post.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_letter_once(cast, post, tmp_path):
    ids = [written(cast, f"{number}@family.example").message_id for number in range(12)]
    post.delay = 0.02

    first, second = at_once(tmp_path, lambda: work(on=DAY), lambda: work(on=DAY))

    assert first.sent + second.sent == 12
    assert sorted(post.ids) == sorted(ids)


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_held_by_one_worker_even_when_two_were_told_to_send_it(cast, post, tmp_path):
    message = written(cast)
    now = datetime(2030, 1, 1, tzinfo=UTC)

    held = at_once(tmp_path, *[lambda: going.hold(message.reference, at=now)] * 4)

    assert sum(isinstance(each, Delivery) for each in held) == 1


def test_a_slow_mail_server_makes_no_page_slower(cast, post, client):
    post.delay = 1
    began = time.perf_counter()

    written(cast)

    assert time.perf_counter() - began < 0.5
    assert post.taken == []
    assert work(on=DAY).sent == 1


def test_a_letter_on_paper_is_not_sent_but_handed_over_once(cast, post):
    message = written(cast, channel=Channel.PRINT)
    assert work(on=DAY).sent == 0
    assert stands(message).state == State.TO_HAND_OVER

    actions.hand_over(message, by=cast.access("lead"), on=DAY)

    assert stands(message).state == State.HANDED_OVER
    with pytest.raises(actions.AlreadyHandedOver):
        actions.hand_over(message, by=cast.access("lead"), on=DAY)


def test_a_letter_that_came_back_can_be_sent_again(cast, post):
    post.refuses["mother@family.example"] = "552 mailbox full"
    message = written(cast)
    work(on=DAY)
    post.refuses.clear()

    actions.queue_again(message, by=cast.access("lead"), on=DAY)

    assert work(on=DAY).sent == 1
    assert stands(message).state == State.SENT
    with pytest.raises(actions.NotByEmail):
        actions.queue_again(message, by=cast.access("lead"), on=DAY)


def test_a_letter_needs_its_address_and_its_link(cast):
    with pytest.raises(actions.NoAddress):
        written(cast, email="")
    with pytest.raises(actions.NoLink):
        written(cast, said=Said("Your page", f"Dear Ms Haddad,\n\n{LINK}\n"))
    with pytest.raises(actions.NoLink):
        written(cast, link=link_for(cast).reference)
    with pytest.raises(actions.NotApproved):
        written(cast, language="pl")


def test_a_demonstration_writes_the_letter_to_a_file(cast, post, demo, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    message = written(cast)

    assert work(on=DAY).sent == 1

    assert post.taken == []
    assert message.message_id in next((tmp_path / "outbox").iterdir()).read_text()


def killed(*args, **kwargs):
    raise KeyboardInterrupt
