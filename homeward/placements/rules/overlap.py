"""Planned sessions of one child may not overlap; an overlap that happened is recorded, not refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DatedSession:
    """A planned half day of every week from a day to a day, both included."""

    weekday: int
    half: str
    from_on: date
    to_on: date | None
    says: str = ""

    def meets(self, other: "DatedSession") -> bool:
        """Whether both are planned for the same half day of at least one date."""
        if (self.weekday, self.half) != (other.weekday, other.half):
            return False
        starts = max(self.from_on, other.from_on)
        ends = min(self.to_on or date.max, other.to_on or date.max)
        days_to_wait = (self.weekday - starts.weekday()) % 7
        return starts <= ends and days_to_wait <= (ends - starts).days


def first_overlap(
    mine: Iterable[DatedSession], others: Iterable[DatedSession]
) -> tuple[DatedSession, DatedSession] | None:
    """The first pair of sessions that overlap, or None."""
    theirs = list(others)
    return next(((one, other) for one in mine for other in theirs if one.meets(other)), None)
