"""Reading what is due. Every function asks who is asking first."""

from homeward.due.queries.about import abouts, compare, line, lines_about, open_days, waived
from homeward.due.queries.effects import Effects, effects_shown, waived_lines
from homeward.due.queries.mine import counts
from homeward.due.queries.today import everything, today, waiting

__all__ = [
    "Effects",
    "abouts",
    "compare",
    "counts",
    "effects_shown",
    "everything",
    "line",
    "lines_about",
    "open_days",
    "today",
    "waiting",
    "waived",
    "waived_lines",
]
