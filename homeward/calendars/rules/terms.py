"""How term rows, as schools and authorities publish them, become a calendar."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .calendar import Calendar
from .periods import DAY, HalfTerm, Period, academic_year, academic_year_period

NEVER = Period(date(2000, 1, 1), date(2000, 1, 1))
TERMS = ("autumn", "spring", "summer")


@dataclass(frozen=True, slots=True, order=True)
class TermBlock:
    """One published stretch of term: a whole term, or one half of it."""

    starts_on: date
    ends_on: date
    name: str = ""

    @property
    def year(self) -> str:
        """Answer the academic year it begins in; a term that starts in late August is the next."""
        day = self.starts_on
        return academic_year(date(day.year, 9, 1) if day.month == 8 else day)

    @property
    def term(self) -> str:
        """Answer autumn, spring or summer: by its name, or by the month in which it starts."""
        said = next((term for term in TERMS if term in self.name.casefold()), "")
        month = self.starts_on.month
        return said or ("autumn" if month >= 8 else "spring" if month <= 3 else "summer")


def calendar_of(
    terms: Iterable[TermBlock], breaks: Iterable[Period], closed: Mapping[date, str]
) -> Calendar:
    """Make a calendar from terms, the half-term holidays that part them, and single closed days.

    A year with an autumn, a spring and a summer term is known from 1 September to 31 August; a year
    with fewer is known only as far as its terms tell. Without any term nothing is known.
    """
    blocks = sorted(terms)
    if not blocks:
        return Calendar(covers=NEVER, half_terms=(), closed=closed, gaps=(NEVER,))
    known = _joined(_known(blocks))
    gaps = [
        Period(before.ends_on + DAY, after.starts_on - DAY) for before, after in pairwise(known)
    ]
    return Calendar(
        covers=Period(known[0].starts_on, known[-1].ends_on),
        half_terms=_half_terms(blocks, sorted(breaks)),
        closed=closed,
        gaps=gaps,
    )


def complete_years(terms: Iterable[TermBlock]) -> list[str]:
    """Answer the academic years that have an autumn, a spring and a summer term, in order."""
    return [year for year, blocks in _by_year(terms).items() if len(_named(blocks)) == len(TERMS)]


def _by_year(terms: Iterable[TermBlock]) -> dict[str, list[TermBlock]]:
    years: dict[str, list[TermBlock]] = {}
    for block in sorted(terms):
        years.setdefault(block.year, []).append(block)
    return years


def _named(blocks: Sequence[TermBlock]) -> set[str]:
    return {block.term for block in blocks}


def _known(blocks: Sequence[TermBlock]) -> list[Period]:
    """Answer what each year's terms tell: neighbouring terms tell the holiday between them too."""
    return sorted(
        known for year, inside in _by_year(blocks).items() for known in _known_in(year, inside)
    )


def _known_in(year: str, blocks: Sequence[TermBlock]) -> list[Period]:
    whole = academic_year_period(year)
    known: list[Period] = []
    before = ""
    for term in (each for each in TERMS if each in _named(blocks)):
        inside = [block for block in blocks if block.term == term]
        starts_on, ends_on = inside[0].starts_on, max(block.ends_on for block in inside)
        if term == TERMS[0]:
            starts_on = min(starts_on, whole.starts_on)
        if term == TERMS[-1]:
            ends_on = max(ends_on, whole.ends_on)
        if known and TERMS.index(before) + 1 == TERMS.index(term):
            starts_on = known.pop().starts_on
        known.append(Period(starts_on, ends_on))
        before = term
    return known


def _joined(periods: Sequence[Period]) -> list[Period]:
    """Join periods that touch or overlap."""
    joined = [periods[0]]
    for each in periods[1:]:
        last = joined[-1]
        if each.starts_on <= last.ends_on + DAY:
            joined[-1] = Period(last.starts_on, max(last.ends_on, each.ends_on))
        else:
            joined.append(each)
    return joined


def _half_terms(blocks: Sequence[TermBlock], breaks: Sequence[Period]) -> list[HalfTerm]:
    """Cut each term at its breaks and number the halves of a term through the year."""
    halves: list[HalfTerm] = []
    numbers: dict[tuple[str, str], int] = {}
    for block in blocks:
        for part in _cut(Period(block.starts_on, block.ends_on), breaks):
            named = (block.year, block.term)
            numbers[named] = numbers.get(named, 0) + 1
            halves.append(HalfTerm(*named, numbers[named], part.starts_on, part.ends_on))
    return halves


def _cut(whole: Period, breaks: Sequence[Period]) -> list[Period]:
    parts: list[Period] = []
    start = whole.starts_on
    for each in breaks:
        if each.ends_on < start or each.starts_on > whole.ends_on:
            continue
        if each.starts_on > start:
            parts.append(Period(start, each.starts_on - DAY))
        start = each.ends_on + DAY
    if start <= whole.ends_on:
        parts.append(Period(start, whole.ends_on))
    return parts
