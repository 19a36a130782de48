"""Writing the reintegration plan: each save is a new version; two editors see both texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish
from homeward.placements.codes import LineKind
from homeward.placements.models import MilestoneDone, Placement, PlanLine, PlanVersion
from homeward.placements.queries import plan as queries
from homeward.placements.queries.plan import Version
from homeward.placements.rules.plan import (
    LINE_SECTIONS,
    SECTIONS,
    TEXT_FIELDS,
    Line,
    PlanText,
    changed_sections,
    section_of,
    with_lines,
)


class PlanChanged(Exception):
    """Somebody else wrote the same section since the form was opened."""

    def __init__(self, *, theirs: Version, section: str) -> None:
        super().__init__(f"The section {section} has changed.")
        self.theirs = theirs
        self.section = section


@transaction.atomic
def write_plan(
    placement: Placement,
    *,
    section: str,
    based_on: int,
    by: Access,
    on: date,
    texts: Mapping[str, Any] | None = None,
    lines: Sequence[Line] | None = None,
) -> Version:
    """Write one section of the plan as a new version of the whole.

    `based_on` is the version number the form was opened with. Where another section changed since,
    both changes stand; where this one did, raises PlanChanged with the other text and writes
    nothing. Saving what already stands writes no version.
    """
    latest = queries.latest(by, placement)
    mine = _with_section(latest.text, section, texts, lines)
    if latest.number != based_on:
        opened = _opened(by, placement, based_on)
        if section_of(opened, section) != section_of(latest.text, section):
            if section_of(mine, section) == section_of(latest.text, section):
                return latest
            raise PlanChanged(theirs=latest, section=section)
    if section_of(mine, section) == section_of(latest.text, section):
        return latest
    written = _append(placement, number=latest.number + 1, text=mine, section=section, by=by, on=on)
    finish(
        placement,
        kind="plan.written",
        summary=f"Wrote version {written.number} of the plan: {section}",
        by=by,
        on=on,
        before={"number": latest.number},
        after={"number": written.number, "changed": changed_sections(latest.text, mine)},
    )
    return Version(
        number=written.number,
        written_on=written.written_on,
        written_at=written.written_at,
        written_by_name=written.written_by_name,
        changes=written.changes,
        text=mine,
    )


@transaction.atomic
def mark_milestone_done(
    placement: Placement, *, thread: UUID, done_on: date, by: Access, on: date, note: str = ""
) -> None:
    """Write down that a dated step was done. Doing it twice keeps the first day.

    Raises NotAllowed for a day to come or a step that the plan does not have.
    """
    if done_on > on:
        raise NotAllowed("That day is still to come. Record the step when it is done.")
    steps = queries.latest(by, placement).text.of(LineKind.MILESTONE)
    step = next((line for line in steps if line.thread == thread), None)
    if step is None:
        raise NotAllowed("The plan no longer has that step.")
    _, is_new = MilestoneDone.objects.get_or_create(
        keeper_id=placement.keeper_id,
        placement=placement,
        thread=thread,
        defaults={"done_on": done_on, "note": note, "recorded_by_id": by.somebody},
    )
    if is_new:
        finish(
            placement,
            kind="plan.milestone-done",
            summary=f"Done: {step.what}",
            by=by,
            on=on,
            after={"thread": thread, "done_on": done_on},
        )


def _opened(by: Access, placement: Placement, number: int) -> PlanText:
    return queries.version(by, placement, number).text if number else PlanText()


def _with_section(
    text: PlanText,
    section: str,
    texts: Mapping[str, Any] | None,
    lines: Sequence[Line] | None,
) -> PlanText:
    if section in LINE_SECTIONS:
        kind = LineKind(SECTIONS[section][0])
        return replace(text, lines=with_lines(text, kind, lines or ()))
    wanted = {name: (texts or {})[name] for name in SECTIONS[section] if name in (texts or {})}
    return replace(text, **wanted)


def _append(
    placement: Placement, *, number: int, text: PlanText, section: str, by: Access, on: date
) -> PlanVersion:
    try:
        with transaction.atomic():
            version = PlanVersion.objects.create(
                keeper_id=placement.keeper_id,
                placement=placement,
                number=number,
                written_on=on,
                written_by_id=by.person,
                written_by_name=by.person_name,
                changes=section,
                **{name: getattr(text, name) for name in TEXT_FIELDS},
            )
    except IntegrityError as collision:
        theirs = queries.latest(by, placement)
        raise PlanChanged(theirs=theirs, section=section) from collision
    PlanLine.objects.bulk_create(
        PlanLine(
            keeper_id=placement.keeper_id,
            version=version,
            kind=line.kind.value,
            thread=line.thread,
            position=position,
            what=line.what,
            who=line.who,
            person_id=line.person,
            where=line.where,
            baseline=line.baseline,
            measure=line.measure,
            by_on=line.by_on,
            progress=line.progress,
        )
        for position, line in enumerate(text.lines)
    )
    return version
