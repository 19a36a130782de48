"""Line 5: everything that is due, settled again for every placement, by a sample of them."""

import resource
from collections.abc import Callable
from itertools import batched
from pathlib import Path
from typing import Any
from uuid import UUID

from homeward.due.models import Expectation
from homeward.placements import actions
from homeward.placements.models import Placement
from homeward.placements.queries import part_of
from homeward.placements.rules.expected import KINDS
from tools.bench.databases import DAY
from tools.bench.timing import Line, milliseconds

ENGLAND = 70_000
MOST_MINUTES = 10
FLAT = 1.1
_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def of_all(*, sample: int, **about: Any) -> Line:
    """Settle a sample of live placements from nothing, and say what all of England would take.

    Memory is looked at after half of the sample and after all of it: it is flat if the second peak
    is no more than a tenth above the first. `minutes_unchanged` is a night on which nothing changed.
    """
    live = Placement.objects.filter(part_of("live", DAY)).order_by("pk")
    chosen = list(live.values_list("reference", "keeper_id")[:sample])
    keeper, references = chosen[0][1], [reference for reference, _ in chosen]
    half = references[: len(references) // 2]

    def settle(some: list[UUID]) -> None:
        actions.settle_all(keeper=keeper, on=DAY, references=some)

    _forget(references)
    first, peak_of_half = _with_peak(lambda: settle(half))
    second, peak = _with_peak(lambda: settle(references[len(half) :]))
    unchanged, last_peak = _with_peak(lambda: settle(references))
    minutes, minutes_unchanged = (
        taken / len(references) * ENGLAND / 60_000 for taken in (first + second, unchanged)
    )
    is_flat = max(peak, last_peak) <= peak_of_half * FLAT
    return Line(
        id="5",
        what=f"Settle {ENGLAND:,} live placements (extrapolated)",
        goal=MOST_MINUTES,
        met=minutes <= MOST_MINUTES and is_flat,
        samples=len(references),
        placements=Placement.objects.count(),
        more={
            "minutes": round(minutes, 2),
            "minutes_unchanged": round(minutes_unchanged, 2),
            "extrapolated_from": len(references),
            "peak_mb": round(max(peak, last_peak)),
            "peak_mb_of_half": round(peak_of_half),
        },
        **about,
    )


def _forget(references: list[UUID]) -> None:
    """Take away what is stored as due, so that all of it has to be written."""
    for some in batched(references, 500):
        Expectation.objects.filter(about__in=some, kind__in=KINDS).delete()


def _with_peak(work: Callable[[], None]) -> tuple[float, float]:
    """How long something took, and the most memory of this process meanwhile, in megabytes.

    Only Linux lets the peak be looked at anew; elsewhere it is that of the whole run.
    """
    if not _RESET.exists():
        return milliseconds(work), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _RESET.write_text("5", encoding="ascii")
    taken = milliseconds(work)
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM"))
    return taken, int(peak.split()[1]) / 1024
