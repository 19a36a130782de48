"""How term rows, as schools and authorities publish them, become a calendar."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .calendar import Calendar
from .periods import DAY, HalfTerm, Period, academic_year, academic_year_period

NEVER = Period(date(2000, 1, 1), date(2000, 1, 1))
TERMS = ("autumn", "spring", "summer")
SHORTEST_TERM = 60
"""Calendar days; what is shorter is one half of a term and leaves the other half unknown."""


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
    terms: Iterable[TermBlock],
    breaks: Iterable[Period],
    closed: Mapping[date, str],
    *,
    until: date = date.max,
) -> Calendar:
    """Make a calendar from terms, the half-term holidays that part them, and single closed days.

    A year with an autumn, a spring and a summer term is known from 1 September to 31 August; a year
    with fewer is known only as far as its terms tell; and nothing after `until`, the end of the list
    of bank holidays. Without any term nothing is known.
    """
    blocks = sorted(terms)
    told = (each.overlap(Period(date.min, until)) for each in _known(blocks))
    known = _joined([each for each in told if each])
    if not known:
        return Calendar(covers=NEVER, half_terms=(), closed=closed, gaps=(NEVER,))
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
    """Answer the academic years whose autumn, spring and summer terms are all loaded, in order."""
    return [
        year
        for year, blocks in _by_year(terms).items()
        if all(_is_whole(_of_term(blocks, term)) for term in TERMS)
    ]


def _by_year(terms: Iterable[TermBlock]) -> dict[str, list[TermBlock]]:
    years: dict[str, list[TermBlock]] = {}
    for block in sorted(terms):
        years.setdefault(block.year, []).append(block)
    return years


def _of_term(blocks: Iterable[TermBlock], term: str) -> list[TermBlock]:
    return [block for block in blocks if block.term == term]


def _is_whole(inside: Sequence[TermBlock]) -> bool:
    """Say whether these blocks are a term, and not one half of it alone."""
    return bool(inside) and _extent(inside).calendar_days >= SHORTEST_TERM


def _extent(inside: Sequence[TermBlock]) -> Period:
    return Period(inside[0].starts_on, max(block.ends_on for block in inside))


def _known(blocks: Sequence[TermBlock]) -> list[Period]:
    return sorted(
        known for year, inside in _by_year(blocks).items() for known in _known_in(year, inside)
    )


def _known_in(year: str, blocks: Sequence[TermBlock]) -> list[Period]:
    """Answer what the terms of a year tell: whole ones that follow each other, their holiday too."""
    known: list[Period] = []
    is_joined = False
    for term in TERMS:
        inside = _of_term(blocks, term)
        if not inside:
            is_joined = False
            continue
        told = _told(term, inside, academic_year_period(year))
        if is_joined and _is_whole(inside):
            told = Period(known.pop().starts_on, told.ends_on)
        known.append(told)
        is_joined = _is_whole(inside)
    return known


def _told(term: str, inside: Sequence[TermBlock], year: Period) -> Period:
    """Answer the days one term tells: a whole autumn from September, a whole summer to August."""
    told = _extent(inside)
    if not _is_whole(inside):
        return told
    if term == TERMS[0]:
        return Period(min(told.starts_on, year.starts_on), told.ends_on)
    if term == TERMS[-1]:
        return Period(told.starts_on, max(told.ends_on, year.ends_on))
    return told


def _joined(periods: Sequence[Period]) -> list[Period]:
    """Join periods that touch or overlap."""
    joined: list[Period] = []
    for each in periods:
        if joined and each.starts_on <= joined[-1].ends_on + DAY:
            last = joined[-1]
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
