"""Did it last? The checks after a return or a move, and the authority's after other endings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.due.rules import Expected
from homeward.organisations.codes import OrganisationKind, RoleName
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import CheckPoint, Holds, Outcome
from homeward.placements.rules.facts import CheckFact, Facts
from homeward.placements.rules.known import dates_needed_in_words, day_in_words
from homeward.reference.guidance import cites

CHECK = "placements.check"
AUTHORITY_CHECK = "placements.authority-check"
CHECKED_OUTCOMES = frozenset({Outcome.RETURNED, Outcome.MOVED})
AUTHORITY_OUTCOMES = frozenset({Outcome.HOME_EDUCATION, Outcome.MISSING, Outcome.LEFT_AREA})
AUTHORITY_SCHOOL_DAYS = 10
OPENS_BEFORE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Point:
    """One of the checks: from when it can be answered, by when it is due, and the sum behind it.

    `due_on` is None where the loaded term dates end before the count does.
    """

    point: CheckPoint
    opens_on: date
    due_on: date | None
    arithmetic: str

    def answers_from(self) -> date | None:
        """The first day on which a look says that it holds so long; None while that is not known.

        That it does not hold can be said on any day.
        """
        is_known = self.due_on is not None or self.point != CheckPoint.LAST
        return self.opens_on if is_known else None


@cites("house/did-it-last", "reintegration/success")
def points(from_on: date, *, calendar: Calendar, policy: Policy) -> list[Point]:
    """When it is asked whether a return or a move holds, counted from its first day (R01).

    Weeks are calendar weeks, so that a holiday puts nothing off; a day on which the school does not
    meet gives the next school day. The last check is on the last school day of the last of
    `checks_last_terms` whole terms, and never before the third.
    """
    weeks = (
        (CheckPoint.FIRST, policy.checks_first_weeks),
        (CheckPoint.SECOND, policy.checks_second_weeks),
        (CheckPoint.THIRD, policy.checks_third_weeks),
    )
    found = [_after_weeks(point, from_on, count, calendar) for point, count in weeks]
    return [*found, _after_terms(from_on, policy.checks_last_terms, calendar, third=found[-1])]


@cites("house/did-it-last")
def whole_terms_end(from_on: date, *, calendar: Calendar, terms: int) -> date:
    """The last school day of the last of some whole terms from a day on.

    A term is whole where its first school day is that day or later: the child was there for all of
    it. The term in which a child comes back does not count. Raises DatesNeeded.
    """
    whole = [days for days in _terms(calendar) if days.starts_on >= from_on][:terms]
    needed = calendar.dates_needed(Period(from_on, whole[-1].ends_on if whole else from_on))
    if needed is None and len(whole) < terms:
        needed = calendar.dates_needed(Period(from_on, date(from_on.year + 2 + terms, 1, 1)))
    if needed is not None or len(whole) < terms:
        raise needed or DatesNeeded(after=from_on)
    return whole[-1].ends_on


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks say together: since when it has held or not held; neither while it is open."""

    held_on: date | None = None
    not_held_on: date | None = None


@cites("house/did-it-last", "reintegration/success")
def judged(checks: Sequence[CheckFact], *, from_on: date | None) -> Judged:
    """Say whether it held: never before the last check, and only with the child on roll (R01).

    One "no" is enough for not held, and stands until that check is corrected. An earlier check that
    nobody answered does not keep the mark back: it is named beside it.
    """
    counted = counting(checks, from_on=from_on)
    said_no = [check.checked_on for check in counted.values() if check.holds == Holds.NO]
    if said_no:
        return Judged(not_held_on=min(said_no))
    last = counted.get(CheckPoint.LAST)
    return Judged(held_on=last.checked_on) if last and is_yes(last) else Judged()


def counting(checks: Sequence[CheckFact], *, from_on: date | None) -> dict[str, CheckFact]:
    """The checks that count, by their point: those made since the first day of the return or move."""
    if from_on is None:
        return {}
    return {check.point: check for check in checks if check.checked_on >= from_on}


