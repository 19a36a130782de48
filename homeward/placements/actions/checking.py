"""Does the table of what is due say what the rules say? Everything is recomputed and compared."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched
from uuid import UUID

from homeward.due import queries as due
from homeward.due import sources
from homeward.due.rules import Difference, Settlement
from homeward.organisations.access import NOBODY
from homeward.placements.actions.settling import AT_ONCE, settlements
from homeward.placements.models import Placement
from homeward.placements.rules.expected import KINDS

NAME = "placements"
NO_RECORD = "stored about a record that is not there"


@dataclass(frozen=True, slots=True)
class Compared:
    """What one batch said: how many placements were recomputed, and where the table differs."""

    placements: int
    differences: list[tuple[UUID, Difference]]


def compared(*, on: date) -> Iterator[Compared]:
    """Recompute all that is due as of a day and compare it with what is stored, batch by batch.

    Every source that a room declared: placements, providers, term dates that were asked for, and
    those of the rooms above; and rows whose record is not there. Writes nothing; memory stays flat
    however many there are.
    """
    for source in sources.all_sources():
        for batch in source.settlements(on):
            differences = due.compare(NOBODY, batch, kinds=source.kinds)
            yield Compared(len(batch) if source.name == NAME else 0, differences)
        for abouts in batched(due.abouts(NOBODY, kinds=source.kinds), AT_ONCE):
            yield _lost(abouts, source.known(abouts))


def declare() -> None:
    """Say how what is due about placements is worked out anew."""
    sources.register(sources.Source(name=NAME, kinds=KINDS, settlements=_everything, known=_known))


def _everything(on: date) -> Iterable[Sequence[Settlement]]:
    keys = Placement.objects.order_by("pk").values_list("pk", flat=True)
    for batch in batched(keys.iterator(chunk_size=2000), AT_ONCE):
        placements = list(
            Placement.objects.filter(pk__in=batch).select_related("pupil", "provider")
        )
        yield settlements(placements, on=on)


def _known(abouts: Collection[UUID]) -> Collection[UUID]:
    return list(Placement.objects.filter(reference__in=abouts).values_list("reference", flat=True))


def _lost(abouts: Collection[UUID], known: Collection[UUID]) -> Compared:
    there = set(known)
    lost = [about for about in abouts if about not in there]
    return Compared(0, [(about, Difference("", "", NO_RECORD)) for about in lost])
