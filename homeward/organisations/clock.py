"""What day it is. The only place that reads the clock for a date; everything else is handed it."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from homeward.organisations.models import Installation


def is_demo() -> bool:
    """Whether this database is a demonstration borough."""
    return Installation.objects.filter(is_demo=True).exists()


def today() -> date:
    """Today in London; in a demonstration the day that was set for it, where one was."""
    shown = Installation.objects.filter(is_demo=True).values_list("demo_today", flat=True)
    rows = list(shown)
    return day(bool(rows), rows[0] if rows else None)


def day(in_demo: bool, stays_on: date | None = None) -> date:
    """Today, where it is already known whether this database is a demonstration.

    HOMEWARD_TODAY is honoured only in a demonstration; without it the demonstration is on the day
    it stays on (`demo --today`), or moves with the real one.
    """
    if not in_demo:
        return timezone.localdate()
    set_day: date | None = settings.TODAY
    return set_day or stays_on or timezone.localdate()
