"""Days, moments and counts in words. Whatever depends on today is given today."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def day(value: date | None) -> str:
    """Answer a day in full: "Tuesday 24 November 2026"."""
    return date_format(_local(value), "l j F Y") if value else _("no date yet")


def short_day(value: date | None) -> str:
    """Answer a day in short: "24 Nov 2026"."""
    return date_format(_local(value), "j M Y") if value else _("no date yet")


def moment(value: datetime | None) -> str:
    """Answer a moment in local time: "24 Nov 2026 at 9.05am"."""
    if not value:
        return _("not yet")
    local = _local(value)
    clock = date_format(local, "g.iA").lower()
    return f"{date_format(local, 'j M Y')} {_('at')} {clock}"


def from_today(value: date, today: date) -> str:
    """Answer how far off a day is: "today", "tomorrow", "in 3 days", "yesterday", "3 days ago"."""
    days = (value - today).days
    if days in _NEAR:
        return str(_(_NEAR[days]))
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days).format(n=f"{days:,}")
    return ngettext("{n} day ago", "{n} days ago", -days).format(n=f"{-days:,}")


def due(value: date, today: date) -> str:
    """Answer when something is due: "due today", "due in 3 days", "2 days late"."""
    late = (today - value).days
    if late > 0:
        return ngettext("{n} day late", "{n} days late", late).format(n=f"{late:,}")
    return _("due {when}").format(when=from_today(value, today))


def plural(count: int, one: str, many: str = "") -> str:
    """Answer a count with its noun: "1 school day", "1,200 school days"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def _local(value: date) -> date:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value
