"""Today as rows of a spreadsheet."""

from typing import Any

from homeward.due.rules import Line

HEADER = (
    "When",
    "Due on",
    "Child",
    "Place",
    "What",
    "Whose",
    "Why",
    "How the day was counted",
)


def cells(line: Line) -> tuple[Any, ...]:
    """One line of Today as the cells under HEADER."""
    return (
        line.by_when,
        line.due_on,
        line.child,
        line.place,
        line.asks,
        line.whom,
        f"{line.why.number} {line.why.title}",
        line.why.arithmetic,
    )
