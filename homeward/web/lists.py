"""Long lists: a slice at a time, and as a spreadsheet that cannot do harm."""

import base64
import binascii
import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse

_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Slice[Row]:
    """Part of a list, and the mark after which the next part begins ("" at the end)."""

    items: Sequence[Row]
    next_after: str


def cut[Row](rows: Sequence[Row], size: int, key: Callable[[Row], Sequence[Any]]) -> Slice[Row]:
    """Cut `size` rows off what was fetched with one row more, which tells whether there are more.

    `key` gives the values a row is ordered by, the last of them unique. They stand in the address,
    so they never hold a child's name: order such a list by day and number, or mark the reference.
    """
    items = rows[:size]
    return Slice(items, mark(*key(items[-1])) if len(rows) > size else "")


def mark(*values: Any) -> str:
    """Answer the mark of a row in a list, safe in an address."""
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    written = json.dumps(plain, separators=(",", ":"), default=str).encode()
    return base64.urlsafe_b64encode(written).decode().rstrip("=")


def marked(text: str, length: int) -> list[Any] | None:
    """Answer the values of a mark, or None where the text is not one with `length` values."""
    try:
        values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return None
    is_mark = isinstance(values, list) and len(values) == length
    plain = is_mark and all(isinstance(value, str | int) for value in values)
    return values if plain else None


def defused(value: Any) -> Any:
    """Answer a cell that no spreadsheet runs as a formula; numbers stay numbers, days become ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | float):
        return value
    text = value.isoformat() if isinstance(value, date) else str(value).replace("\0", "")
    return f"'{text}" if text.startswith(_LIVE) or text.lstrip().startswith(_LIVE) else text


def csv_response(
    filename: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """Answer rows as a CSV file that Excel reads as UTF-8. Live formulas are defused."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([defused(name) for name in header])
    writer.writerows([defused(value) for value in row] for row in rows)
    response = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_plain(filename)}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _plain(filename: str) -> str:
    """Keep only what every system takes in the name of a file."""
    kept = "".join(letter for letter in filename if letter.isascii() and letter.isprintable())
    return kept.replace('"', "").replace("\\", "").replace("/", "-")
