"""The facts of returns: the ladder, what happened on it, and how the school is prepared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Subquery

from homeward.organisations.access import Access
from homeward.placements.codes import LineKind
from homeward.placements.models import (
    AdjustmentInPlace,
    LadderMove,
    PartTimeAnswer,
    Placement,
    ReturnLadder,
    SchoolPrepared,
)
from homeward.placements.queries.plan import Version
from homeward.placements.rules.facts import AdjustmentFact, LadderFact


@dataclass(frozen=True, slots=True)
class Returns:
    """What is known of the returns of many placements, by their keys."""

    ladders: dict[int, LadderFact] = field(default_factory=dict)
    adjustments: dict[int, list[AdjustmentFact]] = field(default_factory=dict)
    prepared_on: dict[int, date] = field(default_factory=dict)


def returns(
    access: Access, placements: Sequence[Placement], versions: Mapping[int, Version]
) -> Returns:
    """Read the returns of many placements: one query where none of them is coming back yet."""
    ladders = _ladders([each.pk for each in placements])
    coming = [each.pk for each in placements if each.return_began_on or each.pk in ladders]
    if not coming:
        return Returns()
    return Returns(
        ladders=ladders,
        adjustments=_adjustments(coming, versions),
        prepared_on=_prepared(coming),
    )


def _ladders(keys: Sequence[int]) -> dict[int, LadderFact]:
    newest = ReturnLadder.objects.filter(placement=OuterRef("placement")).order_by("-number")
    rows = list(
        ReturnLadder.objects.filter(placement__in=keys, pk=Subquery(newest.values("pk")[:1]))
    )
    if not rows:
        return {}
    found = [row.placement_id for row in rows]
    moves, agrees = _moves(found), _answers(found)
    return {
        row.placement_id: LadderFact(
            number=row.number,
            starts_on=row.starts_on,
            full_time_on=row.full_time_on,
            written_on=row.written_on,
            has_safe_adult=bool(row.safe_adult),
            has_reason_for_longer=bool(row.longer_because),
            parent_agrees=agrees.get(row.placement_id),
            moves=tuple(moves[row.placement_id]),
        )
        for row in rows
    }


def _moves(keys: Sequence[int]) -> dict[int, list[tuple[str, date, int]]]:
    """What happened on every version of the ladder: a new version goes on where the last one was."""
    found: dict[int, list[tuple[str, date, int]]] = defaultdict(list)
    rows = LadderMove.objects.filter(placement__in=keys).order_by("moved_on", "id")
    for placement, *said in rows.values_list("placement_id", "kind", "moved_on", "position"):
        found[placement].append((said[0], said[1], said[2]))
    return found


def _answers(keys: Sequence[int]) -> dict[int, bool]:
    """Whether the parents agree to part-time: the latest answer about any version stands."""
    rows = PartTimeAnswer.objects.filter(placement__in=keys).order_by("answered_on", "id")
    return dict(rows.values_list("placement_id", "is_agreed"))


def _adjustments(
    keys: Sequence[int], versions: Mapping[int, Version]
) -> dict[int, list[AdjustmentFact]]:
    looks: dict[tuple[int, str], date | None] = {}
    rows = AdjustmentInPlace.objects.filter(placement__in=keys).order_by("looked_on", "id")
    for placement, thread, is_in_place, looked_on in rows.values_list(
        "placement_id", "thread", "is_in_place", "looked_on"
    ):
        since = looks.get((placement, str(thread)))
        looks[placement, str(thread)] = (since or looked_on) if is_in_place else None
    return {
        key: [
            AdjustmentFact(
                thread=str(line.thread),
                what=line.what,
                who=line.who,
                person=line.person,
                in_place_on=looks.get((key, str(line.thread))),
            )
            for line in versions[key].text.of(LineKind.ADJUSTMENT)
        ]
        for key in keys
        if key in versions
    }


def _prepared(keys: Sequence[int]) -> dict[int, date]:
    """The day of the newest approval."""
    rows = SchoolPrepared.objects.filter(placement__in=keys).order_by("approved_on", "id")
    return dict(rows.values_list("placement_id", "approved_on"))
