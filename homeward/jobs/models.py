"""Work that waits, what was queued for which night, and when the worker last looked."""

from django.db import models
from django.db.models import Q


class Job(models.Model):
    """One piece of work to be done in the background, at least once.

    `unique_key` joins repeated wishes for the same work while it waits. A lease that has run out
    gives the job back: its worker was killed.
    """

    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    unique_key = models.CharField(max_length=200, blank=True)
    run_at = models.DateTimeField()
    queued_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_ends_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "unique_key"],
                condition=~Q(unique_key="")
                & Q(done_at__isnull=True, failed_at__isnull=True, lease_ends_at__isnull=True),
                name="job_waits_once",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(failed_at__isnull=True),
                name="job_done_or_failed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_at", "id"],
                condition=Q(done_at__isnull=True, failed_at__isnull=True),
                name="job_waiting",
            ),
            models.Index(fields=["done_at"], name="job_done"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class DailyRun(models.Model):
    """A daily kind was queued for a day."""

    kind = models.CharField(max_length=60)
    day_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "day_on"], name="daily_run_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.day_on}"


class Heartbeat(models.Model):
    """When the worker last looked for work: one row."""

    beat_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="heartbeat_is_one_row")]

    def __str__(self) -> str:
        return f"{self.beat_at}"
