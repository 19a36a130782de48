"""Term dates as authorities and schools publish them: CSV, the JSON of one authority, iCalendar."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import icalendar

from homeward.calendars.rules import Period, TermBlock
from homeward.connections.tables import Unusable, read_table, text_of
from homeward.reference.bank_holidays import bank_holidays

DAY = timedelta(days=1)
COLUMNS = ("organisation", "kind", "starts_on", "ends_on", "name", "note")
SHORTEST_HOLIDAY = 3
"""School days missing in a row; fewer are INSET days inside a term."""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One term date as the file says it, with the number of its line, year or event."""

    line: int
    organisation: str
    kind: str
    starts_on: str
    ends_on: str
    name: str = ""
    note: str = ""
    problem: str = ""


def read_terms(path: Path, organisation: str = "") -> list[SaidRow]:
    """Read a file of term dates; `organisation` stands in where the file names none.

    Raises Unusable where it is no such file.
    """
    text = text_of(path)
    if text.lstrip().startswith("BEGIN:VCALENDAR"):
        return _from_icalendar(text, path.name, organisation)
    if text.lstrip().startswith("{"):
        return _from_json(text, path.name, organisation)
    return list(_from_csv(path))


def _from_csv(path: Path) -> Iterator[SaidRow]:
    table = read_table(path, wanted=COLUMNS, needed=("organisation", "kind", "starts_on"))
    for line in table.lines:
        cells = [(cell or "").strip() for cell in line.cells] or [""] * len(COLUMNS)
        organisation, kind, starts_on, ends_on, name, note = cells
        yield SaidRow(line.number, organisation, kind, starts_on, ends_on, name, note, line.problem)


def _from_json(text: str, name: str, organisation: str) -> list[SaidRow]:
    try:
        told = json.loads(text)
        place, source = organisation or str(told["school"]), str(told.get("source", ""))
        rows: list[SaidRow] = []
        for line, year in enumerate(told["academic_years"], start=1):
            note = "Provisional. " * bool(year.get("provisional")) + source
            holidays = [
                Period(date.fromisoformat(each["start"]), date.fromisoformat(each["end"]))
                for each in year["school_holidays"]
            ]
            rows += _term_rows(line, place, _between(holidays), note)
        inset = [date.fromisoformat(each) for each in told.get("pd_days", [])]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise Unusable(f"{name} is not a file of term dates in a known form of JSON.") from wrong
    return rows + [_row(0, place, "inset", Period(day, day), "INSET day") for day in inset]


def _from_icalendar(text: str, name: str, organisation: str) -> list[SaidRow]:
    rows: list[SaidRow] = []
    holidays: dict[str, list[Period]] = {}
    school_days: dict[str, set[date]] = {}
    for number, event in enumerate(_events(text, name), start=1):
        prefix, colon, summary = str(event.get("SUMMARY", "")).partition(": ")
        place, what = (prefix, summary) if colon else ("", prefix)
        place = organisation or place
        days, kind = _days_of(event), _kind_said(what)
        if days is None or not kind:
            rows.append(SaidRow(number, place, "", "", "", what, "", _not_understood(what)))
        elif kind == "holiday":
            holidays.setdefault(place, []).append(days)
        elif kind == "school day":
            school_days.setdefault(place, set()).add(days.starts_on)
        elif kind != "bank holiday":
            rows.append(_row(number, place, kind, days, what))
    for place, periods in holidays.items():
        rows += _term_rows(0, place, _between(periods))
    for place, dates in school_days.items():
        rows += _from_school_days(place, sorted(dates))
    return rows


def _events(text: str, name: str) -> list[Any]:
    try:
        return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
    except (ValueError, KeyError, IndexError, TypeError) as wrong:
        raise Unusable(f"{name} is not a calendar that can be read.") from wrong


def _days_of(event: Any) -> Period | None:
    """Answer the days of an event; the end of an all-day event is the day after its last."""
    start = getattr(event.get("DTSTART"), "dt", None)
    if start is None:
        return None
    end = getattr(event.get("DTEND"), "dt", None)
    first = _as_day(start)
    last = first if end is None else _as_day(end) - DAY * (not isinstance(end, datetime))
    return Period(first, max(first, last))


def _as_day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


_SAID = (
    ("bank holiday", r"bank holiday"),
    ("inset", r"inset|training day|pd day|staff day"),
    ("school day", r"(term|school) day"),
    ("holiday", r"holiday|half[- ]term|break"),
    ("closure", r"clos"),
    ("term", r"\bterm\b"),
)


def _kind_said(what: str) -> str:
    said = what.casefold()
    return next((kind for kind, words in _SAID if re.search(words, said)), "")


def _not_understood(what: str) -> str:
    return f"“{what}” is no term, holiday, INSET day or closure that Homeward understands."


def _between(holidays: Iterable[Period]) -> list[Period]:
    """Answer the stretches of term between holidays, from their first to their last weekday."""
    parted = (
        _weekdays(before.ends_on + DAY, after.starts_on - DAY)
        for before, after in pairwise(sorted(holidays))
    )
    return [period for period in parted if period]


def _weekdays(first: date, last: date) -> Period | None:
    while first <= last and first.weekday() > 4:
        first += DAY
    while last >= first and last.weekday() > 4:
        last -= DAY
    return Period(first, last) if first <= last else None


def _from_school_days(place: str, days: list[date]) -> list[SaidRow]:
    """Make terms of single school days: a few missing in a row are INSET days, more are a holiday."""
    blocks, inset = [Period(days[0], days[0])], list[date]()
    for before, after in pairwise(days):
        between = (before + DAY * count for count in range(1, (after - before).days))
        missing = [day for day in between if day.weekday() < 5 and day not in bank_holidays()]
        if len(missing) < SHORTEST_HOLIDAY:
            inset += missing
            blocks[-1] = Period(blocks[-1].starts_on, after)
        else:
            blocks.append(Period(after, after))
    closed = [_row(0, place, "inset", Period(day, day), "INSET day") for day in inset]
    return [*_term_rows(0, place, blocks), *closed]


def _term_rows(line: int, place: str, blocks: Iterable[Period], note: str = "") -> list[SaidRow]:
    return [
        _row(
            line,
            place,
            "term",
            block,
            f"{TermBlock(block.starts_on, block.ends_on).term.title()} term",
            note,
        )
        for block in blocks
    ]


def _row(line: int, place: str, kind: str, days: Period, name: str, note: str = "") -> SaidRow:
    return SaidRow(
        line, place, kind, days.starts_on.isoformat(), days.ends_on.isoformat(), name, note[:200]
    )
