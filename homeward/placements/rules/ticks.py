"""Is this adjustment happening? Asked of those who make it, fortnight by fortnight after a return."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from homeward.calendars.rules import Calendar, Period
from homeward.due.rules import Expected
from homeward.placements.codes import Happening, Outcome
from homeward.placements.rules.facts import AdjustmentFact, Facts, TeacherFact, TickFact
from homeward.reference.guidance import cites
from homeward.web.search import fold

TICK = "placements.tick"
OTHERS = "placements.ticks-of-others"
NOT_HAPPENING = "placements.not-happening"
KINDS = frozenset({TICK, OTHERS, NOT_HAPPENING})

LEAD = "lead"
_LOOK_AHEAD = timedelta(weeks=20)
_EVERYBODY = re.compile(
    r"^(?:all|every|each|everyone|everybody|whole|any)\b"
    r"|^(?:the )?(?:teachers?|staff|(?:class|subject|teaching|school) (?:teachers|staff))$"
)
_AND = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bwith\b)\s*")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "madam",
        "rev",
        "revd",
        "fr",
        "the",
    ]
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who says whether an adjustment happens: a teacher, a person who signs in, or the lead.

    `key` tells them apart: "t5", "p7" or "lead"; what is due names a teacher by `reference`.
    """

    key: str
    name: str
    teacher: int | None = None
    person: int | None = None
    reference: UUID | str = ""

    def said(self, tick: TickFact) -> bool:
        """Whether an answer is theirs, whoever wrote it down for them.

        A person who is no teacher is the only one who is asked of their adjustment.
        """
        return tick.teacher == self.teacher


NOBODY_NAMED = Owner(LEAD, "The lead")


@dataclass(frozen=True, slots=True)
class Fortnight:
    """A stretch of school weeks after a return, about which owners are asked at its end."""

    asked_on: date
    opens_on: date
    due_on: date


def owners(one: AdjustmentFact, teachers: Sequence[TeacherFact]) -> tuple[Owner, ...]:
    """Who is asked about an adjustment.

    The person of the plan; or whoever of the child's teachers its words name, by name, by subject or
    all of them. Words that name none of them leave it to the lead.
    """
    if one.person is not None:
        mine = next((each for each in teachers if each.person == one.person), None)
        if mine is not None:
            return (_of(mine),)
        return (Owner(f"p{one.person}", one.who, person=one.person),)
    words = fold(one.who)
    if _EVERYBODY.match(words):
        return tuple(map(_of, teachers)) or (NOBODY_NAMED,)
    whole = _named(words, teachers)
    if whole:
        return tuple(map(_of, whole))
    found: dict[str, Owner] = {}
    for part in filter(None, map(fold, _AND.split(one.who.casefold()))):
        everybody = _EVERYBODY.match(part)
        named = list(teachers) if everybody else _named(part, teachers)
        for owner in map(_of, named):
            found[owner.key] = owner
        if not named:
            found[LEAD] = NOBODY_NAMED
    return tuple(found.values()) or (NOBODY_NAMED,)


def _of(teacher: TeacherFact) -> Owner:
    return Owner(
        f"t{teacher.key}",
        teacher.name,
        teacher=teacher.key,
        person=teacher.person,
        reference=teacher.reference,
    )


def _named(words: str, teachers: Sequence[TeacherFact]) -> list[TeacherFact]:
    """The one teacher whom folded words name, or all of one subject; nobody where it is not clear."""
    said = [word for word in words.split() if word not in _TITLES]
    if not said:
        return []
    exact = [each for each in teachers if _bare(each) == said]
    if len(exact) == 1:
        return exact
    alike = [each for each in teachers if _may_be(said, _bare(each))]
    if len(alike) == 1:
        return alike
    subject = " ".join(word for word in said if word not in {"teacher", "teachers", "of", "in"})
    return [each for each in teachers if subject and subject in _subjects(each)]


def _subjects(teacher: TeacherFact) -> set[str]:
    return {fold(part) for part in teacher.subject.split(",")} - {""}


def _bare(teacher: TeacherFact) -> list[str]:
    return [word for word in fold(teacher.name).split() if word not in _TITLES]


def _may_be(said: Sequence[str], name: Sequence[str]) -> bool:
    """The same surname, and first names or initials that do not contradict each other."""
    if not name or said[-1] != name[-1]:
        return False
    return len(said) == 1 or len(name) == 1 or said[0][0] == name[0][0]


@cites("house/adjustment-ticks")
def fortnights(
    began_on: date, *, calendar: Calendar, weeks: int, every_weeks: int
) -> list[Fortnight]:
    """The stretches about which owners are asked: so many school weeks from the first day back.

    Holidays are not counted. As far as the dates are loaded; a stretch that they cut off waits.
    """
    known = calendar.known_part(Period(began_on, began_on + _LOOK_AHEAD + timedelta(weeks=weeks)))
    if known is None or every_weeks < 1:
        return []
    days = calendar.school_weeks(known)[:weeks]
    parts = [days[at : at + every_weeks] for at in range(0, len(days), every_weeks)]
    is_whole = len(days) == weeks
    return [
        Fortnight(
            asked_on=max(began_on, part[0].monday),
            opens_on=part[-1].days[0],
            due_on=part[-1].days[-1],
        )
        for part in parts
        if len(part) == every_weeks or is_whole
    ]


