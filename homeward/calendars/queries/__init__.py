"""Reading term dates. Term dates are public: nothing here depends on who asks but what they may keep."""

from homeward.calendars.queries.calendars import calendar, calendars
from homeward.calendars.queries.keeping import (
    closed_days,
    may_keep,
    removable,
    years_missing,
)
from homeward.calendars.queries.places import (
    area_of,
    authorities,
    organisations_called,
    place,
    schools_called,
)

__all__ = [
    "area_of",
    "authorities",
    "calendar",
    "calendars",
    "closed_days",
    "may_keep",
    "organisations_called",
    "place",
    "removable",
    "schools_called",
    "years_missing",
]
