"""What happened to one request, as the rules see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from homeward.support.codes import Awaits, State


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that was written, and who has to write next. `number` counts them from 1.

    `after_closing_on` is the day on which the request had been closed, where this opened it again.
    """

    number: int
    on: date
    is_from_team: bool
    awaits: str
    reference: str = ""
    after_closing_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One thing the team does, by when and by whom."""

    reference: str
    what: str
    written_on: date
    by_on: date
    person: int | None = None
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One request. `owner` and `asker` are keys of people who still work there, else None."""

    asked_on: date
    team: int
    school: int
    turns: Sequence[Turn] = ()
    owner: int | None = None
    asker: int | None = None
    closed_on: date | None = None
    steps: Sequence[PlannedStep] = ()

    @cached_property
    def awaits(self) -> str:
        """Who has to write next; the team, as long as nobody has written."""
        return self.turns[-1].awaits if self.turns else Awaits.TEAM

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    @cached_property
    def state(self) -> State:
        """Where the request stands."""
        return state(is_closed=self.is_closed, awaits=self.awaits, has_owner=self.owner is not None)


def state(*, is_closed: bool, awaits: str, has_owner: bool) -> State:
    """Where a request stands: closed, waiting on the school, answered, with somebody, or new."""
    if is_closed:
        return State.CLOSED
    if awaits == Awaits.SCHOOL:
        return State.WAITING
    if awaits == Awaits.NOBODY:
        return State.ANSWERED
    return State.OWNED if has_owner else State.NEW
