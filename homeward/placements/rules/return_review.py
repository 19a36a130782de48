"""The review before the end: when it is due, and who hears of it while none was held."""

from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import Kind
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.known import (
    dates_needed_in_words,
    day_in_words,
    known_school_days,
)
from homeward.reference.guidance import cites

RETURN_REVIEW = "placements.return-review"
RETURN_WARNING = "placements.return-warning"
RETURN_ESCALATION = "placements.return-escalation"

COUNTS_FROM = 5
"""School days before its own day from which a review counts as the one before the end."""


@dataclass(frozen=True, slots=True)
class ReviewBeforeEnd:
    """The days of the review before a planned end, the last two while none was held."""

    opens_on: date
    due_on: date
    warns_on: date
    escalates_on: date
    arithmetic: str
    ends_on: date

    def counted(self, day: date, school_days: int) -> str:
        """How the day of a warning was found."""
        if day == self.due_on:
            return f"no sooner than the review itself, {day_in_words(day)}"
        return f"school day {school_days} before {day_in_words(self.ends_on)}"


@cites("house/return-review", "house/dates-needed")
def review_before_end(
    planned: Period, *, calendar: Calendar, policy: Policy
) -> ReviewBeforeEnd | None:
    """The days on which a review before the planned end is due, warned of and handed on.

    It is due so many school days before the last day, or halfway through where that is later; no
    warning comes sooner than the review itself. None where nothing runs on a school day. Raises
    DatesNeeded where the loaded calendar cannot tell: days that are missing before the halfway
    could only bring that forward.
    """
    days = known_school_days(planned, calendar)
    needed = calendar.dates_needed(planned)
    if not days:
        if needed:
            raise needed
        return None
    back = _before(planned, days, calendar, policy.return_review_school_days)
    middle = days[(len(days) - 1) // 2]
    is_halfway = back is None or middle > back
    if needed and is_halfway:
        raise needed
    due_on = middle if is_halfway else back or middle
    warns_on = _before(planned, days, calendar, policy.return_warning_school_days) or due_on
    escalates_on = _before(planned, days, calendar, policy.return_escalation_school_days) or due_on
    place = days.index(due_on)
    return ReviewBeforeEnd(
        opens_on=days[place - COUNTS_FROM] if place >= COUNTS_FROM else planned.starts_on,
        due_on=due_on,
        warns_on=max(due_on, warns_on),
        escalates_on=max(due_on, escalates_on),
        arithmetic=f"halfway: school day {place + 1} of {len(days)}"
        if is_halfway
        else f"school day {policy.return_review_school_days} before {day_in_words(planned.ends_on)}",
        ends_on=planned.ends_on,
    )


@cites("house/return-review", "reintegration/return-planned-from-the-start")
def expected_return_review(
    facts: Facts, *, calendar: Calendar, policy: Policy, role: str, on: date
) -> list[Expected]:
    """Expect a review with a decision before the planned end (R11), and say so while none is held.

    Key Stage 4 to the end of Year 11 leads on and not back: nothing is asked. Nor is it where the
    child was back, had moved or had left before the review was due.
    """
    planned = _planned(facts, on)
    if planned is None or facts.kind == Kind.KS4_TO_END:
        return []
    settled_on = _settled_on(facts)
    period = planned.ends_on.isoformat()
    try:
        days = review_before_end(planned, calendar=calendar, policy=policy)
    except DatesNeeded as needed:
        undated = Expected(
            kind=RETURN_REVIEW,
            period=period,
            opens_on=planned.starts_on,
            due_on=None,
            role=role,
            arithmetic=dates_needed_in_words(needed.after),
        )
        return [] if settled_on else [undated]
    if days is None or (settled_on and settled_on < days.due_on):
        return []
    held_on = _held_on(facts, days.opens_on)
    asked = Expected(
        kind=RETURN_REVIEW,
        period=period,
        opens_on=days.opens_on,
        due_on=days.due_on,
        role=role,
        arithmetic=days.arithmetic,
        met_on=held_on,
        lapsed_on=None if held_on else settled_on,
    )
    return [asked, *_warnings(facts, days, policy=policy, held_on=held_on, on=on)]


def _warnings(
    facts: Facts, days: ReviewBeforeEnd, *, policy: Policy, held_on: date | None, on: date
) -> list[Expected]:
    """Who else hears of it, each from its own day on and only where no review had been held by then.

    The headteacher first, then the officers of the authority. A child without a school is the
    authority's own already, and so is the review: there is nobody else to tell.
    """
    if not facts.has_school:
        return []
    settled_on = _settled_on(facts)
    told = (
        (
            RETURN_WARNING,
            days.warns_on,
            policy.return_warning_school_days,
            RoleName.HEADTEACHER,
            None,
        ),
        (
            RETURN_ESCALATION,
            days.escalates_on,
            policy.return_escalation_school_days,
            RoleName.EXCLUSIONS_OFFICER,
            facts.authority,
        ),
    )
    return [
        Expected(
            kind=kind,
            period=days.ends_on.isoformat(),
            opens_on=day,
            due_on=day,
            role=role,
            owner=owner,
            arithmetic=days.counted(day, count),
            met_on=held_on,
            lapsed_on=None if held_on else settled_on,
        )
        for kind, day, count, role, owner in told
        if day <= on and not (held_on and held_on < day) and not (settled_on and settled_on < day)
    ]


def _planned(facts: Facts, on: date) -> Period | None:
    """The days that are planned, of a placement that runs or ran."""
    begins_on, ends_on = facts.begins_on, facts.ends_on
    if facts.runs(on) is None or begins_on is None or ends_on is None or ends_on < begins_on:
        return None
    return Period(begins_on, ends_on)


def _settled_on(facts: Facts) -> date | None:
    """The day on which the child came back, was at the new place, or left."""
    moved_on = facts.move.first_day_on if facts.move else None
    return min(filter(None, (facts.return_began_on, moved_on, facts.ended_on)), default=None)


def _held_on(facts: Facts, opens_on: date) -> date | None:
    """The first review from a day on that decided something."""
    return min(
        (one.held_on for one in facts.reviews if one.decision and one.held_on >= opens_on),
        default=None,
    )


def _before(planned: Period, days: list[date], calendar: Calendar, count: int) -> date | None:
    """The school day so many before the planned end; None where fewer of the run lie before it.

    Raises DatesNeeded where days are missing in between.
    """
    before = [day for day in days if day < planned.ends_on]
    back = before[-count] if len(before) >= count else None
    needed = calendar.dates_needed(Period(back or planned.starts_on, planned.ends_on))
    if needed:
        raise needed
    return back
