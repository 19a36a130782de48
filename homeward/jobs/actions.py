"""Queueing work, claiming it under a lease, and doing it."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from homeward.jobs.models import DailyRun, Heartbeat, Job
from homeward.jobs.registry import every_day, handler

LEASE = timedelta(minutes=15)
MOST_ATTEMPTS = 8
KEPT_FOR = timedelta(days=30)

log = structlog.get_logger()


class TryLater(Exception):
    """Raised by a job that asks to be done again at a moment: it waits, and nothing went wrong.

    It counts as retried, and never towards giving up.
    """

    def __init__(self, at: datetime) -> None:
        super().__init__("To be done again later.")
        self.at = at


@dataclass(slots=True)
class Worked:
    """What the worker did: jobs done, to be tried again, given up; and messages sent."""

    done: int = 0
    retried: int = 0
    failed: int = 0
    sent: int = 0


def queue(
    kind: str,
    payload: dict[str, Any],
    *,
    unique_key: str = "",
    run_at: datetime | None = None,
) -> None:
    """Queue work inside the caller's transaction: it exists if and only if that commits.

    While a job of the same kind and `unique_key` waits, a second wish for it adds nothing.
    """
    if unique_key and _waits(kind, unique_key):
        return
    try:
        with transaction.atomic():
            Job.objects.create(
                kind=kind, payload=payload, unique_key=unique_key, run_at=run_at or timezone.now()
            )
    except IntegrityError:
        if not (unique_key and _waits(kind, unique_key)):
            raise


def queue_daily(now: datetime, on: date) -> int:
    """Queue each daily kind that was not yet queued for the latest day whose time has come.

    Each kind works from the state it finds, so one run catches up however many nights were missed.
    """
    local = timezone.localtime(now).time()
    queued = 0
    for one in every_day():
        night = on if local >= one.at else on - timedelta(days=1)
        with transaction.atomic():
            _, is_new = DailyRun.objects.get_or_create(kind=one.kind, day_on=night)
            if is_new:
                queue(one.kind, {}, unique_key="daily")
                queued += 1
    return queued


def work(*, on: date, most: int = 1000, is_stopped: Callable[[], bool] = lambda: False) -> Worked:
    """Do what waits, oldest first, until nothing is left, `most` jobs are done or it is stopped."""
    worked = Worked()
    Heartbeat.objects.update_or_create(pk=1, defaults={"beat_at": timezone.now()})
    queue_daily(timezone.now(), on)
    for _ in range(most):
        if is_stopped() or (claimed := claim(timezone.now())) is None:
            break
        _do(claimed, on, worked)
    return worked


def claim(now: datetime) -> Job | None:
    """Take the oldest job that waits, or whose lease ran out, by one conditional update.

    None where there is none, or where another worker was quicker.
    """
    free = Q(lease_ends_at__isnull=True) | Q(lease_ends_at__lt=now)
    waiting = Job.objects.filter(
        free, done_at__isnull=True, failed_at__isnull=True, run_at__lte=now
    ).order_by("run_at", "id")
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        job = waiting.first()
        if job is None:
            return None
        taken = Job.objects.filter(free, pk=job.pk, done_at__isnull=True).update(
            lease_ends_at=now + LEASE, attempts=F("attempts") + 1
        )
    if not taken:
        return None
    job.refresh_from_db()
    return job


def forget_done(now: datetime) -> int:
    """Remove jobs that were done a month ago; failed ones stay until somebody has looked."""
    count, _ = Job.objects.filter(done_at__lt=now - KEPT_FOR).delete()
    DailyRun.objects.filter(day_on__lt=(now - KEPT_FOR).date()).delete()
    return count


def _waits(kind: str, unique_key: str) -> bool:
    return Job.objects.filter(
        kind=kind,
        unique_key=unique_key,
        done_at__isnull=True,
        failed_at__isnull=True,
        lease_ends_at__isnull=True,
    ).exists()


def _do(job: Job, on: date, worked: Worked) -> None:
    """Run one job; a failure is written down and tried again later, at growing distances."""
    if job.attempts > MOST_ATTEMPTS:  # its worker was killed each time: perhaps by this very job
        worked.failed += 1
        _finish(job, failed_at=timezone.now())
        return
    try:
        worked.sent += handler(job.kind)(job.payload, on) or 0
    except TryLater as later:
        worked.retried += 1
        _put_back(job, job.last_error, run_at=later.at, attempts=job.attempts - 1)
    except Exception as problem:  # whatever a job raises must not stop the worker; it is kept
        where = _where(problem)
        is_final = job.attempts >= MOST_ATTEMPTS
        log.warning("job failed", kind=job.kind, job=job.pk, attempts=job.attempts, problem=where)
        worked.failed += is_final
        worked.retried += not is_final
        if is_final:
            _finish(job, failed_at=timezone.now(), last_error=where)
        else:
            _put_back(job, where, run_at=timezone.now() + timedelta(minutes=2**job.attempts))
    else:
        worked.done += 1
        _finish(job, done_at=timezone.now(), last_error="")


def _where(problem: Exception) -> str:
    """Name a problem and its place, never its text: a text may hold what is known of a child."""
    place = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__} in {place.name}, {Path(place.filename).name}:{place.lineno}"


def _finish(job: Job, **values: Any) -> None:
    """Write the outcome, unless the lease ran out and another worker holds the job by now."""
    Job.objects.filter(pk=job.pk, attempts=job.attempts).update(lease_ends_at=None, **values)


def _put_back(job: Job, where: str, **values: Any) -> None:
    try:
        with transaction.atomic():
            _finish(job, last_error=where, **values)
    except IntegrityError:  # the same work was queued anew meanwhile: that one will do it
        _finish(job, done_at=timezone.now(), last_error=where)
