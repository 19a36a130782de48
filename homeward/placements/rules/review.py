"""Reviews: the first within six school weeks, then one in each half term."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homeward.calendars.rules import Calendar, DatesNeeded, HalfTerm, Period
from homeward.due.rules import Expected
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.known import dates_needed_in_words, day_in_words
from homeward.reference.guidance import cites

REVIEW = "placements.review"
WITHOUT_AN_END = timedelta(weeks=52)


@cites("safeguarding/half-termly-review", "house/first-review")
def first_review_by(*, runs: Period, calendar: Calendar, school_weeks: int) -> date | None:
    """The last school day of the `school_weeks`-th school week of a placement.

    A placement with fewer school weeks has its first review by its last school day. The start
    week counts as the first, however short. None where the placement runs on no school day.
    Raises DatesNeeded where the loaded calendar ends before that day does, and only then.
    """
    needed, known = calendar.dates_needed(runs), calendar.known_part(runs)
    weeks = calendar.school_weeks(known) if known else []
    if needed and (known is None or len(weeks) < school_weeks):
        raise needed
    if not weeks:
        return None
    week = weeks[min(school_weeks, len(weeks)) - 1]
    if needed and known and week.monday + timedelta(days=6) > known.ends_on:
        raise needed
    return week.last_day


@cites("safeguarding/half-termly-review", "house/half-term-counts", "house/dates-needed")
def review_half_terms(
    *, runs: Period, calendar: Calendar, least_days: int
) -> list[tuple[str, date, date]]:
    """Each half term in which the placement runs on enough school days: its name, first and last
    of those days (R-KCS-03). A half term with days that are not loaded yet is left out."""
    return [
        (half_term.key, days[0], days[-1])
        for half_term, days in _half_terms(runs, calendar, least_days)
    ]


@dataclass(frozen=True, slots=True)
class HalfTermDue:
    """One half term that asks for something: from when, by when, and until when it still counts."""

    key: str
    opens_on: date
    due_on: date
    closes_on: date

    @property
    def arithmetic(self) -> str:
        return f"last school day of the half term {self.key} on which the placement runs"

    def met_on(self, days: Sequence[date]) -> date | None:
        """The first of some days that counts for this half term, be it late or in the holiday after."""
        return min((day for day in days if self.opens_on <= day <= self.closes_on), default=None)

    def overtaken_on(self, days: Sequence[date]) -> date | None:
        """The first of some days after it: a half term that was missed then asks nothing more."""
        return min((day for day in days if day > self.closes_on), default=None)


@cites("safeguarding/half-termly-review", "house/due-back")
def half_terms_due(
    facts: Facts, *, calendar: Calendar, least_days: int, on: date
) -> list[HalfTermDue]:
    """Each half term of a placement that counts, until the next one begins.

    Running on past the intended end adds half terms, but does not put off what was due by it.
    """
    runs = facts.runs(on)
    if runs is None:
        return []
    intended = _intended(facts, runs)
    whole = Period(runs.starts_on, max(runs.ends_on, intended.ends_on))
    lasts = {
        key: last
        for key, _, last in review_half_terms(
            runs=intended, calendar=calendar, least_days=least_days
        )
    }
    return [
        HalfTermDue(half.key, days[0], lasts.get(half.key, days[-1]), _holiday_ends(half, calendar))
        for half, days in _half_terms(whole, calendar, least_days)
    ]


def expected_reviews(
    facts: Facts,
    *,
    calendar: Calendar,
    school_weeks: int,
    least_days: int,
    role: str,
    on: date,
) -> list[Expected]:
    """Expect one review in each half term, and the first by its own day where that comes sooner.

    A date set in the plan, or by the review before, counts where it is earlier than the rule's. One
    review can be both the first and the half term's.
    """
    runs = facts.runs(on)
    if runs is None:
        return []
    by_rule = _by_rule(
        facts,
        runs,
        calendar=calendar,
        school_weeks=school_weeks,
        least_days=least_days,
        role=role,
        on=on,
    )
    return _promised(facts, by_rule, role)


def _by_rule(
    facts: Facts,
    runs: Period,
    *,
    calendar: Calendar,
    school_weeks: int,
    least_days: int,
    role: str,
    on: date,
) -> list[Expected]:
    half_terms = half_terms_due(facts, calendar=calendar, least_days=least_days, on=on)
    reviews = [
        Expected(
            kind=REVIEW,
            period=half_term.key,
            opens_on=half_term.opens_on,
            due_on=half_term.due_on,
            role=role,
            arithmetic=half_term.arithmetic,
            met_on=(met_on := half_term.met_on(facts.reviews_on)),
            lapsed_on=None if met_on else half_term.overtaken_on(facts.reviews_on),
        )
        for half_term in half_terms
    ]
    try:
        by_rule = first_review_by(
            runs=_intended(facts, runs), calendar=calendar, school_weeks=school_weeks
        )
        if by_rule is None:
            return reviews
        arithmetic = f"last school day of school week {school_weeks}, or of the placement if sooner"
    except DatesNeeded as needed:
        by_rule, arithmetic = None, dates_needed_in_words(needed.after)
    due_on = min(filter(None, (facts.first_review_on, by_rule)), default=None)
    if half_terms and (due_on is None or half_terms[0].due_on <= due_on):
        return reviews
    first = Expected(
        kind=REVIEW,
        period="first",
        opens_on=min(runs.starts_on, due_on or runs.starts_on),
        due_on=due_on,
        role=role,
        arithmetic=arithmetic if due_on == by_rule else "the date set in the plan",
        met_on=min((day for day in facts.reviews_on if day >= runs.starts_on), default=None),
    )
    return [first, *reviews]


def _promised(facts: Facts, by_rule: list[Expected], role: str) -> list[Expected]:
    """What the rules ask, and sooner where the last review set a sooner date for the next.

    It pulls forward the half term in which it lies, or stands alone where that has had its review.
    """
    last = max(facts.reviews, key=lambda one: one.held_on, default=None)
    if last is None or last.next_on is None or last.next_on <= last.held_on:
        return by_rule
    next_on = last.next_on
    if facts.ended_on and next_on > facts.ended_on:
        return by_rule
    still = [one for one in by_rule if not (one.met_on or one.lapsed_on) and one.due_on]
    if any(one.due_on and one.due_on <= next_on for one in still):
        return by_rule
    arithmetic = f"the date that the review of {day_in_words(last.held_on)} set"
    lies_in = next((one for one in still if one.opens_on <= next_on), None)
    if lies_in is not None:
        sooner = replace(lies_in, due_on=next_on, arithmetic=arithmetic)
        return [sooner if one is lies_in else one for one in by_rule]
    promise = Expected(
        kind=REVIEW,
        period="next",
        opens_on=last.held_on,
        due_on=next_on,
        role=role,
        arithmetic=arithmetic,
    )
    return [*by_rule, promise]


def half_term_at(day: date, calendar: Calendar) -> HalfTerm | None:
    """The half term in which a day lies, or after which its holiday does; None where none is known."""
    begun = [half for half in calendar.half_terms if half.starts_on <= day]
    return begun[-1] if begun and day <= _holiday_ends(begun[-1], calendar) else None


def _holiday_ends(half: HalfTerm, calendar: Calendar) -> date:
    """The last day before the next half term, as far as its dates are known."""
    following = next((one for one in calendar.half_terms if one.starts_on > half.ends_on), None)
    if following is None or calendar.dates_needed(Period(half.ends_on, following.starts_on)):
        return half.ends_on
    return following.starts_on - timedelta(days=1)


def _intended(facts: Facts, runs: Period) -> Period:
    """The run to its ending or intended end, whichever is sooner; a year where neither is known."""
    ends = min(filter(None, (facts.ended_on, facts.ends_on)), default=None)
    ends = ends or runs.starts_on + WITHOUT_AN_END
    return Period(runs.starts_on, max(ends, runs.starts_on))


def _half_terms(
    runs: Period, calendar: Calendar, least_days: int
) -> list[tuple[HalfTerm, tuple[date, ...]]]:
    found = []
    for half_term in calendar.half_terms:
        shared = half_term.period.overlap(runs)
        if shared is None or calendar.dates_needed(shared):
            continue
        days = calendar.school_days(shared)
        if days and len(days) >= least_days:
            found.append((half_term, days))
    return found
