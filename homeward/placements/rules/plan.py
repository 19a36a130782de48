"""What a reintegration plan says, as values: one version is one immutable `PlanText`."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID

from homeward.placements.codes import LineKind


@dataclass(frozen=True, slots=True)
class Line:
    """One target, support line, adjustment or milestone. `thread` is its name through versions.

    Target: what = the need, measure, baseline, by_on, progress (-2 to +2).
    Support: what, who, by_on = from when. Adjustment: what, where, who.
    Milestone: what, who, by_on.
    """

    kind: LineKind
    thread: UUID
    what: str
    who: str = ""
    person: int | None = None
    where: str = ""
    baseline: str = ""
    measure: str = ""
    by_on: date | None = None
    progress: int | None = None


@dataclass(frozen=True, slots=True)
class PlanText:
    """Everything one version of a plan says."""

    route: str = ""
    route_destination: str = ""
    target_on: date | None = None
    route_owner: str = ""
    route_next_step: str = ""
    route_next_on: date | None = None
    looked_for: str = ""
    adult_strand: str = ""
    peer_strand: str = ""
    child_hopes: str = ""
    child_worries: str = ""
    child_helps: str = ""
    parents_view: str = ""
    first_review_on: date | None = None
    lines: tuple[Line, ...] = field(default=())

    def of(self, kind: LineKind) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.kind == kind)


TEXT_FIELDS = tuple(part.name for part in fields(PlanText) if part.name != "lines")

SECTIONS: dict[str, tuple[str, ...]] = {
    "route": (
        "route",
        "route_destination",
        "target_on",
        "route_owner",
        "route_next_step",
        "route_next_on",
        "looked_for",
    ),
    "trust": ("adult_strand", "peer_strand"),
    "child": ("child_hopes", "child_worries", "child_helps"),
    "parents": ("parents_view",),
    "review": ("first_review_on",),
    "targets": (LineKind.TARGET,),
    "support": (LineKind.SUPPORT,),
    "adjustments": (LineKind.ADJUSTMENT,),
    "milestones": (LineKind.MILESTONE,),
}
LINE_SECTIONS = {"targets", "support", "adjustments", "milestones"}


def section_of(text: PlanText, section: str) -> tuple[object, ...]:
    """What one section of a plan says, to compare two versions of it."""
    if section in LINE_SECTIONS:
        return text.of(LineKind(SECTIONS[section][0]))
    return tuple(getattr(text, name) for name in SECTIONS[section])


def changed_sections(earlier: PlanText, later: PlanText) -> list[str]:
    """The sections in which two versions differ, in the plan's order."""
    return [name for name in SECTIONS if section_of(earlier, name) != section_of(later, name)]


def with_lines(text: PlanText, kind: LineKind, lines: Iterable[Line]) -> tuple[Line, ...]:
    """All lines of a plan, with those of one kind replaced."""
    return (*(line for line in text.lines if line.kind != kind), *lines)
