"""Does the table of what is due say what the rules say? Everything is recomputed and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched
from uuid import UUID

from homeward.due import queries as due
from homeward.due.rules import Difference
from homeward.organisations.access import NOBODY
from homeward.placements.actions.settling import AT_ONCE, settlements
from homeward.placements.models import Placement
from homeward.placements.rules.expected import KINDS

NO_RECORD = "stored about a placement that is not there"


@dataclass(frozen=True, slots=True)
class Compared:
    """What one batch said: how many placements were recomputed, and where the table differs."""

    placements: int
    differences: list[tuple[UUID, Difference]]


def compared(*, on: date) -> Iterator[Compared]:
    """Recompute every placement as of a day and compare it with what is stored, batch by batch.

    Placements that expect nothing are looked at too, and rows whose placement is not there. Writes
    nothing; memory stays flat however many there are.
    """
    keys = Placement.objects.order_by("pk").values_list("pk", flat=True)
    for batch in batched(keys.iterator(chunk_size=2000), AT_ONCE):
        placements = list(Placement.objects.filter(pk__in=batch).select_related("pupil"))
        asked = settlements(placements, on=on)
        yield Compared(len(placements), due.compare(NOBODY, asked, kinds=KINDS))
    for abouts in batched(due.abouts(NOBODY, kinds=KINDS), AT_ONCE):
        known = set(
            Placement.objects.filter(reference__in=abouts).values_list("reference", flat=True)
        )
        lost = [about for about in abouts if about not in known]
        yield Compared(0, [(about, Difference("", "", NO_RECORD)) for about in lost])
