from datetime import UTC, date, datetime

import pytest
import time_machine

from homeward.jobs import registry
from homeward.jobs.actions import queue_daily, work


@pytest.fixture
def nights(kinds):
    """Declares a kind done each night from a quarter past two, and notes its days."""
    seen = []
    registry.job("night")(lambda payload, on: seen.append(on))
    registry.daily("night", at="02:15")
    return seen


def at(day, hour, minute=0):
    """Work as a worker does that looks at this moment."""
    with time_machine.travel(datetime(2026, 11, day, hour, minute, tzinfo=UTC), tick=False):
        return work(on=date(2026, 11, day)).done


@pytest.mark.django_db
def test_daily_work_is_done_once_a_day_from_its_time_on(nights):
    at(23, 12)

    assert at(24, 2, 14) == 0
    assert at(24, 2, 15) == 1
    assert at(24, 2, 16) == 0
    assert at(24, 23, 59) == 0
    assert nights == [date(2026, 11, 23), date(2026, 11, 24)]


@pytest.mark.django_db
def test_a_first_worker_does_the_daily_work_at_once(nights):
    assert at(24, 1) == 1


@pytest.mark.django_db
def test_missed_nights_are_caught_up_by_one_run_as_soon_as_there_is_a_worker(nights):
    at(20, 12)

    assert at(24, 1) == 1
    assert at(24, 2) == 0
    assert nights[-1] == date(2026, 11, 24)


@pytest.mark.django_db
def test_asking_twice_or_by_two_workers_queues_one(nights):
    now = datetime(2026, 11, 24, 3, tzinfo=UTC)

    assert queue_daily(now, date(2026, 11, 24)) == 1
    assert queue_daily(now, date(2026, 11, 24)) == 0


@pytest.mark.django_db
def test_the_time_is_london_time_in_summer_too(nights):
    with time_machine.travel(datetime(2026, 7, 6, 12, tzinfo=UTC), tick=False):
        work(on=date(2026, 7, 6))
    with time_machine.travel(datetime(2026, 7, 7, 1, 15, tzinfo=UTC), tick=False):
        assert work(on=date(2026, 7, 7)).done == 1


@pytest.mark.django_db
def test_all_that_the_rooms_do_every_day_leaves_the_same_state_when_done_twice():
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False):
        once = work(on=date(2026, 11, 24))
    for one in registry.every_day():
        registry.handler(one.kind)({}, date(2026, 11, 24))

    assert once.done >= 1
    assert (once.retried, once.failed) == (0, 0)
