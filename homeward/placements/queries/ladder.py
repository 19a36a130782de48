"""The return ladder's versions, and what happened on it."""

from collections.abc import Iterable, Sequence

from django.db.models import Subquery

from homeward.organisations.access import Access
from homeward.placements.models import LadderMove, LadderStep, Placement, ReturnLadder
from homeward.placements.rules.ladder import Move
from homeward.placements.rules.steps import LadderText, StepText


def latest(access: Access, placement: Placement) -> ReturnLadder | None:
    """The newest version of a ladder, or None where nobody wrote one."""
    return ReturnLadder.objects.filter(placement=placement).order_by("-number").first()


def latest_said(
    access: Access, placement: Placement
) -> tuple[ReturnLadder | None, LadderText | None]:
    """The newest version and what it says: one query where it has steps, else two."""
    newest = ReturnLadder.objects.filter(placement=placement).order_by("-number").values("pk")[:1]
    rows = LadderStep.objects.filter(ladder=Subquery(newest)).select_related("ladder")
    steps = list(rows.order_by("position"))
    found = steps[0].ladder if steps else latest(access, placement)
    return found, _text(found, steps) if found else None


def text_of(access: Access, ladder: ReturnLadder) -> LadderText:
    """What one version says: one query."""
    return _text(ladder, LadderStep.objects.filter(ladder=ladder).order_by("position"))


def _text(ladder: ReturnLadder, rows: Iterable[LadderStep]) -> LadderText:
    return LadderText(
        full_time_on=ladder.full_time_on,
        full_time_minutes=ladder.full_time_minutes,
        steps=tuple(_step(row) for row in rows),
        safe_place=ladder.safe_place,
        safe_adult=ladder.safe_adult,
        step_back_rule=ladder.step_back_rule,
        longer_because=ladder.longer_because,
    )


def moves(access: Access, placement: Placement) -> list[Move]:
    """What happened on every version, the oldest first: kind, day, step."""
    return facts_of(move_rows(access, placement))


def move_rows(access: Access, placement: Placement) -> list[LadderMove]:
    """The same as rows with their texts and who recorded them."""
    rows = LadderMove.objects.filter(placement=placement).select_related("recorded_by")
    return list(rows.order_by("moved_on", "id"))


def facts_of(rows: Sequence[LadderMove]) -> list[Move]:
    return [(row.kind, row.moved_on, row.position) for row in rows]


def _step(row: LadderStep) -> StepText:
    return StepText(
        from_on=row.from_on,
        at_school=tuple(row.at_school),
        at_provider=tuple(row.at_provider),
        school_minutes=row.school_minutes,
        provider_minutes=row.provider_minutes,
        looked_for=row.looked_for,
        met_by=row.met_by,
    )
