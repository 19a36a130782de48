"""What is due, as pure values: what the rules ask for, what is stored, and how the two differ."""

from homeward.due.rules.difference import (
    Difference,
    Differences,
    Expected,
    Stored,
    TwiceExpected,
    UnknownKind,
    differences,
    wanted,
)

__all__ = [
    "Difference",
    "Differences",
    "Expected",
    "Stored",
    "TwiceExpected",
    "UnknownKind",
    "differences",
    "wanted",
]
