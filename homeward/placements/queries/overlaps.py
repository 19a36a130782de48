"""Planned weeks of one child that meet each other."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.placements.models import Placement, Session
from homeward.placements.rules.overlap import DatedSession, first_overlap
from homeward.placements.rules.saying import WEEKDAYS


def overlaps_of(access: Access, placements: Sequence[Placement]) -> dict[int, str]:
    """Where a week overlaps that of another agreed or started placement of the same child, in words.

    One query. A placement whose week meets no other is left out.
    """
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
    planned = [(row.placement, _dated(row)) for row in rows if row.from_on is not None]
    found = {}
    for each in placements:
        mine = [session for placement, session in planned if placement.pk == each.pk]
        others = [
            session
            for placement, session in planned
            if placement.pk != each.pk
            and placement.pupil_id == each.pupil_id
            and (placement.agreed_on or placement.urgent_on or placement.first_session_on)
        ]
        clash = first_overlap(mine, others)
        if clash:
            found[each.pk] = f"{clash[0].says} is already planned at {clash[1].says}"
    return found


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
