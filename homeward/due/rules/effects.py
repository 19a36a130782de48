"""What other numbers would make due: two answers of the rules to the same facts, compared."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from homeward.due.rules.difference import Expected
from homeward.due.rules.settlement import Settlement

type Waived = Collection[tuple[UUID, str, str]]
"""Lines that somebody waived: the record, the kind and the period of each."""


class Turn(StrEnum):
    """What becomes of a line."""

    NEW = "newly due"
    MOVED = "due on another day"
    GONE = "no longer due"


@dataclass(frozen=True, slots=True)
class Effect:
    """One line that would be asked for anew, on another day, or no more."""

    turn: Turn
    about: UUID
    kind: str
    owner: int
    due_on: date | None
    was_due_on: date | None

    def is_late_at_once(self, on: date) -> bool:
        """Whether it would be late as soon as it is due, and was not before."""
        is_late = self.turn is not Turn.GONE and self.due_on is not None and self.due_on < on
        return is_late and not (self.was_due_on is not None and self.was_due_on < on)


def effects(
    before: Iterable[Settlement], after: Iterable[Settlement], *, waived: Waived = ()
) -> list[Effect]:
    """Compare what is asked for with what would be, record by record in the same order.

    Only what somebody would still have to do counts: what is met, lapsed or waived asks nothing.
    """
    return [
        effect
        for was, now in zip(before, after, strict=True)
        for effect in _of_record(was, now, waived)
    ]


def _of_record(was: Settlement, now: Settlement, waived: Waived) -> Iterable[Effect]:
    old, new = _open(was, waived), _open(now, waived)
    for key in sorted(old.keys() | new.keys()):
        one, other = old.get(key), new.get(key)
        if turn := _turn(one, other):
            said = other or one
            yield Effect(
                turn=turn,
                about=now.about,
                kind=key[0],
                owner=(said and said.owner) or now.owner,
                due_on=other.due_on if other else None,
                was_due_on=one.due_on if one else None,
            )


def _turn(was: Expected | None, now: Expected | None) -> Turn | None:
    if was is None:
        return Turn.NEW
    if now is None:
        return Turn.GONE
    return Turn.MOVED if was.due_on != now.due_on else None


def _open(settlement: Settlement, waived: Waived) -> dict[tuple[str, str], Expected]:
    return {
        one.key: one
        for one in settlement.expected
        if one.met_on is None
        and one.lapsed_on is None
        and (settlement.about, *one.key) not in waived
    }


@dataclass(slots=True)
class Tally:
    """Effects as they are counted, batch by batch; of single ones only the first few are kept."""

    on: date
    keeps: int = 5
    by_kind: dict[str, dict[Turn, int]] = field(default_factory=dict)
    by_owner: dict[int, dict[Turn, int]] = field(default_factory=dict)
    late_at_once: int = 0
    first: list[Effect] = field(default_factory=list)

    def add(self, found: Iterable[Effect]) -> None:
        """Count these too."""
        for effect in found:
            for counts in (
                self.by_kind.setdefault(effect.kind, {}),
                self.by_owner.setdefault(effect.owner, {}),
            ):
                counts[effect.turn] = counts.get(effect.turn, 0) + 1
            self.late_at_once += effect.is_late_at_once(self.on)
            self.first.append(effect)
        self.first = sorted(self.first, key=_soonest)[: self.keeps]

    def count(self, turn: Turn) -> int:
        return sum(counts.get(turn, 0) for counts in self.by_kind.values())

    def __bool__(self) -> bool:
        return bool(self.by_kind)


def _soonest(effect: Effect) -> tuple[date, str, str]:
    return (effect.due_on or effect.was_due_on or date.max, effect.kind, str(effect.about))
