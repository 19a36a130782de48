"""Is this adjustment happening? What its owners say, fortnight by fortnight."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Happening, LineKind
from homeward.placements.models import AdjustmentTick, Placement, Teacher
from homeward.placements.queries import plan


@dataclass(frozen=True, slots=True)
class Ticked:
    """What is said of one adjustment."""

    happening: str
    comment: str = ""


@transaction.atomic
def tick_adjustments(
    placement: Placement,
    *,
    asked_on: date,
    said: Mapping[str, Ticked],
    name: str,
    teacher: Teacher | None = None,
    by: Access,
    on: date,
) -> list[AdjustmentTick]:
    """Write down what an owner says of their adjustments in one fortnight, by the adjustments' names.

    Saying the same twice writes nothing new; the newest answer stands. Raises NotAllowed for a
    fortnight to come, an adjustment that the plan no longer has, or where nothing is said.
    """
    now = locked(placement)
    if asked_on > on:
        raise NotAllowed("That fortnight has not begun yet.")
    lines = {str(line.thread) for line in plan.latest(by, now).text.of(LineKind.ADJUSTMENT)}
    if not said:
        raise NotAllowed("Say yes, sometimes or no for at least one of them.")
    if set(said) - lines:
        raise NotAllowed("The plan has changed since. Open the page again.")
    standing = _standing(now, asked_on, teacher)
    new = [
        AdjustmentTick(
            keeper_id=now.keeper_id,
            placement=now,
            thread=thread,
            asked_on=asked_on,
            teacher=teacher,
            name=name[:120],
            happening=Happening(one.happening),
            comment=one.comment,
            ticked_on=on,
            recorded_by_id=by.person,
        )
        for thread, one in said.items()
        if standing.get(thread) != (one.happening, one.comment)
    ]
    if not new:
        return []
    AdjustmentTick.objects.bulk_create(new)
    finish(
        now,
        kind="adjustments.ticked",
        summary=f"{name} said whether {len(new)} adjustments happen",
        by=by,
        on=on,
        after={"asked_on": asked_on, "said": {one.thread: one.happening for one in new}},
    )
    return new


def _standing(
    placement: Placement, asked_on: date, teacher: Teacher | None
) -> dict[str, tuple[str, str]]:
    rows = AdjustmentTick.objects.filter(placement=placement, asked_on=asked_on, teacher=teacher)
    return {str(row.thread): (row.happening, row.comment) for row in rows.order_by("id")}
