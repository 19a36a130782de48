"""What the pages of term dates show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days with a name: a half term, a holiday between, closed days."""

    name: str
    starts_on: date
    ends_on: date
    school_days: int = 0
    whose: str = ""
    kind: str = ""
    removable: UUID | None = None

    @property
    def is_one_day(self) -> bool:
        return self.starts_on == self.ends_on


@dataclass(frozen=True, slots=True)
class YearPage:
    """One academic year of one authority or school.

    `whose` is the organisation whose terms these are. `missing` lists the academic years, this one
    or the next, that are not fully known.
    """

    name: str
    reference: UUID
    year: str
    whose: str
    is_authority: bool
    half_terms: Sequence[Stretch]
    holidays: Sequence[Stretch]
    closed: Sequence[Stretch]
    bank_holidays: Sequence[Stretch]
    school_days: int
    notes: Sequence[str]
    is_example: bool
    is_known: bool
    earlier: str
    later: str
    is_later_known: bool
    may_keep: bool

    @property
    def is_own(self) -> bool:
        """Say whether the terms are the organisation's own."""
        return self.whose == self.name


@dataclass(frozen=True, slots=True)
class Place:
    """An authority or school whose dates can be looked up."""

    name: str
    reference: UUID
    is_authority: bool


@dataclass(frozen=True, slots=True)
class TermDatesPage:
    """The way in: one authority's year, the other authorities, and schools that were looked for."""

    year: YearPage | None
    authorities: Sequence[Place]
    typed: str
    schools: Sequence[Place]
