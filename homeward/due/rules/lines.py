"""The lines of Today as values, and which part of the page each belongs to. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

HORIZON = timedelta(days=7)
AHEAD = timedelta(days=35)


class Part(StrEnum):
    """Where on the page a line stands."""

    LATE = "late"
    TODAY = "today"
    THIS_WEEK = "this week"
    DATES_NEEDED = "dates needed"
    LATER = "later"


def part(*, opens_on: date, due_on: date | None, on: date) -> Part:
    """Which part an open line belongs to on a day.

    What is due in the next seven days but cannot be done yet, because it opens later, waits under
    *later*: Today only ever asks for what can be done now. A line without a date waits for term dates.
    """
    if due_on is None:
        return Part.DATES_NEEDED
    if due_on < on:
        return Part.LATE
    if opens_on > on or due_on > on + HORIZON:
        return Part.LATER
    return Part.TODAY if due_on == on else Part.THIS_WEEK


@dataclass(frozen=True, slots=True)
class Why:
    """The answer to "Why am I asked this?": the passage, in whose words, and the sum that gave the day."""

    number: str
    title: str
    says: str
    force: str
    source: str
    address: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """That somebody decided this need not be done."""

    on: date
    because: str
    by: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: whose child, what, by when, why, and the one button."""

    reference: UUID
    about: UUID
    kind: str
    period: str
    title: str
    child: str
    place: str
    record_address: str
    asks: str
    part: Part
    due_on: date | None
    by_when: str
    whom: str
    why: Why
    button: str
    address: str
    may_waive: bool
    waiver: Waiver | None = None


def together(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    """The lines of one record beside each other, where its first line stands; the rest in order.

    With each goes whether it follows a line of the same record, whose child need not be named again.
    """
    found: dict[UUID, list[Line]] = {}
    for line in lines:
        found.setdefault(line.about, []).append(line)
    return [(line, number > 0) for same in found.values() for number, line in enumerate(same)]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a list is narrowed to; it stands in the address, so it can be shared."""

    kind: str = ""
    person: UUID | None = None

    def __bool__(self) -> bool:
        return bool(self.kind or self.person)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter."""

    value: str
    says: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Part of a list of lines, and the mark after which the next part begins ("" at the end)."""

    items: tuple[Line, ...]
    next_after: str = ""

    def of(self, wanted: Part) -> tuple[Line, ...]:
        return tuple(line for line in self.items if line.part == wanted)


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What is due for one person on one day. `later` stops counting at 100.

    `first` stands above everything else, whoever does it.
    """

    on: date
    first: tuple[Line, ...]
    mine: Lines
    waiting: Lines
    later: int
    finished: str
    kinds: tuple[Choice, ...]
    people: tuple[Choice, ...]
    sees_others: bool

    @property
    def late(self) -> tuple[Line, ...]:
        return self.mine.of(Part.LATE)

    @property
    def today(self) -> tuple[Line, ...]:
        return self.mine.of(Part.TODAY)

    @property
    def this_week(self) -> tuple[Line, ...]:
        return self.mine.of(Part.THIS_WEEK)

    @property
    def dates_needed(self) -> tuple[Line, ...]:
        return self.mine.of(Part.DATES_NEEDED)


@dataclass(frozen=True, slots=True)
class AboutLines:
    """What is due about one record: to be done now, coming, and waived with who and why."""

    now: tuple[Line, ...]
    coming: tuple[Line, ...]
    waived: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines are a person's own; each stops counting at 100."""

    late: int
    today: int
    this_week: int