def returned_on(facts: Facts) -> date | None:
    """The day from which owners are asked; None for whoever did not come back to the school."""
    if not facts.has_school:
        return None
    if facts.ended_on and facts.outcome != Outcome.RETURNED:
        return None
    return facts.return_began_on or (facts.checks_from_on if facts.ended_on else None)


def standing(ticks: Sequence[TickFact], owner: Owner, thread: str) -> dict[date, TickFact]:
    """What one owner says of an adjustment, by fortnight: the newest answer of each."""
    return {
        tick.asked_on: tick for tick in ticks if str(tick.thread) == thread and owner.said(tick)
    }


@cites("house/adjustment-ticks", "reintegration/adjustments")
def expected_ticks(
    facts: Facts, *, calendar: Calendar, weeks: int, every_weeks: int, role: str, on: date
) -> list[Expected]:
    """Expect each owner to say once a fortnight whether their adjustments happen (R19).

    One line an owner and fortnight. Those who do not sign in share one line of the lead's. What was
    not said by the next fortnight lapses. A "no" twice in a row is due from the lead that day.
    """
    began_on = returned_on(facts)
    if began_on is None or not facts.adjustments:
        return []
    asked = fortnights(began_on, calendar=calendar, weeks=weeks, every_weeks=every_weeks)
    shared = _by_owner(facts)
    found: list[Expected] = []
    for at, fortnight in enumerate(asked):
        if fortnight.opens_on > on + timedelta(days=7):
            break
        after = asked[at + 1].opens_on if at + 1 < len(asked) else None
        until = after or fortnight.due_on + timedelta(weeks=every_weeks)
        found += _of_fortnight(facts.ticks, shared, fortnight, until, role, on)
    return found + _not_happening(facts, asked, role)


def _by_owner(facts: Facts) -> dict[Owner, list[AdjustmentFact]]:
    found: dict[Owner, list[AdjustmentFact]] = defaultdict(list)
    for one in facts.adjustments:
        for owner in owners(one, facts.teachers):
            found[owner].append(one)
    return found


def _of_fortnight(
    ticks: Sequence[TickFact],
    shared: dict[Owner, list[AdjustmentFact]],
    fortnight: Fortnight,
    until: date,
    role: str,
    on: date,
) -> list[Expected]:
    found = []
    silent: list[Owner] = []
    others: list[date] = []
    for owner, adjustments in shared.items():
        met_on = _answered_on(ticks, owner, adjustments, fortnight)
        if owner.person is None and owner.key != LEAD:
            others += [met_on] if met_on else []
            silent += [] if met_on else [owner]
            continue
        period = f"{owner.reference or owner.key}-{fortnight.asked_on}"
        found.append(_line(TICK, period, fortnight, until, role, on, owner, met_on))
    if silent or others:
        met_on = None if silent else max(others)
        line = _line(OTHERS, str(fortnight.asked_on), fortnight, until, role, on, None, met_on)
        found.append(_with_subject(line, silent))
    return found


def _with_subject(line: Expected, silent: Sequence[Owner]) -> Expected:
    names = ", ".join(owner.name for owner in silent[:3])
    more = f" and {len(silent) - 3} more" if len(silent) > 3 else ""
    return replace(line, subject=f"{names}{more}" if silent else "all have said so")


def _line(
    kind: str,
    period: str,
    fortnight: Fortnight,
    until: date,
    role: str,
    on: date,
    owner: Owner | None,
    met_on: date | None,
) -> Expected:
    return Expected(
        kind=kind,
        period=period,
        opens_on=fortnight.opens_on,
        due_on=fortnight.due_on,
        role=role,
        person=owner.person if owner else None,
        arithmetic="the last school day of the fortnight",
        met_on=met_on,
        lapsed_on=until if met_on is None and on >= until else None,
    )


def _answered_on(
    ticks: Sequence[TickFact],
    owner: Owner,
    adjustments: Sequence[AdjustmentFact],
    fortnight: Fortnight,
) -> date | None:
    """The day on which an owner had answered about all of their adjustments."""
    days = []
    for one in adjustments:
        tick = standing(ticks, owner, one.thread).get(fortnight.asked_on)
        if tick is None:
            return None
        days.append(tick.ticked_on)
    return max(days)


def _not_happening(facts: Facts, asked: Sequence[Fortnight], role: str) -> list[Expected]:
    """A line of the lead's for each adjustment of which an owner says no, twice in a row."""
    found: dict[str, Expected] = {}
    for one in facts.adjustments:
        for owner in owners(one, facts.teachers):
            said = standing(facts.ticks, owner, one.thread)
            for earlier, later in pairwise(asked):
                first, second = said.get(earlier.asked_on), said.get(later.asked_on)
                if first is None or second is None:
                    continue
                if first.happening == second.happening == Happening.NO:
                    line = _twice(one, second, said, role)
                    found.setdefault(line.period, line)
    return list(found.values())


def _twice(
    one: AdjustmentFact, second: TickFact, said: dict[date, TickFact], role: str
) -> Expected:
    better = [
        tick.ticked_on
        for tick in said.values()
        if tick.asked_on > second.asked_on and tick.happening != Happening.NO
    ]
    looked = one.looked_on if one.looked_on and one.looked_on >= second.ticked_on else None
    return Expected(
        kind=NOT_HAPPENING,
        period=f"{one.thread}-{second.asked_on}",
        opens_on=second.ticked_on,
        due_on=second.ticked_on,
        role=role,
        subject=one.what,
        arithmetic="the day of the second no in a row",
        met_on=min(filter(None, [looked, *better]), default=None),
    )
