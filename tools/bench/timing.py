"""Samples taken in turn, A-B-A-B, and what is said of them."""

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import Any

WARM = 5


@dataclass(frozen=True)
class Line:
    """One measured line, as `--json` writes it. A line without a floor has neither floor nor ratio."""

    id: str
    what: str
    engine: str
    size: str
    goal: float
    met: bool
    p50_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    floor_p50_ms: float | None = None
    floor_p95_ms: float | None = None
    floor_p99_ms: float | None = None
    ratio: float | None = None
    samples: int = 0
    placements: int = 0
    more: dict[str, Any] = field(default_factory=dict)

    def written(self) -> dict[str, Any]:
        said = asdict(self)
        return said | said.pop("more")


@dataclass(frozen=True)
class Taken:
    """Milliseconds of the real thing and of its floor, taken in turn."""

    real: Sequence[float]
    floor: Sequence[float]

    @property
    def ratio(self) -> float:
        return statistics.median(self.real) / statistics.median(self.floor)

    def line(self, id: str, what: str, *, goal: float, **more: Any) -> Line:
        """The line of these samples; it is met by the ratio alone."""
        return Line(
            id=id,
            what=what,
            goal=goal,
            met=round(self.ratio, 2) <= goal,
            p50_ms=percentile(self.real, 50),
            p95_ms=percentile(self.real, 95),
            p99_ms=percentile(self.real, 99),
            floor_p50_ms=percentile(self.floor, 50),
            floor_p95_ms=percentile(self.floor, 95),
            floor_p99_ms=percentile(self.floor, 99),
            ratio=round(self.ratio, 2),
            samples=len(self.real),
            **more,
        )


def in_turn(
    real: Callable[[], object], floor: Callable[[], object], *, samples: int, warm: int = WARM
) -> Taken:
    """Take samples of both, one after the other, after a few that do not count."""
    for _ in range(min(warm, samples)):
        real(), floor()
    gc.collect()
    reals, floors = [], []
    for _ in range(samples):
        reals.append(milliseconds(real))
        floors.append(milliseconds(floor))
    return Taken(reals, floors)


def milliseconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many in a hundred do not exceed."""
    ordered = sorted(values)
    place = min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))
    return round(ordered[place], 3)
