"""The facts of returns: the ladder, what happened on it, and how the school is prepared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from homeward.organisations.access import Access
from homeward.placements.codes import Decision, LineKind
from homeward.placements.models import (
    AdjustmentInPlace,
    LadderMove,
    PartTimeAnswer,
    Placement,
    ReturnLadder,
    SchoolPrepared,
)
from homeward.placements.queries.plan import Version
from homeward.placements.rules.facts import AdjustmentFact, LadderFact, ReviewFact


@dataclass(frozen=True, slots=True)
class Approved:
    """The newest approval of a return: whether it stands, or since when it is open again."""

    approved_on: date | None = None
    stands_on: date | None = None
    reopened_on: date | None = None

    def facts(self) -> dict[str, Any]:
        """By the names that the facts of a placement have."""
        return {
            "prepared_on": self.stands_on,
            "approved_on": self.approved_on,
            "reopened_on": self.reopened_on,
        }


NOT_APPROVED = Approved()


@dataclass(frozen=True, slots=True)
class Returns:
    """What is known of the returns of many placements, by their keys."""

    ladders: dict[int, LadderFact] = field(default_factory=dict)
    adjustments: dict[int, list[AdjustmentFact]] = field(default_factory=dict)
    approvals: dict[int, Approved] = field(default_factory=dict)
    coming: frozenset[int] = frozenset()

    def facts(self, key: int) -> dict[str, Any]:
        """What the facts of one placement say of its return."""
        approved = self.approvals.get(key, NOT_APPROVED)
        return {
            "ladder": self.ladders.get(key),
            "adjustments": self.adjustments.get(key, ()),
            **approved.facts(),
        }


def returns(
    access: Access,
    placements: Sequence[Placement],
    versions: Mapping[int, Version],
    reviews: Mapping[int, Sequence[ReviewFact]],
) -> Returns:
    """Read the returns of many placements: one query where none of them is coming back yet."""
    ladders = _ladders([each.pk for each in placements])
    coming = [
        each.pk
        for each in placements
        if each.return_began_on
        or each.pk in ladders
        or each.checks_from_on
        or any(review.decision == Decision.RETURN for review in reviews.get(each.pk, ()))
    ]
    if not coming:
        return Returns()
    return Returns(
        ladders=ladders,
        adjustments=_adjustments(coming, versions),
        approvals=_approvals(coming, versions, ladders),
        coming=frozenset(coming),
    )


def _ladders(keys: Sequence[int]) -> dict[int, LadderFact]:
    newest = ReturnLadder.objects.filter(placement=OuterRef("placement")).order_by("-number")
    rows = list(
        ReturnLadder.objects.filter(placement__in=keys, pk=Subquery(newest.values("pk")[:1]))
    )
    if not rows:
        return {}
    found = [row.placement_id for row in rows]
    moves, answers = _moves(found), _answers(found)
    return {
        row.placement_id: ladder_fact(row, moves[row.placement_id], answers.get(row.placement_id))
        for row in rows
    }


type Answer = tuple[bool, date, date]
"""Whether the parent agrees, on which day, and until which day of full time."""


def ladder_fact(
    row: ReturnLadder, moves: Sequence[tuple[str, date, int]], answer: Answer | None
) -> LadderFact:
    """One ladder as the rules see it. A yes to a shorter ladder is no yes to this one."""
    agrees, answered_on, until = answer or (None, None, None)
    if agrees and until and until < row.full_time_on:
        agrees = None
    return LadderFact(
        number=row.number,
        starts_on=row.starts_on,
        full_time_on=row.full_time_on,
        written_on=row.written_on,
        has_safe_adult=bool(row.safe_adult),
        has_reason_for_longer=bool(row.longer_because),
        parent_agrees=agrees,
        moves=tuple(moves),
        answered_on=answered_on,
    )


def _moves(keys: Sequence[int]) -> dict[int, list[tuple[str, date, int]]]:
    """What happened on every version of the ladder: a new version goes on where the last one was."""
    found: dict[int, list[tuple[str, date, int]]] = defaultdict(list)
    rows = LadderMove.objects.filter(placement__in=keys).order_by("moved_on", "id")
    said = rows.values_list("placement_id", "kind", "moved_on", "position")
    for placement, kind, moved_on, position in said:
        found[placement].append((kind, moved_on, position))
    return found


def _answers(keys: Sequence[int]) -> dict[int, Answer]:
    """What the parents say to part-time: the latest answer about any version stands."""
    rows = PartTimeAnswer.objects.filter(placement__in=keys).order_by("answered_on", "id")
    names = ("placement_id", "is_agreed", "answered_on", "ladder__full_time_on")
    return {placement: (said[0], said[1], said[2]) for placement, *said in rows.values_list(*names)}


def _adjustments(
    keys: Sequence[int], versions: Mapping[int, Version]
) -> dict[int, list[AdjustmentFact]]:
    looks: dict[tuple[int, str], date | None] = {}
    last: dict[tuple[int, str], date] = {}
    rows = AdjustmentInPlace.objects.filter(placement__in=keys).order_by("looked_on", "id")
    for placement, thread, is_in_place, looked_on in rows.values_list(
        "placement_id", "thread", "is_in_place", "looked_on"
    ):
        since = looks.get((placement, str(thread)))
        last[placement, str(thread)] = looked_on
        looks[placement, str(thread)] = (since or looked_on) if is_in_place else None
    return {
        key: [
            AdjustmentFact(
                thread=str(line.thread),
                what=line.what,
                who=line.who,
                person=line.person,
                in_place_on=looks.get((key, str(line.thread))),
                looked_on=last.get((key, str(line.thread))),
            )
            for line in versions[key].text.of(LineKind.ADJUSTMENT)
        ]
        for key in keys
        if key in versions
    }


def _approvals(
    keys: Sequence[int], versions: Mapping[int, Version], ladders: Mapping[int, LadderFact]
) -> dict[int, Approved]:
    """The newest approval of each return. It stands for the plan and the ladder that it named."""
    found: dict[int, Approved] = {}
    rows = SchoolPrepared.objects.filter(placement__in=keys).order_by("approved_on", "id")
    names = ("placement_id", "approved_on", "plan_number", "ladder__number")
    for placement, approved_on, plan_number, ladder_number in rows.values_list(*names):
        found[placement] = approved(
            approved_on,
            plan=(plan_number, versions.get(placement)),
            ladder=(ladder_number, ladders.get(placement)),
        )
    return found


def approved(
    approved_on: date,
    *,
    plan: tuple[int, Version | None],
    ladder: tuple[int | None, LadderFact | None],
) -> Approved:
    """One approval against the plan and the ladder as they stand now."""
    changed = []
    if plan[1] is not None and plan[1].number != plan[0] and plan[1].written_on:
        changed.append(plan[1].written_on)
    if ladder[1] is not None and ladder[1].number != ladder[0]:
        changed.append(ladder[1].written_on)
    if changed:
        return Approved(approved_on=approved_on, reopened_on=max(changed))
    return Approved(approved_on=approved_on, stands_on=approved_on)
