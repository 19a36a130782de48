"""Readiness side by side: where four people see what helps differently, and when each is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from homeward.calendars.rules import Calendar, HalfTerm
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.placements.codes import Rater
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.review import HalfTermDue, half_term_at, half_terms_due
from homeward.placements.rules.statements import LEVELS, Statement, statements
from homeward.reference.guidance import cites

READINESS = "placements.readiness"
SEEN_ALIKE = 1
"""Views so many levels apart at most are seen alike: one level is a manner of speaking."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one person answered on a day: {statement: 1 to 5}, less what was left out."""

    half_term: str
    rated_on: date
    name: str
    answers: Mapping[str, int]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Viewer:
    """One of those who look: the child, an adult of the family, the provider, the school.

    `said` are their ratings, the oldest first. Of one half term the newest stands.
    """

    key: str
    rater: Rater
    label: str
    said: Sequence[Said] = ()

    def in_half_term(self, key: str) -> Said | None:
        """What stands of a half term."""
        return next((one for one in reversed(self.said) if one.half_term == key), None)

    def before(self, key: str) -> Said | None:
        """What stands of the last time before a half term, however long ago."""
        first = next((place for place, one in enumerate(self.said) if one.half_term == key), None)
        earlier = [one for one in self.said[:first] if one.half_term != key]
        return earlier[-1] if first is not None and earlier else None


@dataclass(frozen=True, slots=True)
class View:
    """How one of them sees one statement, and saw it the last time. None where it was left out."""

    label: str
    rater: Rater
    level: int | None
    before: int | None = None
    has_looked: bool = True
    has_looked_before: bool = False

    @property
    def says(self) -> str:
        """The level in words."""
        if self.level is not None:
            return LEVELS[self.level]
        return "Left out" if self.has_looked else "Has not looked yet"

    @property
    def change(self) -> str:
        """What changed since the last time, in words; empty where there is nothing to say."""
        if self.level is None:
            return ""
        if self.before is None:
            return "Left out last time" if self.has_looked_before else "First time"
        if self.level == self.before:
            return "As last time"
        way = "Up" if self.level > self.before else "Down"
        return f"{way}, from “{LEVELS[self.before]}”"


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement with the view of each. `apart` is None where fewer than two have answered."""

    statement: Statement
    views: tuple[View, ...]
    apart: int | None

    @property
    def marks(self) -> list[tuple[str, int | None, int | None, str]]:
        """The views as a chart draws them: label, level now, level before, and the words."""
        return [(view.label, view.level, view.before, view.says) for view in self.views]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The twelve statements, sorted by what there is to talk about."""

    differently: tuple[Compared, ...] = field(default=())
    alike: tuple[Compared, ...] = field(default=())
    open: tuple[Compared, ...] = field(default=())


@cites("house/readiness", "reintegration/clear-expectations")
def side_by_side(viewers: Sequence[Viewer], *, half_term: str) -> SideBySide:
    """Put the views of one half term beside each other, the furthest apart first.

    Disagreement is the agenda: it says what to talk about, never who is right. Statements as far
    apart as each other keep their order. What fewer than two answered comes last.
    """
    compared = [_compared(one, viewers, half_term) for one in statements()]
    known = sorted(
        (one for one in compared if one.apart is not None), key=lambda one: -(one.apart or 0)
    )
    return SideBySide(
        differently=tuple(one for one in known if (one.apart or 0) > SEEN_ALIKE),
        alike=tuple(one for one in known if (one.apart or 0) <= SEEN_ALIKE),
        open=tuple(one for one in compared if one.apart is None),
    )


@cites("house/readiness")
def apart(levels: Iterable[int | None]) -> int | None:
    """How many levels lie between the furthest views; None where fewer than two answered."""
    answered = [level for level in levels if level is not None]
    return max(answered) - min(answered) if len(answered) > 1 else None


@cites("house/readiness", "reintegration/realistic-targets")
def expected_ratings(
    facts: Facts, *, calendar: Calendar, least_days: int, role: str, on: date
) -> list[Expected]:
    """Expect a look of the school and of the provider in each half term that has its own review.

    Child and parents are asked on their own pages: nothing is ever late of theirs. A look in the
    holiday after still counts, and a half term that was missed is not asked for after the next look.
    """
    asked: list[tuple[Rater, str, int | None]] = [(Rater.SCHOOL, role, None)]
    if facts.provider is not None:
        asked.append((Rater.PROVIDER, RoleName.KEY_WORKER, facts.provider))
    half_terms = half_terms_due(facts, calendar=calendar, least_days=least_days, on=on)
    return [
        _expected(half_term, rater, facts.rated_on.get(rater.value, ()), role=whose, owner=owner)
        for half_term in half_terms
        for rater, whose, owner in asked
    ]


@cites("house/readiness")
def is_asked(
    ended_on: date | None, asked_on: date | None, looked_on: date | None, *, on: date
) -> bool:
    """Whether somebody of the family is asked for a look: once in each half term, until the end.

    `asked_on` is the day from which the newest half term asks, `looked_on` their last look.
    """
    if asked_on is None or asked_on > on or (ended_on is not None and ended_on <= on):
        return False
    return looked_on is None or looked_on < asked_on


def half_term_of(day: date, calendar: Calendar) -> str:
    """Under which half term a look of a day is kept; under its month where no dates are loaded."""
    found = half_term_at(day, calendar)
    return found.key if found else f"{day:%Y-%m}"


def half_term_says(key: str) -> str:
    """The words of a half term, such as `Autumn term 2026-27, second half`."""
    year, _, rest = key.partition("/")
    if not rest:
        return f"{date.fromisoformat(key + '-01'):%B %Y}"
    term, _, half = rest.rpartition("-")
    said = HalfTerm(year, term, int(half), date.min, date.max).name
    return said[0].upper() + said[1:]


def _compared(statement: Statement, viewers: Sequence[Viewer], half_term: str) -> Compared:
    views = tuple(_view(statement, viewer, half_term) for viewer in viewers)
    return Compared(statement, views, apart(view.level for view in views))


def _view(statement: Statement, viewer: Viewer, half_term: str) -> View:
    now, before = viewer.in_half_term(half_term), viewer.before(half_term)
    return View(
        label=viewer.label,
        rater=viewer.rater,
        level=now.answers.get(statement.key) if now else None,
        before=before.answers.get(statement.key) if before else None,
        has_looked=now is not None,
        has_looked_before=before is not None,
    )


def _expected(
    half_term: HalfTermDue, rater: Rater, days: Sequence[date], *, role: str, owner: int | None
) -> Expected:
    met_on = half_term.met_on(days)
    return Expected(
        kind=READINESS,
        period=f"{half_term.key}/{rater.value}",
        opens_on=half_term.opens_on,
        due_on=half_term.due_on,
        role=role,
        owner=owner,
        arithmetic=half_term.arithmetic,
        met_on=met_on,
        lapsed_on=None if met_on else half_term.overtaken_on(days),
    )