def is_yes(check: CheckFact) -> bool:
    """Whether a check says that it holds: a yes about a child who is on roll."""
    return check.holds == Holds.YES and check.is_on_roll


@cites("house/did-it-last")
def expected_checks(facts: Facts, *, calendar: Calendar, policy: Policy) -> list[Expected]:
    """Expect each check from where the child is, by `calendar`, the calendar of that school.

    A check not answered stays late, also when a later one was answered first. Once it is known that
    it held, or did not, what was not answered lapses. A last check that says neither is looked
    at again after as many weeks as the first check waits.
    """
    if facts.ended_on is None or facts.checks_from_on is None:
        return []
    answered = counting(facts.checks, from_on=facts.checks_from_on)
    known = judged(facts.checks, from_on=facts.checks_from_on)
    known_on = known.held_on or known.not_held_on
    role, owner = _whose(facts), facts.goes_to
    expected = []
    for point in points(facts.checks_from_on, calendar=calendar, policy=policy):
        check = answered.get(point.point)
        if check and point.point == CheckPoint.LAST and known_on is None:
            point, check = _again(check, policy.checks_first_weeks, calendar), None
        expected.append(
            Expected(
                kind=CHECK,
                period=point.point.value,
                opens_on=point.opens_on,
                due_on=point.due_on,
                role=role,
                owner=owner,
                subject=point.point.label.lower(),
                arithmetic=point.arithmetic,
                met_on=check.checked_on if check else None,
                lapsed_on=None if check else known_on,
            )
        )
    return expected


@cites("house/dates-needed")
def dates_for_checks(facts: Facts, *, calendar: Calendar, policy: Policy) -> DatesNeeded | None:
    """What is missing to say when the checks that are still open are due, or None."""
    asked = expected_checks(facts, calendar=calendar, policy=policy)
    if facts.checks_from_on is None or all(one.due_on or one.met_on for one in asked):
        return None
    far = date(facts.checks_from_on.year + 2 + policy.checks_last_terms, 1, 1)
    return calendar.dates_needed(Period(facts.checks_from_on, far))


class CheckState(StrEnum):
    """Where one check stands on a day."""

    DONE = "done"
    LATE = "late"
    OPEN = "open"
    COMING = "coming"
    DATES_NEEDED = "dates needed"
    WAIVED = "waived"
    LAPSED = "lapsed"


def state_of(one: Expected, *, on: date) -> CheckState:
    """Where a check stands: what was answered or lapsed asks nothing more."""
    if one.met_on is not None:
        return CheckState.DONE
    if one.lapsed_on is not None:
        return CheckState.LAPSED
    if one.due_on is None:
        return CheckState.DATES_NEEDED
    if one.due_on < on:
        return CheckState.LATE
    return CheckState.OPEN if one.opens_on <= on else CheckState.COMING


@cites("house/endings-checked", "local/before-leaving-the-register")
def expected_authority_checks(facts: Facts, *, calendar: Calendar) -> list[Expected]:
    """Expect the authority to look after a child who is educated at home, missing or moved away.

    The next school day where nobody knows where the child is, else within ten school days; then again on
    each day that a look sets, until one settles it (L13).
    """
    if facts.ended_on is None or facts.outcome not in AUTHORITY_OUTCOMES:
        return []
    count = 1 if facts.outcome == Outcome.MISSING else AUTHORITY_SCHOOL_DAYS
    try:
        due_on: date | None = calendar.nth_school_day_after(facts.ended_on, count)
        arithmetic = (
            f"the next school day after {day_in_words(facts.ended_on)}"
            if count == 1
            else f"school day {count} after {day_in_words(facts.ended_on)}"
        )
    except DatesNeeded as needed:
        due_on, arithmetic = None, dates_needed_in_words(needed.after)
    opens_on, expected = facts.ended_on, []
    looked = [check for check in facts.authority_checks if check.checked_on >= facts.ended_on]
    for number, check in enumerate([*looked, None], start=1):
        expected.append(
            Expected(
                kind=AUTHORITY_CHECK,
                period=str(number),
                opens_on=opens_on,
                due_on=due_on,
                role=RoleName.EXCLUSIONS_OFFICER,
                owner=facts.authority,
                subject=_SAYS[Outcome(facts.outcome)],
                arithmetic=arithmetic,
                met_on=check.checked_on if check else None,
            )
        )
        if check is None or check.is_settled or check.next_on is None:
            break
        opens_on, due_on = check.checked_on, check.next_on
        arithmetic = f"the day set on {day_in_words(check.checked_on)}"
    return expected


