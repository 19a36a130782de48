"""The facts of moves: who takes the child and what they said, and the wait for a place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.placements.codes import StaffPart
from homeward.placements.models import Move, MoveAnswer, NamedAdult, Placement, Waiting
from homeward.placements.rules.facts import MoveFact, WaitFact


@dataclass(frozen=True, slots=True)
class Moves:
    """The moves under way and the children who wait, by the keys of their placements."""

    moves: dict[int, MoveFact]
    waits: dict[int, list[WaitFact]]
    waiting_from_on: dict[int, date]

    def facts(self, key: int) -> dict[str, Any]:
        """What the facts of one placement say of it."""
        return {
            "move": self.moves.get(key),
            "waits": self.waits.get(key, ()),
            "waiting_from_on": self.waiting_from_on.get(key),
        }


def moves(access: Access, placements: Sequence[Placement]) -> Moves:
    """Read the moves of many placements: two queries where nobody moves."""
    keys = [each.pk for each in placements]
    waits = _waits(keys)
    still = ((key, one.from_on) for key, some in waits.items() for one in some if one.to_on is None)
    return Moves(moves=_moves(keys), waits=waits, waiting_from_on=dict(still))


def _waits(keys: Sequence[int]) -> dict[int, list[WaitFact]]:
    found: dict[int, list[WaitFact]] = defaultdict(list)
    rows = Waiting.objects.filter(placement__in=keys).order_by("from_on", "id")
    for placement, from_on, what_for, to_on in rows.values_list(
        "placement_id", "from_on", "what_for", "to_on"
    ):
        found[placement].append(WaitFact(from_on, what_for, to_on))
    return found


def _moves(keys: Sequence[int]) -> dict[int, MoveFact]:
    rows = list(
        Move.objects.filter(placement__in=keys, withdrawn_on__isnull=True).select_related(
            "receiving"
        )
    )
    if not rows:
        return {}
    answers, adults = _answers(rows), _adults(rows)
    return {
        row.placement_id: MoveFact(
            receiving=row.receiving_id,
            kind=row.kind,
            proposed_on=row.proposed_on,
            joins_on=row.joins_on,
            starts_on=row.starts_on,
            consented_on=row.consented_on,
            answer=answers[row.pk][0],
            answered_on=answers[row.pk][1],
            first_day_on=row.first_day_on,
            has_adult=row.placement_id in adults,
            reference=str(row.reference),
            is_provider=row.receiving.kind == OrganisationKind.PROVIDER,
            adult_on=adults.get(row.placement_id),
        )
        for row in rows
    }


def _answers(rows: Sequence[Move]) -> dict[int, tuple[str, date | None]]:
    """The latest answer to each move stands: a no after a yes is a no."""
    found: dict[int, tuple[str, date | None]] = defaultdict(lambda: ("", None))
    said = MoveAnswer.objects.filter(move__in=rows).order_by("answered_on", "id")
    for move, answer, answered_on in said.values_list("move_id", "answer", "answered_on"):
        found[move] = (answer, answered_on)
    return found


def _adults(rows: Sequence[Move]) -> dict[int, date]:
    """Since when an adult is named there who still serves."""
    named = NamedAdult.objects.filter(
        Q(to_on__isnull=True),
        placement__in=[row.placement_id for row in rows],
        part=StaffPart.RECEIVING_ADULT,
    )
    return dict(named.order_by("-from_on").values_list("placement_id", "from_on"))
