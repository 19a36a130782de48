"""What every action of this room does last: history, then what is due."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.placements.actions.settling import settle_placement
from homeward.placements.models import Placement


def finish(
    placement: Placement,
    *,
    kind: str,
    summary: str,
    by: Access,
    on: date,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Settle what is due about the placement and write one entry of its history."""
    settle_placement(placement, on=on)
    record(
        keeper=placement.keeper_id,
        about=placement.reference,
        kind=f"placement.{kind}",
        summary=summary,
        by=by,
        on=on,
        before=before,
        after=after,
    )


def locked(placement: Placement) -> Placement:
    """The placement's row as it is now, locked until the transaction ends."""
    return (
        Placement.objects.select_for_update(of=("self",))
        .select_related("pupil", "provider", "home_school", "commissioner")
        .get(pk=placement.pk)
    )
