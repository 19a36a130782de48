"""Reading a public CSV file whatever its wrapping: .csv, .gz or .zip; UTF-8 or windows-1252."""

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 400_000_000
"""Unpacked; the whole national extract has about 60 million."""
MOST_LETTERS = 20_000_000
"""In one cell: beyond it a quotation mark was left open."""


class Unusable(Exception):
    """The file cannot be used at all. Its text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: where it starts in the file, and its cells in the order of the columns asked for."""

    number: int
    cells: Sequence[str | None]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that the file has of those asked for, and its rows."""

    has: frozenset[str]
    lines: Iterator[Line]


def read_table(path: Path, *, wanted: Sequence[str], needed: Sequence[str]) -> Table:
    """Open a CSV file and find its columns by their names, in any order, among any others.

    A column that is absent gives None in every row. Raises Unusable.
    """
    rows = csv.reader(io.StringIO(text_of(path), newline=""))
    csv.field_size_limit(MOST_LETTERS)
    header = _next(rows)
    if header is None:
        raise Unusable(f"{path.name} is empty.")
    places = {name.strip().casefold(): place for place, name in reversed(list(enumerate(header)))}
    missing = [name for name in needed if name.casefold() not in places]
    if missing:
        raise Unusable(
            f"{path.name} has no column {' or '.join(missing)}. The first line must name the columns."
        )
    found = [places.get(name.casefold()) for name in wanted]
    has = frozenset(name for name, place in zip(wanted, found, strict=True) if place is not None)
    return Table(has=has, lines=_lines(rows, len(header), found))


def text_of(path: Path) -> str:
    """Answer the text of a file. Raises Unusable where it cannot be opened or is no text."""
    try:
        packed = path.read_bytes()
    except OSError as wrong:
        raise Unusable(f"{path} cannot be opened: {wrong.strerror}.") from wrong
    try:
        content = _unpacked(packed, path.name)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as wrong:
        raise Unusable(f"{path.name} cannot be unpacked: {wrong}.") from wrong
    if len(content) > MOST_BYTES:
        raise Unusable(f"{path.name} is larger than Homeward reads.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unusable(f"{path.name} is neither UTF-8 nor windows-1252 text.")


def _unpacked(packed: bytes, name: str) -> bytes:
    if packed.startswith(b"\x1f\x8b"):
        with gzip.open(io.BytesIO(packed)) as opened:
            return opened.read(MOST_BYTES + 1)
    if packed.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            inside = [one for one in archive.namelist() if one.lower().endswith(".csv")]
            if len(inside) != 1:
                raise Unusable(f"{name} must hold one CSV file; it holds {len(inside)}.")
            with archive.open(inside[0]) as opened:
                return opened.read(MOST_BYTES + 1)
    return packed


def _next(rows: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as wrong:
        raise Unusable(f"This is not a CSV file: {wrong}.") from wrong


def _lines(rows: Iterator[list[str]], width: int, found: list[int | None]) -> Iterator[Line]:
    ends = 1
    while True:
        row = _next(rows)
        if row is None:
            return
        begins, ends = ends + 1, rows.line_num  # type: ignore[attr-defined]
        if not any(row):
            continue
        if len(row) != width:
            yield Line(begins, (), f"It has {len(row)} cells; the first line has {width}.")
        else:
            yield Line(begins, [None if place is None else row[place] for place in found])
