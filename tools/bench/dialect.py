"""The few words in which the two engines differ, for rows that are copied by SQL."""

from django.db import connection, models

TAIL = 7
"""How many of the last signs of a reference name the copy; what stands before them is the row's own."""

_NAME = "CAST(k.name AS varchar(12))"

REMADE = {
    ("organisations.Person", "email"): f"'c' || {_NAME} || '.' || {{column}}",
    ("organisations.Organisation", "name"): f"{{column}} || ' ' || {_NAME}",
    ("organisations.Organisation", "search_key"): f"{{column}} || ' ' || {_NAME}",
    ("organisations.School", "urn"): (
        "CAST({first_urn} + (k.name - 1) * (SELECT count(*) FROM bench_original n"
        " WHERE n.place = 'organisations_school') + (SELECT count(*) FROM bench_original n"
        " WHERE n.place = 'organisations_school' AND n.key < o.id) AS varchar(6))"
    ),
    ("pupils.Pupil", "upn"): "''",
}
"""Columns that must differ from row to row, and what stands in them in a copy."""


def renamed(column: str, field: models.Field, *, has_others: bool) -> str:
    """The reference of a copy, from that of the row it was copied from.

    With `has_others`, the column may hold other values too, and these stay.
    """
    is_uuid = isinstance(field, models.UUIDField)
    if connection.vendor == "postgresql":
        text = f"CAST({column} AS varchar)" if is_uuid else column
        made = f"left({text}, 29) || lpad(to_hex(k.name), {TAIL}, '0')"
        made, dashed = f"CAST({made} AS uuid)" if is_uuid else made, text
    else:
        kept = 32 - TAIL if is_uuid else 36 - TAIL
        made = f"substr({column}, 1, {kept}) || printf('%0{TAIL}x', k.name)"
        dashed = _dashed(column) if is_uuid else column
    if not has_others:
        return made
    known = f"{dashed} IN (SELECT reference FROM bench_reference)"
    return f"CASE WHEN {known} THEN {made} ELSE {column} END"


def _dashed(column: str) -> str:
    """A reference as text, the way people and other columns write it."""
    parts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    return " || '-' || ".join(f"substr({column}, {first}, {count})" for first, count in parts)
