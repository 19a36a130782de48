"""Planned weeks of one child that meet each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.placements.models import Placement, Session
from homeward.placements.rules.overlap import DatedSession, first_overlap
from homeward.placements.rules.saying import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Beside:
    """What else is planned for the child while a placement lasts.

    `overlap` says where two weeks meet, in words, or nothing; `minutes` is the length of the other
    weeks: two part-time provisions together can be full time (L02).
    """

    overlap: str = ""
    minutes: int = 0


def beside(access: Access, placements: Sequence[Placement]) -> dict[int, Beside]:
    """What other agreed or started placements plan for the same children: one query."""
    rows = (
        Session.objects.filter(
            placement__pupil__in=[each.pupil_id for each in placements],
            placement__ended_on__isnull=True,
            placement__withdrawn_on__isnull=True,
            placement__refused_on__isnull=True,
        )
        .filter(
            Q(placement__in=[each.pk for each in placements])
            | Q(placement__agreed_on__isnull=False)
            | Q(placement__urgent_on__isnull=False)
            | Q(placement__first_session_on__isnull=False)
        )
        .select_related("placement__provider__organisation")
    )
    return {each.pk: _beside(each, list(rows)) for each in placements}


def _beside(placement: Placement, rows: Sequence[Session]) -> Beside:
    dated = [row for row in rows if row.from_on is not None]
    mine = [_dated(row) for row in dated if row.placement_id == placement.pk]
    others = [row for row in dated if _is_beside(row.placement, placement)]
    clash = first_overlap(mine, [_dated(row) for row in others])
    return Beside(
        overlap=f"{clash[0].says} is already planned at {clash[1].says}" if clash else "",
        minutes=sum(row.minutes for row in others),
    )


def _is_beside(other: Placement, placement: Placement) -> bool:
    """Whether another placement of the child is agreed or started, and shares days with this one."""
    if other.pk == placement.pk or other.pupil_id != placement.pupil_id:
        return False
    if not (other.agreed_on or other.urgent_on or other.first_session_on):
        return False
    first, last = placement.starts_on or date.min, placement.ends_on or date.max
    return (other.starts_on or date.min) <= last and first <= (other.ends_on or date.max)


def _dated(row: Session) -> DatedSession:
    """A planned half day as the rule of overlaps sees it; its placement's provider is at hand."""
    return DatedSession(
        weekday=row.weekday,
        half=row.half,
        from_on=row.from_on or date.min,
        to_on=row.to_on,
        says=f"{WEEKDAYS[row.weekday]} {'morning' if row.half == 'am' else 'afternoon'}"
        + (f" ({row.placement.provider})" if row.placement.provider_id else ""),
    )
