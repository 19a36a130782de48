"""A plan's versions, read as values."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from homeward.organisations.access import Access
from homeward.placements.codes import LineKind
from homeward.placements.models import MilestoneDone, Placement, PlanLine, PlanVersion
from homeward.placements.queries.visible import NotVisible
from homeward.placements.rules.facts import MilestoneFact
from homeward.placements.rules.plan import TEXT_FIELDS, Line, PlanText

EMPTY = PlanText()


@dataclass(frozen=True, slots=True)
class Version:
    """One version with what it says; number 0 is a plan that nobody has begun."""

    number: int = 0
    written_on: date | None = None
    written_at: datetime | None = None
    written_by_name: str = ""
    changes: str = ""
    text: PlanText = EMPTY


def latest_versions(access: Access, placements: Iterable[int]) -> dict[int, Version]:
    """The newest version of each placement's plan, by the placement's key: two queries."""
    newest = PlanVersion.objects.filter(placement=OuterRef("placement")).order_by("-number")
    rows = PlanVersion.objects.filter(
        placement__in=list(placements), pk=Subquery(newest.values("pk")[:1])
    )
    return {row.placement_id: version for row, version in _with_lines(rows)}


def latest(access: Access, placement: Placement) -> Version:
    """The newest version of a plan, or an empty one."""
    return latest_versions(access, [placement.pk]).get(placement.pk, Version())


def latest_text(access: Access, placement: Placement) -> Version:
    """The newest version of a plan without its lines, or an empty one: one query."""
    row = PlanVersion.objects.filter(placement=placement).order_by("-number").first()
    return _version(row, ()) if row else Version()


def latest_lines(access: Access, placement: Placement, kind: LineKind) -> tuple[Line, ...]:
    """The lines of one kind of the newest version: one query."""
    newest = PlanVersion.objects.filter(placement=placement).order_by("-number").values("pk")[:1]
    rows = PlanLine.objects.filter(version=Subquery(newest), kind=kind).order_by("position")
    return tuple(_line(row) for row in rows)


def version(access: Access, placement: Placement, number: int) -> Version:
    """One version of a plan. Raises NotVisible where there is none of that number."""
    rows = _with_lines(PlanVersion.objects.filter(placement=placement, number=number))
    if not rows:
        raise NotVisible
    return rows[0][1]


def versions(access: Access, placement: Placement) -> list[Version]:
    """All versions of a plan without their texts, newest first."""
    rows = PlanVersion.objects.filter(placement=placement).order_by("-number")
    return [
        Version(row.number, row.written_on, row.written_at, row.written_by_name, row.changes)
        for row in rows
    ]


def milestones(
    access: Access, versions_by_placement: dict[int, Version]
) -> dict[int, list[MilestoneFact]]:
    """The dated steps of several plans with the day each was done: one query."""
    done: dict[int, dict[object, date]] = defaultdict(dict)
    for row in MilestoneDone.objects.filter(placement__in=list(versions_by_placement)):
        done[row.placement_id][row.thread] = row.done_on
    return {
        placement: [
            MilestoneFact(
                thread=line.thread,
                what=line.what,
                by_on=line.by_on,
                person=line.person,
                done_on=done[placement].get(line.thread),
            )
            for line in found.text.of(LineKind.MILESTONE)
            if line.by_on is not None
        ]
        for placement, found in versions_by_placement.items()
    }


def _with_lines(rows: Iterable[PlanVersion]) -> list[tuple[PlanVersion, Version]]:
    rows = list(rows)
    lines: dict[int, list[PlanLine]] = defaultdict(list)
    for line in PlanLine.objects.filter(version__in=rows).order_by("kind", "position"):
        lines[line.version_id].append(line)
    return [(row, _version(row, lines[row.pk])) for row in rows]


def _version(row: PlanVersion, lines: Sequence[PlanLine]) -> Version:
    said = {name: getattr(row, name) for name in TEXT_FIELDS}
    return Version(
        number=row.number,
        written_on=row.written_on,
        written_at=row.written_at,
        written_by_name=row.written_by_name,
        changes=row.changes,
        text=PlanText(**said, lines=tuple(_line(line) for line in lines)),
    )


def _line(row: PlanLine) -> Line:
    return Line(
        kind=LineKind(row.kind),
        thread=row.thread,
        what=row.what,
        who=row.who,
        person=row.person_id,
        where=row.where,
        baseline=row.baseline,
        measure=row.measure,
        by_on=row.by_on,
        progress=row.progress,
    )


def step(access: Access, placement: Placement, thread: UUID) -> MilestoneFact:
    """One dated step of the plan as it stands. Raises NotVisible where the plan has no such step."""
    steps = milestones(access, {placement.pk: latest(access, placement)})[placement.pk]
    found = next((one for one in steps if one.thread == thread), None)
    if found is None:
        raise NotVisible
    return found
