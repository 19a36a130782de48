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
from homeward.due.rules.effects import Effect, Tally, Turn, effects
from homeward.due.rules.lines import (
    AboutLines,
    Choice,
    Chosen,
    Counts,
    Line,
    Lines,
    Part,
    TodayPage,
    Waiver,
    Why,
    part,
    together,
)
from homeward.due.rules.settlement import Settlement

__all__ = [
    "AboutLines",
    "Choice",
    "Chosen",
    "Counts",
    "Difference",
    "Differences",
    "Effect",
    "Expected",
    "Line",
    "Lines",
    "Part",
    "Settlement",
    "Stored",
    "Tally",
    "TodayPage",
    "Turn",
    "TwiceExpected",
    "UnknownKind",
    "Waiver",
    "Why",
    "differences",
    "effects",
    "part",
    "together",
    "wanted",
]
