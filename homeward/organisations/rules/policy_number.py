"""What is said of a number of the policy pack: what it does, its unit, its limits and its source.

A number shows the force of its source only for what that source says itself: the eighteen hours of
the registration guide stand beside an Act, and are not in it.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from homeward.organisations.rules.policy import Policy
from homeward.reference.guidance import Force, Passage, Verified, passage


class Unit(StrEnum):
    """What a number counts, as a word after one."""

    SCHOOL_DAYS = "school day"
    DAYS = "day"
    SCHOOL_WEEKS = "school week"
    WEEKS = "week"
    TERMS = "term"
    SESSIONS = "session"
    HOURS = "hour"
    CHILDREN = "child"

    @property
    def many(self) -> str:
        return "children" if self is Unit.CHILDREN else f"{self}s"

    def of(self, value: int) -> str:
        """The number with its unit: "1 school day", "5 children"."""
        return f"{value:,} {self if value == 1 else self.many}"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the pack.

    `says` is what it does. `least` and `most` are the values that make sense. The first of `passages`
    is where the default comes from, the others say something about the same. `force` stands in the
    place of the passage's own where the passage is stronger than its number; `note` says so.
    """

    key: str
    title: str
    says: str
    unit: Unit
    least: int
    most: int
    passages: tuple[str, ...]
    force: Force | None = None
    note: str = ""

    @property
    def default(self) -> int:
        return int(getattr(Policy(), self.key))

    @property
    def is_fixed(self) -> bool:
        """Whether there is no other value to choose, because the law leaves none."""
        return self.least == self.most

    @property
    def passage(self) -> Passage:
        """The passage that the default comes from."""
        return passage(self.passages[0])

    @property
    def also(self) -> tuple[Passage, ...]:
        """What else is said about the same."""
        return tuple(passage(key) for key in self.passages[1:])

    @property
    def shown_force(self) -> Force:
        """How binding the default may be called: never more than its source, and what was checked."""
        return self.force or self.passage.shown_force

    def count(self, value: int) -> str:
        return self.unit.of(value)


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that belong together, and promises that are rules and no numbers."""

    title: str
    numbers: tuple[Number, ...]
    rules: tuple[str, ...] = ()

    @property
    def promises(self) -> tuple[Passage, ...]:
        return tuple(passage(key) for key in self.rules)


def verified_in_words(shown: Passage) -> str:
    """What a page says about how far a passage was checked; empty where it was."""
    return {
        Verified.RECALLED: "Recalled, not checked against its source",
        Verified.PARTLY: "Only partly checked against its source",
    }.get(shown.verified, "")


def about_number(authority: UUID, key: str) -> UUID:
    """What the history of one number of one authority is about; always the same."""
    return uuid5(authority, f"policy/{key}")
