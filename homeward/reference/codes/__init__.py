"""National code lists, packaged as CSV. A code is text, always."""

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["code_lists", "labels", "rows"]


def code_lists() -> list[str]:
    """Answer the names of the packaged lists, such as `ap_placement_reasons`."""
    names = (entry.name for entry in files(__package__).iterdir())
    return sorted(name.removesuffix(".csv") for name in names if name.endswith(".csv"))


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Answer the rows of a list, as text. Raises LookupError for a list that is not packaged."""
    file = files(__package__) / f"{name}.csv"
    if not file.is_file():
        raise LookupError(f"There is no code list named {name!r}.")
    lines = io.StringIO(file.read_text("utf-8"), newline="")
    return tuple(MappingProxyType(row) for row in csv.DictReader(lines))


@cache
def labels(name: str, *, codeset: str = "") -> Mapping[str, str]:
    """Answer label by slug (by code where a list has no slugs), in the order of the list.

    `codeset` picks one set of a list that holds several, such as `school_census`. Raises LookupError
    for an unknown list or set.
    """
    chosen = [row for row in rows(name) if not codeset or row.get("codeset") == codeset]
    if not chosen:
        raise LookupError(f"The code list {name!r} has no set named {codeset!r}.")
    return MappingProxyType({row.get("slug") or row["code"]: row["label"] for row in chosen})
