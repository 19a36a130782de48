"""The days of a placement as an iCalendar file. No name, and nothing that somebody typed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from homeward.family.rules.calendar import Entry


def calendar_file(entries: Iterable[Entry], *, whose: str, on: date) -> bytes:
    """Write the days. `whose` makes their names in the file unlike those of any other calendar."""
    file = icalendar.Calendar()
    file.add("prodid", "-//Homeward//Days//EN")
    file.add("version", "2.0")
    file.add("x-wr-calname", "School days")
    for one in entries:
        file.add_component(_event(one, whose, on))
    return bytes(file.to_ical())


def _event(one: Entry, whose: str, on: date) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{whose}-{one.key}@homeward")
    event.add("dtstamp", datetime.combine(on, time(), tzinfo=UTC))
    event.add("dtstart", one.on)
    event.add("dtend", one.on + timedelta(days=1))
    event.add("summary", one.title)
    if one.where:
        event.add("location", one.where)
    event.add("transp", "TRANSPARENT")
    return event
