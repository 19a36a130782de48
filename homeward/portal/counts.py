"""Today's count for a promise, lent by the room that keeps it: "12 of 12 children contacted"."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

FEWEST_SHOWN = 5
"""Below this many, a count is shown only to people who are signed in: it could point to a child."""


@dataclass(frozen=True)
class Count:
    """`done` of `of`, and the words after it ("children contacted this week")."""

    done: int
    of: int
    words: str


_counted: dict[str, Callable[[date], Count]] = {}


def register(promise: str, function: Callable[[date], Count]) -> None:
    """Lend the count of a promise ("R13"). Called from `ready()`; the function is given today."""
    _counted[promise] = function


def count(promise: str, on: date) -> Count | None:
    """Answer the count of a promise on a day, or None where no room lends one."""
    function = _counted.get(promise)
    return function(on) if function else None


def said(counted: Count, *, is_signed_in: bool) -> str:
    """Answer a count as a sentence that gives nobody away."""
    if counted.of == 0:
        return f"Nothing to count today ({counted.words})"
    if counted.of < FEWEST_SHOWN and not is_signed_in:
        return f"Fewer than {FEWEST_SHOWN} today ({counted.words})"
    return f"{counted.done:,} of {counted.of:,} {counted.words}"
