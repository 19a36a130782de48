"""Work done in the background: forgetting what is no longer needed."""

from datetime import date
from typing import Any

from django.utils import timezone

from homeward.history.actions import prune
from homeward.jobs.registry import daily, job

PRUNE = "history.prune"


@job(PRUNE)
def forget_old_forms(payload: dict[str, Any], on: date) -> None:
    """Forget submit tokens that nobody needs any more. Twice is as good as once."""
    prune(now=timezone.now())


daily(PRUNE, at="02:40")
