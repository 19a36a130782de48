"""The worker's tidying of this room."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from homeward.jobs.registry import daily, job
from homeward.links.actions import forget

FORGET = "links.forget"
KEPT_FOR = timedelta(days=90)


@job(FORGET)
def forget_guesses(payload: dict[str, Any], on: date) -> None:
    """Forget guesses and codes of three months ago."""
    forget(before=timezone.now() - KEPT_FOR)


daily(FORGET, at="03:20")
