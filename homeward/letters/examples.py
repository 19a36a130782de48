"""Invented values with which the catalogue shows its letters. Nobody here is real."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_EVERYWHERE: Mapping[str, Any] = {
    "school": "Oak Park School (example)",
    "reader": "Ms Nadia Hassan",
    "child": "Amira",
    "sender": "Mara Lind",
    "sender_role": "AP lead",
    "phone": "020 7946 0300",
    "email": "office@oakpark.example",
    "today": date(2026, 11, 24),
}
"""What most letters say; a letter's own values come on top."""

_OF_LETTER: Mapping[str, Mapping[str, Any]] = {
    "personal_link": {},
    "teacher_code": {"code": "480 213"},
}


def values_for(name: str) -> dict[str, Any]:
    """Every value that the letter of this name needs, invented."""
    return {**_EVERYWHERE, **_OF_LETTER.get(name, {})}
