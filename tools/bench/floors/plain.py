"""What the engines answer, as the values that templates take."""

from datetime import date
from typing import Any


def dated(value: Any) -> date | None:
    """A day; SQLite keeps it as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def dashed(value: Any) -> str:
    """A reference as it stands in addresses; SQLite keeps it without the dashes."""
    if not isinstance(value, str):
        return str(value)
    return f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}"
