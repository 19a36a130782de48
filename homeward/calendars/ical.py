"""A school's term dates as an iCalendar file, for phones and wall calendars."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

import icalendar

from homeward.calendars.rules.shown import Stretch, YearPage


def term_calendar(years: Iterable[YearPage]) -> bytes:
    """Write the years of one organisation. All-day events; the end is the day after the last day."""
    years = list(years)
    file = icalendar.Calendar()
    file.add("prodid", "-//Homeward//Term dates//EN")
    file.add("version", "2.0")
    if years:
        file.add("x-wr-calname", f"{years[0].name}: term dates")
    for page in years:
        said = "Example dates. " if page.is_example else ""
        for half in page.half_terms:
            file.add_component(_event(page, half, "term", f"{said}{half.school_days} school days"))
        for closed in page.closed:
            whose = "own" if closed.whose == page.name else "authority"
            slug = f"{whose}-{closed.kind.split()[0].lower()}"
            file.add_component(_event(page, closed, slug, said + closed.kind))
        for holiday in page.bank_holidays:
            file.add_component(_event(page, holiday, "bank-holiday", "Bank holiday"))
    return bytes(file.to_ical())


def _event(page: YearPage, stretch: Stretch, kind: str, description: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{page.reference}-{kind}-{stretch.starts_on.isoformat()}@homeward")
    event.add("dtstamp", datetime.combine(stretch.starts_on, time(), tzinfo=UTC))
    event.add("dtstart", stretch.starts_on)
    event.add("dtend", stretch.ends_on + timedelta(days=1))
    event.add("summary", f"{page.name}: {stretch.name}")
    event.add("description", description)
    event.add("transp", "TRANSPARENT")
    return event
