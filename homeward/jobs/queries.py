"""Reading the worker's state. No child's data: `access` is taken as everywhere and not asked."""

from datetime import datetime
from typing import Any

from homeward.jobs.models import Heartbeat


def worker_age(access: Any, now: datetime) -> int | None:
    """Seconds since the worker last looked for work; None where it never did."""
    beat = Heartbeat.objects.filter(pk=1).first()
    return None if beat is None else max(0, int((now - beat.beat_at).total_seconds()))
