"""One import of term dates: read, understood line by line, then loaded in one transaction."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from homeward.calendars.actions import Loaded, load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.queries import organisations_called
from homeward.calendars.rules import Period, TermRow, row_problem
from homeward.connections.term_files import SaidRow, read_terms
from homeward.organisations.access import Access

_KINDS = {
    "term": TermDateKind.TERM,
    "autumn_term": TermDateKind.TERM,
    "spring_term": TermDateKind.TERM,
    "summer_term": TermDateKind.TERM,
    "half_term": TermDateKind.HALF_TERM,
    "inset": TermDateKind.INSET,
    "inset_day": TermDateKind.INSET,
    "closure": TermDateKind.CLOSURE,
    "closed": TermDateKind.CLOSURE,
    "occasional_day": TermDateKind.CLOSURE,
}


class NotUnderstood(ValueError):
    """A line cannot be used. Its text is a sentence that says why."""


@dataclass(slots=True)
class Imported:
    """What an import did. Each term date read is created, changed, unchanged or rejected."""

    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    replaced: int = 0
    rejected: list[dict[str, Any]] = field(default_factory=list)


def import_terms(path: Path, *, organisation: str = "", by: Access, on: date) -> Imported:
    """Import a file of term dates. Right lines are loaded, wrong ones are rejected with a reason.

    Raises Unusable, before anything is written, where the file is none.
    """
    said = read_terms(path, organisation)
    called = organisations_called(by, {row.organisation for row in said})
    done = Imported(read=len(said))
    taken: list[tuple[int, TermRow]] = []
    for each in said:
        try:
            row = _understood(each, called)
            _refuse_overlap(row, taken)
            taken.append((each.line, row))
        except NotUnderstood as wrong:
            done.rejected.append({"line": each.line, "reason": str(wrong)})
    loaded: Loaded = load_terms([row for _, row in taken], by=by, on=on)
    done.created, done.changed = loaded.created, loaded.changed
    done.unchanged, done.replaced = loaded.unchanged, loaded.replaced
    return done


def _understood(said: SaidRow, called: dict[str, list[int]]) -> TermRow:
    if said.problem:
        raise NotUnderstood(said.problem)
    kind_said = re.sub(r"[\s-]+", "_", said.kind.casefold())
    kind = _KINDS.get(kind_said)
    if kind is None:
        raise NotUnderstood(
            f"“{said.kind}” is not a kind of term date: use term, half_term, inset or closure."
        )
    starts_on = _day(said.starts_on, "start")
    if not said.ends_on and not kind.is_closed_day:
        raise NotUnderstood("The end is missing.")
    ends_on = _day(said.ends_on, "end") if said.ends_on else starts_on
    name = said.name or (_named(kind_said) if kind is TermDateKind.TERM else "")
    row = TermRow(_organisation(said, called), kind, starts_on, ends_on, name, said.note[:200])
    if problem := row_problem(row):
        raise NotUnderstood(problem)
    return row


def _named(kind_said: str) -> str:
    return "" if kind_said == "term" else kind_said.replace("_", " ").capitalize()


def _organisation(said: SaidRow, called: dict[str, list[int]]) -> int:
    found = called.get(said.organisation, [])
    if not said.organisation:
        raise NotUnderstood("The organisation is missing.")
    if not found:
        raise NotUnderstood(
            f"No organisation is called “{said.organisation}”: use a URN, an authority’s code or"
            " name, or the whole name."
        )
    if len(found) > 1:
        raise NotUnderstood(f"{len(found)} schools are called “{said.organisation}”: use the URN.")
    return found[0]


def _day(text: str, which: str) -> date:
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    british = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    found = iso.groups() if iso else british.groups()[::-1] if british else None
    if found is None:
        raise NotUnderstood(f"The {which} “{text}” is not a date such as 2026-09-02.")
    try:
        return date(*(int(part) for part in found))
    except ValueError:
        raise NotUnderstood(f"The {which} “{text}” is not a real date.") from None


def _refuse_overlap(row: TermRow, taken: list[tuple[int, TermRow]]) -> None:
    for line, other in taken:
        same_days = (row.starts_on, row.ends_on) == (other.starts_on, other.ends_on)
        if row.organisation != other.organisation or (row.kind == other.kind and same_days):
            continue
        if row.is_instead_of(other.kind, Period(other.starts_on, other.ends_on)):
            raise NotUnderstood(f"It shares days with the {row.kind.label.lower()} of line {line}.")
