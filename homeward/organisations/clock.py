"""What day it is. The only place that reads the clock for a date; everything else is handed it."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from homeward.organisations.models import Installation


def is_demo() -> bool:
    """Whether this database is a demonstration borough."""
    return Installation.objects.filter(is_demo=True).exists()


def today() -> date:
    """Today in London. HOMEWARD_TODAY is honoured only where the database is a demonstration."""
    return day(settings.TODAY is not None and is_demo())


def day(in_demo: bool) -> date:
    """Today, where it is already known whether this database is a demonstration."""
    if in_demo and settings.TODAY is not None:
        set_day: date = settings.TODAY
        return set_day
    return timezone.localdate()
