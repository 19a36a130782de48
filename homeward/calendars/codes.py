"""Closed lists of this room."""

from enum import StrEnum


class TermDateKind(StrEnum):
    """What a row of term dates says about its days."""

    TERM = "term"
    HALF_TERM = "half_term"
    INSET = "inset"
    CLOSURE = "closure"

    @property
    def label(self) -> str:
        """Answer the words for people."""
        return _LABELS[self]

    @property
    def is_closed_day(self) -> bool:
        """Say whether single days of a term are closed by it, beside the terms themselves."""
        return self in {TermDateKind.INSET, TermDateKind.CLOSURE}


_LABELS = {
    TermDateKind.TERM: "Term",
    TermDateKind.HALF_TERM: "Half-term holiday",
    TermDateKind.INSET: "INSET day",
    TermDateKind.CLOSURE: "Closed",
}
