from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from homeward.jobs import registry
from homeward.jobs.actions import LEASE, MOST_ATTEMPTS, TryLater, claim, forget_done, queue, work
from homeward.jobs.models import Job
from tests.apart import at_once
from tests.jobs.conftest import TODAY

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def tell(who, **more):
    queue("tell", {"who": who}, **more)


@pytest.mark.django_db
def test_work_is_done_in_the_order_it_was_queued(done):
    tell("Oak Park")
    tell("Elm Road")

    worked = work(on=TODAY)

    assert done == [("Oak Park", TODAY), ("Elm Road", TODAY)]
    assert (worked.done, worked.retried, worked.failed) == (2, 0, 0)
    assert work(on=TODAY).done == 0


@pytest.mark.django_db
def test_work_of_a_change_that_was_undone_is_not_done(done):
    with transaction.atomic():
        tell("Oak Park")
        transaction.set_rollback(True)

    assert work(on=TODAY).done == 0
    assert done == []


@pytest.mark.django_db
def test_work_waits_for_its_time(done):
    with time_machine.travel(NOON, tick=False):
        tell("Oak Park", run_at=NOON + timedelta(hours=1))
        assert work(on=TODAY).done == 0
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        assert work(on=TODAY).done == 1


@pytest.mark.django_db
def test_the_same_wish_twice_is_one_job_while_it_waits(done):
    tell("Oak Park", unique_key="school 1")
    tell("Oak Park", unique_key="school 1")
    tell("Elm Road", unique_key="school 2")

    assert work(on=TODAY).done == 2

    tell("Oak Park", unique_key="school 1")
    assert work(on=TODAY).done == 1


@pytest.mark.django_db
def test_a_wish_made_while_the_job_runs_is_not_lost(kinds):
    """What the running job has already read may be old by now."""
    seen = []

    def settle(payload, on):
        if not seen:
            queue("settle", {}, unique_key="school 1")
        seen.append(on)

    registry.job("settle")(settle)
    queue("settle", {}, unique_key="school 1")

    assert work(on=TODAY).done == 2


@pytest.mark.django_db
def test_a_job_says_how_many_messages_it_sent(kinds):
    registry.job("send")(lambda payload, on: 3)
    queue("send", {})

    assert work(on=TODAY).sent == 3


@pytest.mark.django_db
def test_a_job_that_fails_is_tried_again_later_and_stops_nothing(done):
    def fall(payload, on):
        raise ConnectionError("the mail server said: no room for Amira")

    registry.job("fall")(fall)
    queue("fall", {})
    tell("Oak Park")

    with time_machine.travel(NOON, tick=False):
        Job.objects.update(run_at=NOON)
        worked = work(on=TODAY)

    job = Job.objects.get(kind="fall")
    assert (worked.done, worked.retried) == (1, 1)
    assert job.run_at == NOON + timedelta(minutes=2)
    assert job.last_error.startswith("ConnectionError in fall, test_work.py:")
    assert "Amira" not in job.last_error


@pytest.mark.django_db
def test_a_job_that_always_fails_is_given_up_and_kept(kinds):
    registry.job("fall")(lambda payload, on: 1 // 0)
    queue("fall", {})

    failed = 0
    for hour in range(0, 24 * 9, 9):
        with time_machine.travel(NOON + timedelta(days=1, hours=hour), tick=False):
            failed += work(on=TODAY).failed

    job = Job.objects.get()
    assert failed == 1
    assert job.attempts == MOST_ATTEMPTS
    assert job.failed_at is not None


@pytest.mark.django_db
def test_a_failed_job_gives_way_to_the_same_wish_made_meanwhile(kinds):
    def fall(payload, on):
        queue("fall", {}, unique_key="one")
        raise ValueError

    registry.job("fall")(fall)
    queue("fall", {}, unique_key="one")

    work(on=TODAY, most=1)

    assert Job.objects.filter(done_at__isnull=True).count() == 1


@pytest.mark.django_db
def test_a_kind_nobody_declares_is_kept_for_the_release_that_does(kinds):
    queue("of-tomorrow", {})

    assert work(on=TODAY).retried == 1
    assert "UnknownJob" in Job.objects.get().last_error


@pytest.mark.django_db
def test_the_job_of_a_killed_worker_is_taken_again(done):
    tell("Oak Park")
    with time_machine.travel(NOON, tick=False):
        Job.objects.update(run_at=NOON)
        assert claim(NOON) is not None
        assert work(on=TODAY).done == 0
    with time_machine.travel(NOON + LEASE + timedelta(seconds=1), tick=False):
        assert work(on=TODAY).done == 1
    assert done == [("Oak Park", TODAY)]


@pytest.mark.django_db
def test_a_job_that_kills_its_workers_is_given_up(done):
    tell("Oak Park")
    Job.objects.update(attempts=MOST_ATTEMPTS)

    assert work(on=TODAY).failed == 1
    assert done == []


@pytest.mark.django_db
def test_a_worker_that_was_too_slow_does_not_speak_for_the_one_that_took_over(kinds):
    def overtaken(payload, on):
        Job.objects.update(attempts=2)

    registry.job("slow")(overtaken)
    queue("slow", {})

    work(on=TODAY, most=1)

    assert Job.objects.get().done_at is None


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_do_each_job_once(done, tmp_path):
    for number in range(6):
        tell(str(number))

    at_once(tmp_path, *[lambda: work(on=TODAY)] * 2)

    assert sorted(who for who, _ in done) == list("012345")


@pytest.mark.django_db
def test_a_worker_that_is_told_to_stop_leaves_the_rest_waiting(done):
    tell("Oak Park")
    tell("Elm Road")

    work(on=TODAY, is_stopped=lambda: len(done) == 1)

    assert [who for who, _ in done] == ["Oak Park"]
    assert Job.objects.filter(done_at__isnull=True, lease_ends_at__isnull=True).count() == 1


@pytest.mark.django_db
def test_what_was_done_a_month_ago_is_forgotten(done):
    tell("Oak Park")
    with time_machine.travel(NOON, tick=False):
        Job.objects.update(run_at=NOON)
        work(on=TODAY)

    assert forget_done(NOON + timedelta(days=29)) == 0
    assert forget_done(NOON + timedelta(days=31)) == 1


@pytest.mark.django_db
def test_a_job_that_asks_to_be_done_later_waits_and_is_never_given_up(kinds):
    def wait(payload, on):
        raise TryLater(datetime.now(UTC) + timedelta(hours=1))

    registry.job("wait")(wait)
    queue("wait", {}, run_at=NOON)

    for hour in range(MOST_ATTEMPTS + 4):
        with time_machine.travel(NOON + timedelta(hours=hour), tick=False):
            worked = work(on=TODAY)
            assert (worked.retried, worked.failed) == (1, 0)
            assert work(on=TODAY).retried == 0

    assert Job.objects.get().attempts == 0
