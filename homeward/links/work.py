"""The worker's tidying of this room."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from homeward.jobs.registry import daily, job
from homeward.links.actions import forget, forget_who_opened

FORGET = "links.forget"
KEPT_FOR = timedelta(days=90)


@job(FORGET)
def forget_guesses(payload: dict[str, Any], on: date) -> None:
    """Forget guesses and codes of three months ago, and from where links were opened before today."""
    now = timezone.now()
    forget(before=now - KEPT_FOR)
    forget_who_opened(before=now - timedelta(hours=1))


daily(FORGET, at="03:20")
