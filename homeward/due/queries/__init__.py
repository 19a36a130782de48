"""Reading what is due. Every function asks who is asking first."""

from homeward.due.queries.about import abouts, compare, line, lines_about, waived
from homeward.due.queries.mine import counts
from homeward.due.queries.today import everything, today, waiting

__all__ = [
    "abouts",
    "compare",
    "counts",
    "everything",
    "line",
    "lines_about",
    "today",
    "waiting",
    "waived",
]