_SAYS = {
    Outcome.HOME_EDUCATION: "is educated at home",
    Outcome.MISSING: "is missing from education",
    Outcome.LEFT_AREA: "has left the area",
}


_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}


def _whose(facts: Facts) -> str:
    """Who answers: the school or provider where the child is, or the authority where there is none."""
    if facts.goes_to_kind == OrganisationKind.PROVIDER:
        return RoleName.PROVIDER_MANAGER
    has_school = facts.goes_to is not None or facts.has_school
    return RoleName.AP_LEAD if has_school else RoleName.EXCLUSIONS_OFFICER


def _after_weeks(point: CheckPoint, from_on: date, weeks: int, calendar: Calendar) -> Point:
    day = from_on + timedelta(weeks=weeks)
    opens_on = max(from_on, day - OPENS_BEFORE)
    due_on, arithmetic = _next_school_day(
        day, calendar, f"{_weeks(weeks)} after {day_in_words(from_on)}"
    )
    return Point(point, opens_on, due_on, arithmetic)


def _after_terms(from_on: date, terms: int, calendar: Calendar, *, third: Point) -> Point:
    try:
        ends_on = whole_terms_end(from_on, calendar=calendar, terms=terms)
    except DatesNeeded as needed:
        words = dates_needed_in_words(needed.after)
        return Point(CheckPoint.LAST, third.opens_on, None, words)
    due_on = max(ends_on, third.due_on or ends_on)
    which = _ORDINALS.get(terms, f"{terms}th")
    arithmetic = f"the last school day of the {which} whole term after {day_in_words(from_on)}"
    if due_on > ends_on:
        arithmetic = f"{arithmetic}, moved to the third check"
    return Point(CheckPoint.LAST, due_on - OPENS_BEFORE, due_on, arithmetic)


def _again(check: CheckFact, weeks: int, calendar: Calendar) -> Point:
    day = check.checked_on + timedelta(weeks=weeks)
    why = "when it was not yet sure" if check.is_on_roll else "when the child was not on roll"
    says = f"{_weeks(weeks)} after {day_in_words(check.checked_on)}, {why}"
    due_on, arithmetic = _next_school_day(day, calendar, says)
    return Point(CheckPoint.LAST, day - OPENS_BEFORE, due_on, arithmetic)


def _next_school_day(day: date, calendar: Calendar, says: str) -> tuple[date | None, str]:
    try:
        due_on = calendar.first_school_day_on_or_after(day)
    except DatesNeeded as needed:
        return None, dates_needed_in_words(needed.after)
    return due_on, says if due_on == day else f"{says}, moved to the next school day"


def _terms(calendar: Calendar) -> list[Period]:
    """The terms of a calendar, each from its first to its last school day, as far as they are known.

    A last half that nothing known follows may be only a part of its term, and is left out.
    """
    found = []
    for _, halves in groupby(calendar.half_terms, key=lambda half: (half.year, half.term)):
        term = list(halves)
        whole = Period(term[0].starts_on, term[-1].ends_on)
        after = whole.ends_on + timedelta(days=1)
        is_told = term[-1].half > 1 or calendar.dates_needed(Period(after, after)) is None
        if is_told and calendar.dates_needed(whole) is None:
            days = calendar.school_days(whole)
            found += [Period(days[0], days[-1])] if days else []
    return found


def _weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"
