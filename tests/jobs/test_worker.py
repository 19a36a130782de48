import json
import os
import signal
import threading
import time
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from homeward.jobs import registry
from homeward.jobs.actions import queue, work
from homeward.jobs.models import Heartbeat
from tests.jobs.conftest import TODAY


@pytest.mark.django_db
def test_one_round_answers_one_json_object(done):
    queue("tell", {"who": "Oak Park"})
    out = StringIO()

    call_command("worker", once=True, json=True, stdout=out)

    assert json.loads(out.getvalue().splitlines()[-1]) == {
        "sent": 0,
        "retried": 0,
        "failed": 0,
        "jobs": 1,
    }


@pytest.mark.django_db
def test_one_round_says_in_words_what_it_did(done):
    out = StringIO()

    call_command("worker", once=True, stdout=out)

    assert out.getvalue().strip() == "0 jobs done, 0 to try again, 0 failed"


@pytest.mark.django_db
def test_a_worker_runs_until_it_is_told_to_stop(done, monkeypatch):
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr("homeward.jobs.management.commands.worker.close_old_connections", int)
    queue("tell", {"who": "Oak Park"})
    out = StringIO()
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    began = time.monotonic()
    try:
        call_command("worker", stdout=out)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)

    assert out.getvalue().startswith("1 jobs done")
    assert time.monotonic() - began < 3


@pytest.mark.django_db
def test_health_says_that_the_worker_never_ran(client):
    answer = client.get("/health/")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "worker_age_seconds": None}


@pytest.mark.django_db
def test_health_says_how_long_ago_the_worker_looked(client, kinds):
    work(on=TODAY)
    beat = Heartbeat.objects.get()
    Heartbeat.objects.update(beat_at=beat.beat_at.replace(year=beat.beat_at.year - 1))

    answer = client.get(reverse("jobs:health"))

    assert answer.json()["worker_age_seconds"] > 300 * 24 * 3600
    assert answer["Cache-Control"] == "no-store"


def test_an_unknown_kind_is_named():
    with pytest.raises(registry.UnknownJob, match="No room declares the job 'of-tomorrow'"):
        registry.handler("of-tomorrow")
