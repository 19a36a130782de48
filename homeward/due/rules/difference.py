"""How what is stored as due differs from what the rules ask for.

Derived rows simply go when they are no longer asked for, met or not. Only a waiver is a decision of a
person: its row stays, set aside (`is_set_aside`), and counts again when the rules ask again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


class UnknownKind(ValueError):
    """Something is expected of a kind that the caller did not say it settles."""


class TwiceExpected(ValueError):
    """The same kind and period is expected twice of one record."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that somebody is to do about a record, as the rules see it now.

    `period` is a stable name (the week's Monday, `2026-27/autumn-1`), never a due date. `due_on` is None
    where the loaded calendar ends before the count does: dates are needed. `subject` says what exactly is
    meant where a kind has many (the words of a step). `owner` is the organisation it
    is due from, where that is not the one the record is settled for. `met_by` is the reference of what met it.
    `lapsed_on` is the day from which it can be done no more: it was missed, and stays so, but asks nothing.
    """

    kind: str
    period: str
    opens_on: date
    due_on: date | None
    role: str = ""
    person: int | None = None
    team: int | None = None
    owner: int | None = None
    subject: str = ""
    arithmetic: str = ""
    met_on: date | None = None
    met_by: str = ""
    lapsed_on: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.period


@dataclass(frozen=True, slots=True)
class Stored:
    """One row as it stands: its key in the table, what it says, and whether a person waived it."""

    id: int
    says: Expected
    is_waived: bool = False
    is_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which the table does not say what the rules say."""

    kind: str
    period: str
    problem: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What has to be written to make the rows of one record equal to what is expected."""

    create: list[Expected] = field(default_factory=list)
    change: list[tuple[Stored, Expected]] = field(default_factory=list)
    set_aside: list[Stored] = field(default_factory=list)
    remove: list[Stored] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.create or self.change or self.set_aside or self.remove)

    def in_words(self) -> list[Difference]:
        """Each difference as `check_expectations` prints it."""
        said = [Difference(one.kind, one.period, "expected, not stored") for one in self.create]
        for was, now in self.change:
            said.append(Difference(now.kind, now.period, _changes(was, now)))
        for was in [*self.remove, *self.set_aside]:
            said.append(Difference(was.says.kind, was.says.period, "stored, not expected"))
        return said


_COMPARED = (
    "owner",
    "role",
    "person",
    "team",
    "opens_on",
    "due_on",
    "subject",
    "arithmetic",
    "met_on",
    "met_by",
    "lapsed_on",
)


def _changes(was: Stored, now: Expected) -> str:
    if was.is_set_aside:
        return "set aside, expected again"
    differing = [
        f"{name} is {getattr(was.says, name)!s}, expected {getattr(now, name)!s}"
        for name in _COMPARED
        if getattr(was.says, name) != getattr(now, name)
    ]
    return "; ".join(differing)


def wanted(
    expected: Iterable[Expected], *, kinds: Collection[str]
) -> Mapping[tuple[str, str], Expected]:
    """What is expected, by kind and period. Raises UnknownKind and TwiceExpected."""
    found: dict[tuple[str, str], Expected] = {}
    for one in expected:
        if one.kind not in kinds:
            raise UnknownKind(f"{one.kind} is not among the kinds settled: {sorted(kinds)}")
        if one.key in found:
            raise TwiceExpected(f"{one.kind} is expected twice for {one.period}")
        found[one.key] = one
    return found


def differences(
    stored: Iterable[Stored], expected: Mapping[tuple[str, str], Expected]
) -> Differences:
    """What to write so that the stored rows of one record say what is expected of it.

    The owner of each expected thing must be filled in by now.
    """
    found = Differences()
    missing = dict(expected)
    for row in stored:
        now = missing.pop(row.says.key, None)
        if now is None:
            _no_longer(row, found)
        elif now != row.says or row.is_set_aside:
            found.change.append((row, now))
    found.create.extend(missing.values())
    return found


def _no_longer(row: Stored, found: Differences) -> None:
    if not row.is_waived:
        found.remove.append(row)
    elif not row.is_set_aside:
        found.set_aside.append(row)
