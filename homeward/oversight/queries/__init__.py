"""Reading many placements at once. What somebody sees is what `placements.visible` lets them see."""

from homeward.oversight.queries.listing import ANY, Chosen, Row, everything, listing
from homeward.oversight.queries.overseen import SHOWN, not_settled, overseen
from homeward.oversight.queries.summary import NO_SCHOOL, Group, Summary, summary

__all__ = [
    "ANY",
    "NO_SCHOOL",
    "SHOWN",
    "Chosen",
    "Group",
    "Row",
    "Summary",
    "everything",
    "listing",
    "not_settled",
    "overseen",
    "summary",
]
