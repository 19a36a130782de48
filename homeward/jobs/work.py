"""The worker's own housekeeping."""

from datetime import date
from typing import Any

from django.utils import timezone

from homeward.jobs.actions import forget_done
from homeward.jobs.registry import daily, job

FORGET = "jobs.forget-done"


@job(FORGET)
def forget_jobs(payload: dict[str, Any], on: date) -> None:
    """Forget jobs that were done a month ago."""
    forget_done(timezone.now())


daily(FORGET, at="03:10")
