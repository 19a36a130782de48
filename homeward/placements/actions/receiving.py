"""When a receiving school or provider begins and ceases to take part in a placement."""

from datetime import date, timedelta

from homeward.placements.codes import Part
from homeward.placements.models import Party, Placement


def join_receiving(placement: Placement, organisation: int, *, from_on: date) -> None:
    """Let a receiving organisation see a placement from a day; one that sees it goes on seeing it.

    Whoever left and comes back begins a new stretch, unless it left on this day or the one before.
    """
    last = (
        Party.objects.filter(placement=placement, organisation_id=organisation, part=Part.RECEIVING)
        .order_by("-from_on")
        .first()
    )
    if last is None or (last.to_on is not None and last.to_on < from_on - timedelta(days=1)):
        Party.objects.create(
            keeper_id=placement.keeper_id,
            placement=placement,
            organisation_id=organisation,
            part=Part.RECEIVING,
            from_on=from_on,
        )
        return
    last.from_on, last.to_on = min(last.from_on, from_on), None
    last.save(update_fields=["from_on", "to_on"])


def leave_receiving(placement: Placement, *, on: date) -> None:
    """Let no receiving organisation see a placement after a day; one that had not joined never does."""
    joined = Party.objects.filter(placement=placement, part=Part.RECEIVING, to_on__isnull=True)
    joined.filter(from_on__gt=on).delete()
    joined.update(to_on=on)
