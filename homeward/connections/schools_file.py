"""The public schools register (GIAS extract) and its links file, read by the names of columns.

Codes are text that spreadsheets turn into numbers ("01" becomes "1"); dates are written
dd-mm-yyyy or dd/mm/yyyy; a blank cell is unknown. Source: get-information-schools.service.gov.uk.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from homeward.connections.tables import Line, Unusable, read_table
from homeward.organisations.actions.schools import LinkRow, SchoolRow
from homeward.organisations.codes import LinkKind

__all__ = [
    "LinksFile",
    "SchoolsFile",
    "Unusable",
    "kept_columns",
    "read_links",
    "read_schools",
]

_STATUS = {
    "1": "Open",
    "2": "Closed",
    "3": "Open, but proposed to close",
    "4": "Proposed to open",
}
_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?: 00:00(?::00)?)?")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Wrong(Exception):
    """Why a row cannot be taken, as a sentence."""


KEEP = object()
"""What a cell says that cannot be read and is better left as it was."""


@dataclass(slots=True)
class SchoolsFile:
    """What a schools file says. `authorities` has the code, name and GSS code of each named."""

    read: int = 0
    rows: list[SchoolRow] = field(default_factory=list)
    rejected: list[tuple[int, str]] = field(default_factory=list)
    authorities: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class LinksFile:
    """What a links file says. `others` counts links that are neither before nor after."""

    read: int = 0
    others: int = 0
    rows: list[LinkRow] = field(default_factory=list)
    rejected: list[tuple[int, str]] = field(default_factory=list)


def read_schools(path: Path) -> SchoolsFile:
    """Read a schools file; a row that cannot be taken is listed with its line and the reason.

    Raises Unusable for a file that is no CSV or has no URN and no name.
    """
    wanted = [*kept_columns(), "EstablishmentStatus (code)", "GSSLACode (name)"]
    table = read_table(path, wanted=wanted, needed=["URN", "EstablishmentName"])
    cells = [
        (place, name, cell)
        for place, (name, column, cell) in enumerate(_FIELDS, start=1)
        if column in table.has
    ]
    file, seen = SchoolsFile(), dict[str, int]()
    for line in table.lines:
        file.read += 1
        try:
            row = _school(line, cells, seen)
        except Wrong as wrong:
            file.rejected.append((line.number, str(wrong)))
            continue
        seen[row.urn] = line.number
        file.rows.append(row)
        if "authority_code" in row.said:
            named = (row.said.get("authority_name", ""), (line.cells[-1] or "").strip())
            file.authorities.setdefault(row.said["authority_code"], named)
    return file


def kept_columns() -> list[str]:
    """Answer the columns of the register that are kept, the identity first."""
    return ["URN", *(column for _, column, _ in _FIELDS)]


def read_links(path: Path) -> LinksFile:
    """Read a file of predecessors and successors. Raises Unusable."""
    columns = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"]
    table = read_table(path, wanted=columns, needed=["URN", "LinkURN", "LinkType"])
    file = LinksFile()
    for line in table.lines:
        file.read += 1
        try:
            row = _link(line)
        except Wrong as wrong:
            file.rejected.append((line.number, str(wrong)))
            continue
        if row is None:
            file.others += 1
        else:
            file.rows.append(row)
    return file


def _school(
    line: Line, cells: list[tuple[int, str, Callable[[str], Any]]], seen: dict[str, int]
) -> SchoolRow:
    if line.problem:
        raise Wrong(line.problem)
    urn = _urn(line.cells[0] or "")
    if urn in seen:
        raise Wrong(f"URN {urn} stands on line {seen[urn]} already.")
    said = {name: cell(line.cells[place] or "") for place, name, cell in cells}
    said = {name: value for name, value in said.items() if value is not KEEP}
    _judge(said, line.cells[-2])
    return SchoolRow(line=line.number, urn=urn, said=said)


def _link(line: Line) -> LinkRow | None:
    if line.problem:
        raise Wrong(line.problem)
    urn, linked, name, kind, on = (cell or "" for cell in line.cells)
    which, _, detail = kind.strip().partition(" - ")
    if which.casefold() not in {LinkKind.PREDECESSOR, LinkKind.SUCCESSOR}:
        return None
    return LinkRow(
        urn=_urn(urn),
        linked_urn=_urn(linked),
        kind=LinkKind(which.casefold()).value,
        linked_name=_text("The name", 160)(name),
        detail=_text("The kind of link", 80)(detail),
        linked_on=_LINKED_ON(on),
    )


def _urn(cell: str) -> str:
    urn = cell.strip().removesuffix(".0")
    if not re.fullmatch(r"[0-9]{6}", urn, re.ASCII):
        raise Wrong(
            f"The URN must have six digits; it is “{urn[:20]}”." if urn else "It has no URN."
        )
    return urn


def _judge(said: dict[str, Any], status_code: str | None) -> None:
    """Finish a row: its name, and whether the school is closed."""
    if not said["name"]:
        raise Wrong("It has no name.")
    code = (status_code or "").strip().lstrip("0")
    if status_code is not None and not said.get("status"):
        said["status"] = _STATUS.get(code, "")
    opened, closed = said.get("opened_on"), said.get("closed_on")
    if opened and closed and closed < opened:
        raise Wrong(f"It closed on {closed} before it opened on {opened}.")
    if said.get("status"):
        said["is_closed"] = said["status"].casefold() == "closed"
    elif "status" in said or "closed_on" in said:
        said["is_closed"] = closed is not None


def _text(what: str, most: int) -> Callable[[str], Any]:
    def cell(written: str) -> str:
        text = " ".join(written.split())
        if _HIDDEN.search(text):
            raise Wrong(f"{what} holds hidden characters.")
        if len(text) > most:
            raise Wrong(f"{what} has {len(text):,} letters; {most} fit.")
        return text

    return cell


def _code(what: str, length: int, *, is_needed: bool = False) -> Callable[[str], Any]:
    """A code of digits that may have lost its zeros; one that cannot be read is left as it was."""

    def cell(written: str) -> Any:
        text = written.strip().removesuffix(".0")
        if not text:
            return KEEP if is_needed else ""
        if not (text.isascii() and text.isdigit()) or len(text) > length:
            if is_needed:
                raise Wrong(f"{what} must be a number of {length} digits; it is “{text[:20]}”.")
            return KEEP
        return text.zfill(length)

    return cell


def _day(what: str) -> Callable[[str], Any]:
    @cache
    def cell(written: str) -> date | None:
        text = written.strip()
        if not text:
            return None
        found = _DATE.fullmatch(text)
        if found is None:
            raise Wrong(f"{what} must be written like 31-08-2015; it is “{text[:20]}”.")
        day, month, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            raise Wrong(f"{what} is no day of the calendar: {text}.") from None

    return cell


def _number(kind: Callable[[str], Any], lowest: float, highest: float) -> Callable[[str], Any]:
    """A number within bounds; anything else ("z", "x", "low", blank) is unknown, never 0."""

    def cell(written: str) -> Any:
        try:
            number = kind(written)
        except ValueError:
            return None
        return number if lowest <= number <= highest else None

    return cell


def _telephone(written: str) -> str:
    text: str = _text("The telephone number", 20)(written)
    return f"0{text}" if len(text) == 10 and text.isdigit() and text[0] != "0" else text


_FIELDS: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
    ("name", "EstablishmentName", _text("The name", 160)),
    ("authority_code", "LA (code)", _code("The authority code", 3, is_needed=True)),
    ("authority_name", "LA (name)", _text("The authority’s name", 80)),
    ("establishment_number", "EstablishmentNumber", _code("The establishment number", 4)),
    ("ukprn", "UKPRN", _code("The UKPRN", 8)),
    ("status", "EstablishmentStatus (name)", _text("The status", 40)),
    ("opened_on", "OpenDate", _day("The date it opened")),
    ("closed_on", "CloseDate", _day("The date it closed")),
    ("phase", "PhaseOfEducation (name)", _text("The phase", 40)),
    ("type_code", "TypeOfEstablishment (code)", _code("The type", 2)),
    ("type_name", "TypeOfEstablishment (name)", _text("The type", 80)),
    ("lowest_age", "StatutoryLowAge", _number(int, 0, 99)),
    ("highest_age", "StatutoryHighAge", _number(int, 0, 99)),
    ("trust", "Trusts (name)", _text("The trust", 160)),
    ("street", "Street", _text("The street", 160)),
    ("locality", "Locality", _text("The locality", 160)),
    ("town", "Town", _text("The town", 120)),
    ("postcode", "Postcode", _text("The postcode", 8)),
    ("telephone", "TelephoneNum", _telephone),
    ("website", "SchoolWebsite", _text("The website", 300)),
    ("census_type", "CensusSchoolType2023", _text("The census type", 60)),
    ("easting", "Easting", _number(int, 1, 700_000)),
    ("northing", "Northing", _number(int, 1, 1_300_000)),
    ("latitude", "Latitude", _number(float, 49, 61)),
    ("longitude", "Longitude", _number(float, -9, 3)),
)
_LINKED_ON = _day("The date of the link")
