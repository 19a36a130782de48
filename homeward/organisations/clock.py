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
    if settings.TODAY is not None and is_demo():
        day: date = settings.TODAY
        return day
    return timezone.localdate()
