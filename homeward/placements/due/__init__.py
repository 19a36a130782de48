"""The kinds of things that are due about a placement: what each asks, why, and its one button."""

from homeward.due.kinds import describer, register, stands_first
from homeward.placements import queries
from homeward.placements.due.around import KINDS as AROUND
from homeward.placements.due.away import KINDS as AWAY
from homeward.placements.due.describing import DESCRIBER, describe
from homeward.placements.due.onward import KINDS as ONWARD

__all__ = ["DESCRIBER", "declare"]


def declare() -> None:
    """Declare every kind and how placements are described."""
    describer(DESCRIBER, describe)
    stands_first(queries.started_with_gaps)
    for kind in (*AWAY, *AROUND, *ONWARD):
        register(kind)
