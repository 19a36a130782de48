"""Does the table of what is due say what the rules say? Everything is recomputed and compared."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched
from uuid import UUID

from homeward.calendars.actions import needed
from homeward.due import queries as due
from homeward.due.rules import Difference, Settlement
from homeward.organisations.access import NOBODY
from homeward.placements.actions.settling import AT_ONCE, settlements
from homeward.placements.models import Placement
from homeward.placements.rules.expected import KINDS
from homeward.providers import settling as providers
from homeward.providers.models import Provider
from homeward.providers.rules.expected import KINDS as PROVIDER_KINDS

NO_RECORD = "stored about a record that is not there"
CALENDAR_KINDS = frozenset({needed.KIND})


@dataclass(frozen=True, slots=True)
class Compared:
    """What one batch said: how many placements were recomputed, and where the table differs."""

    placements: int
    differences: list[tuple[UUID, Difference]]


def compared(*, on: date) -> Iterator[Compared]:
    """Recompute all that is due as of a day and compare it with what is stored, batch by batch.

    Every placement and provider, those that expect nothing too; term dates that were asked for; and
    rows whose record is not there. Writes nothing; memory stays flat however many there are.
    """
    yield from _placements(on)
    yield from _providers(on)
    yield from _term_dates(on)


def _placements(on: date) -> Iterator[Compared]:
    keys = Placement.objects.order_by("pk").values_list("pk", flat=True)
    for batch in batched(keys.iterator(chunk_size=2000), AT_ONCE):
        placements = list(Placement.objects.filter(pk__in=batch).select_related("pupil"))
        yield _compared(settlements(placements, on=on), KINDS, placements=len(placements))
    for abouts in batched(due.abouts(NOBODY, kinds=KINDS), AT_ONCE):
        known = Placement.objects.filter(reference__in=abouts)
        yield _lost(abouts, known.values_list("reference", flat=True))


def _providers(on: date) -> Iterator[Compared]:
    found = Provider.objects.select_related("organisation").order_by("pk")
    for batch in batched(found.iterator(chunk_size=2000), AT_ONCE):
        yield _compared(providers.settlements(batch, on=on), PROVIDER_KINDS)
    for abouts in batched(due.abouts(NOBODY, kinds=PROVIDER_KINDS), AT_ONCE):
        known = Provider.objects.filter(reference__in=abouts)
        yield _lost(abouts, known.values_list("reference", flat=True))


def _term_dates(on: date) -> Iterator[Compared]:
    for abouts in batched(due.abouts(NOBODY, kinds=CALENDAR_KINDS), AT_ONCE):
        asked = needed.settlements(abouts, on=on)
        yield _compared(asked, CALENDAR_KINDS)
        yield _lost(abouts, [each.about for each in asked])


def _compared(asked: list[Settlement], kinds: Collection[str], *, placements: int = 0) -> Compared:
    return Compared(placements, due.compare(NOBODY, asked, kinds=kinds))


def _lost(abouts: Collection[UUID], known: Collection[UUID]) -> Compared:
    there = set(known)
    lost = [about for about in abouts if about not in there]
    return Compared(0, [(about, Difference("", "", NO_RECORD)) for about in lost])
