"""A list of requests as rows of a spreadsheet."""

from typing import Any

from homeward.support.queries import Listed

HEADER = (
    "Asked on",
    "Asked for",
    "Child",
    "School",
    "Team",
    "Where it stands",
    "Owner",
    "Due",
    "Days late",
    "In a sentence",
)


def cells(row: Listed) -> tuple[Any, ...]:
    """One request as a row, in the order of the header."""
    return (
        row.asked_on,
        row.kind,
        row.child,
        row.school,
        row.team,
        row.state.label,
        row.owner,
        row.due_on,
        row.late,
        row.says,
    )
