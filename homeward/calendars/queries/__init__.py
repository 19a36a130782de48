"""Reading term dates. Term dates are public: nothing here depends on who asks but what they may keep."""

from homeward.calendars.queries.calendars import calendar, calendar_at, calendars
from homeward.calendars.queries.keeping import (
    closed_days,
    may_keep,
    removable,
    years_missing,
)
from homeward.calendars.queries.places import (
    area_of,
    authorities,
    kept_place,
    organisations_called,
    place,
    places,
    schools_called,
)
from homeward.calendars.queries.years import term_dates_page, year_page

__all__ = [
    "area_of",
    "authorities",
    "calendar",
    "calendar_at",
    "calendars",
    "closed_days",
    "kept_place",
    "may_keep",
    "organisations_called",
    "place",
    "places",
    "removable",
    "schools_called",
    "term_dates_page",
    "year_page",
    "years_missing",
]
