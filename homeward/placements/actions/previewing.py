"""What other numbers of an authority would make due, worked out and not written."""

from dataclasses import dataclass
from datetime import date
from itertools import batched

from django.db.models import F, Q

from homeward.due import queries as due
from homeward.due.rules import Tally, effects
from homeward.organisations.access import NOBODY
from homeward.organisations.rules.policy import Policy
from homeward.placements.actions.settling import AT_ONCE, settlements
from homeward.placements.models import Placement

MOST = 1000
"""Placements that are worked out while somebody waits for the page: two to three seconds."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """What changes, counted on so many of an authority's placements."""

    tally: Tally
    looked_at: int
    in_all: int


def previewed(
    *, keeper: int, before: Policy, after: Policy, on: date, most: int = MOST
) -> Previewed:
    """Compare what an authority's numbers ask for with what others would, as things stand on a day.

    Placements that run or ran, those first that still do, then those that ended last; at most
    `most` of them. Memory stays flat; nothing is written.
    """
    began = Q(agreed_on__isnull=False) | Q(urgent_on__isnull=False)
    found = Placement.objects.filter(
        began | Q(first_session_on__isnull=False),
        keeper_id=keeper,
        withdrawn_on__isnull=True,
        refused_on__isnull=True,
    )
    keys = found.order_by(F("ended_on").desc(nulls_first=True), "-pk").values_list("pk", flat=True)
    tally, looked_at = Tally(on), 0
    for batch in batched(keys[:most], AT_ONCE):
        placements = list(
            Placement.objects.filter(pk__in=batch).select_related("pupil", "provider")
        )
        looked_at += len(placements)
        tally.add(
            effects(
                settlements(placements, on=on, policies={keeper: before}),
                settlements(placements, on=on, policies={keeper: after}),
                waived=due.waived_lines(NOBODY, [each.reference for each in placements]),
            )
        )
    return Previewed(tally, looked_at, found.count())
