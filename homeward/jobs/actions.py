"""Queueing work, claiming it under a lease, and doing it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
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


@dataclass(slots=True)
class Worked:
    """What one round of the worker did."""

    done: int = 0
    retried: int = 0
    failed: int = 0


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
    """Queue each daily kind whose time has come and that was not yet queued for the day.

    Each kind works from the state it finds, so one run catches up however many nights were missed.
    """
    local = timezone.localtime(now)
    queued = 0
    for one in every_day():
        if local.time() < one.at and DailyRun.objects.filter(kind=one.kind).exists():
            continue
        with transaction.atomic():
            _, is_new = DailyRun.objects.get_or_create(kind=one.kind, day_on=on)
            if is_new:
                queue(one.kind, {}, unique_key="daily")
                queued += 1
    return queued


def work(*, on: date, most: int = 1000) -> Worked:
    """Do what waits, oldest first, until nothing is left or `most` jobs are done."""
    worked = Worked()
    Heartbeat.objects.update_or_create(pk=1, defaults={"beat_at": timezone.now()})
    queue_daily(timezone.now(), on)
    while most > 0 and (claimed := _claim()) is not None:
        most -= 1
        _do(claimed, on, worked)
    return worked


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
        lease_until__isnull=True,
    ).exists()


def _claim() -> Job | None:
    """Take the oldest job that waits or whose lease ran out, by one conditional update."""
    now = timezone.now()
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
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
            lease_until=now + LEASE, attempts=F("attempts") + 1
        )
    if not taken:
        return None
    job.refresh_from_db()
    return job


def _do(job: Job, on: date, worked: Worked) -> None:
    """Run one job; a failure is written down and tried again later, at growing distances."""
    try:
        handler(job.kind)(job.payload, on)
    except (
        Exception
    ) as problem:  # whatever a job raises must not stop the worker; it is kept and told
        log.exception("job failed", kind=job.kind, job=job.pk, attempts=job.attempts)
        is_final = job.attempts >= MOST_ATTEMPTS
        worked.failed += is_final
        worked.retried += not is_final
        _put_back(job, problem, is_final=is_final)
    else:
        worked.done += 1
        Job.objects.filter(pk=job.pk).update(
            done_at=timezone.now(), lease_until=None, last_error=""
        )


def _put_back(job: Job, problem: Exception, *, is_final: bool) -> None:
    now = timezone.now()
    values: dict[str, Any] = {"last_error": f"{type(problem).__name__}: {problem}"[:2000]}
    if is_final:
        Job.objects.filter(pk=job.pk).update(failed_at=now, lease_until=None, **values)
        return
    later = now + timedelta(minutes=2**job.attempts)
    try:
        with transaction.atomic():
            Job.objects.filter(pk=job.pk).update(run_at=later, lease_until=None, **values)
    except IntegrityError:  # the same work was queued anew meanwhile: that one will do it
        Job.objects.filter(pk=job.pk).update(done_at=now, lease_until=None, **values)
