"""*School is prepared*: what the school still misses before a child comes back, and after.

The mark is about the school, never about the child: nothing here keeps anybody away.
"""

from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.placements.codes import Audience, BriefingFor, Decision, LineKind, Route
from homeward.placements.rules import ladder as rungs
from homeward.placements.rules.briefed import reading, said
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.known import day_in_words
from homeward.reference.guidance import cites

PREPARED = "placements.prepared"
RETURN_GAP = "placements.return-gap"
ADJUSTMENT = "placements.adjustment"
FIRST_DAY = "placements.back-at-school"

BRIEFING, UNREAD = "briefing", "read"
ROUTE, LOOKED_FOR, SUPPORT, OWNERS = "route", "looked-for", "support", "owners"
STAFF, ADULT, OFFER = "staff", "adult", "offer"


PAGES: dict[str, tuple[str, dict[str, str]]] = {
    ROUTE: ("plan_section", {"section": "route"}),
    LOOKED_FOR: ("plan_section", {"section": "route"}),
    SUPPORT: ("plan_section", {"section": "support"}),
    OWNERS: ("plan_section", {"section": "adjustments"}),
    STAFF: ("telling", {"audience": Audience.RETURN_STAFF.value}),
    BRIEFING: ("briefing", {}),
    UNREAD: ("briefing", {}),
    ADULT: ("write_ladder", {}),
    OFFER: ("write_ladder", {}),
    rungs.REASON: ("write_ladder", {}),
    rungs.PARENT: ("part_time", {}),
    rungs.AUTHORITY: ("telling", {"audience": Audience.AUTHORITY.value}),
}
"""The page on which each gap is closed: its name, and what else stands in its address."""


@dataclass(frozen=True, slots=True)
class SchoolGap:
    """Something that the school still misses, and the passage that asks for it."""

    key: str
    says: str
    passage: str


def is_coming_back(facts: Facts) -> bool:
    """Whether a return to the home school is planned or has begun."""
    if not facts.has_school:
        return False
    return bool(facts.ladder or facts.return_began_on or _decided_on(facts))


def planned_on(facts: Facts, *, calendar: Calendar) -> date | None:
    """The planned first day back.

    The ladder's, or the next day on which the school is open; else, once a review decided on the return, the plan's target date or the first
    school day after the intended last day.
    """
    if facts.ladder is not None:
        return _open_day(facts.ladder.starts_on, calendar)
    decided_on = _decided_on(facts)
    if decided_on is None:
        return None
    target = facts.plan.target_on
    if target and target > decided_on and facts.plan.route in ("", Route.HOME_SCHOOL):
        return target
    if facts.ends_on is None:
        return None
    try:
        return calendar.nth_school_day_after(facts.ends_on, 1)
    except DatesNeeded:
        return None


def _open_day(day: date, calendar: Calendar) -> date:
    try:
        return calendar.first_school_day_on_or_after(day)
    except DatesNeeded:
        return day


def _decided_on(facts: Facts) -> date | None:
    """The day of the newest review, where it decided on the return."""
    decided = [review for review in facts.reviews if review.decision]
    is_return = bool(decided) and decided[-1].decision == Decision.RETURN
    return decided[-1].held_on if is_return else None


@cites("reintegration/plan-of-support", "reintegration/adjustments", "house/ladder-length")
def school_gaps(facts: Facts, *, calendar: Calendar, most_weeks: int) -> list[SchoolGap]:
    """What the school misses: the plan, owned adjustments, briefed staff, and what a ladder needs.

    Together with a headteacher's or deputy's approval, none of them makes the mark (R18, R19).
    """
    return [*_of_plan(facts), *_of_people(facts), *_of_ladder(facts, calendar, most_weeks)]


def _of_plan(facts: Facts) -> list[SchoolGap]:
    plan, found = facts.plan, []
    if not plan.route:
        found.append(
            SchoolGap(
                ROUTE,
                "Write in the plan where the placement leads.",
                "reintegration/return-planned-from-the-start",
            )
        )
    if not plan.looked_for:
        found.append(
            SchoolGap(
                LOOKED_FOR,
                "Write what everybody looks for before and after the return.",
                "reintegration/clear-expectations",
            )
        )
    if not any(line.who and line.by_on for line in plan.of(LineKind.SUPPORT)):
        found.append(
            SchoolGap(
                SUPPORT,
                "Name the support: what, from whom, and from when.",
                "reintegration/plan-of-support",
            )
        )
    unowned = [one.what for one in facts.adjustments if not (one.who or one.person)]
    if unowned:
        found.append(
            SchoolGap(
                OWNERS,
                f"Say who does each adjustment: {'; '.join(unowned)}.",
                "reintegration/adjustments",
            )
        )
    return found


def _of_people(facts: Facts) -> list[SchoolGap]:
    found = []
    if not (facts.has_return_adult or (facts.ladder and facts.ladder.has_safe_adult)):
        found.append(
            SchoolGap(ADULT, "Name the child’s adult at school.", "reintegration/needs-and-trust")
        )
    return [*found, *_of_staff(facts)]


@cites("house/briefing-read")
def _of_staff(facts: Facts) -> list[SchoolGap]:
    """Staff briefed: the briefing out and read by every named teacher, or it is said why not.

    Where no teacher is named, a telling of the staff is enough.
    """
    if facts.teachers:
        return _of_briefing(facts)
    if briefed_on(facts) is None:
        since = (
            f" since the steps of {day_in_words(facts.ladder.written_on)}"
            if (facts.ladder and facts.told_days.get(Audience.RETURN_STAFF.value))
            else ""
        )
        return [
            SchoolGap(STAFF, f"Brief the staff: not done{since} yet.", "reintegration/adjustments")
        ]
    return []


def _of_briefing(facts: Facts) -> list[SchoolGap]:
    found = reading(facts, BriefingFor.RETURN)
    if found is None or briefed_on(facts) is None:
        count = len(facts.teachers)
        whom = f"the {count} teachers" if count > 1 else facts.teachers[0].name
        since = (
            f" since the steps of {day_in_words(facts.ladder.written_on)}"
            if (found and facts.ladder)
            else ""
        )
        says = f"Send the briefing to {whom}: not sent{since} yet."
        return [SchoolGap(BRIEFING, says, "reintegration/adjustments")]
    if found.is_done:
        return []
    return [SchoolGap(UNREAD, said(found), "house/briefing-read")]


def briefed_on(facts: Facts) -> date | None:
    """The last day on which staff were briefed about the return as it is planned now.

    Where teachers are named, the day on which their briefing went out.
    """
    since = facts.ladder.written_on if facts.ladder else date.min
    if facts.teachers:
        out = facts.briefings.get(BriefingFor.RETURN)
        return out.out_on if out and out.out_on >= since else None
    days = facts.told_days.get(Audience.RETURN_STAFF.value, ())
    return max((day for day in days if day >= since), default=None)


def _of_ladder(facts: Facts, calendar: Calendar, most_weeks: int) -> list[SchoolGap]:
    """What part-time needs, until the child is full time."""
    ladder = facts.ladder
    if ladder is None or not ladder.is_part_time:
        return []
    if rungs.full_time_since(facts, date.max):
        return []
    found = []
    is_longer = rungs.is_longer(ladder, calendar=calendar, most_weeks=most_weeks)
    if is_longer and not ladder.has_reason_for_longer:
        found.append(
            SchoolGap(
                rungs.REASON,
                f"More than {most_weeks} weeks: the headteacher’s reason is not written yet.",
                "house/ladder-length",
            )
        )
    if ladder.parent_agrees is None:
        found.append(
            SchoolGap(
                rungs.PARENT,
                "Ask the parent whether they agree to part-time.",
                "local/part-time-return",
            )
        )
    if ladder.parent_agrees is False:
        found.append(
            SchoolGap(
                OFFER,
                "The parent did not agree to part-time: offer full time.",
                "part-time/limits",
            )
        )
    told = facts.told_days.get(Audience.AUTHORITY.value, ())
    if not any(not is_longer or day >= ladder.written_on for day in told):
        found.append(
            SchoolGap(
                rungs.AUTHORITY,
                "Tell the authority about part-time.",
                "local/part-time-six-weeks",
            )
        )
    return found


@cites("reintegration/plan-of-support", "exclusion/return-not-conditional")
def expected_prepared(
    facts: Facts, *, calendar: Calendar, most_weeks: int, role: str, on: date
) -> list[Expected]:
    """Expect the mark by the first day back, and after that day whatever the school misses.

    A return sooner than planned makes everything due that day. A plan that changes after the
    approval opens the mark again, due on the day of the change.
    """
    planned, began = planned_on(facts, calendar=calendar), facts.return_began_on
    first = min(filter(None, (planned, began)), default=None)
    if not is_coming_back(facts) or first is None:
        return []
    due_on = max(first, facts.reopened_on or first)
    found = [
        Expected(
            kind=PREPARED,
            period="mark",
            opens_on=min(_known_since(facts), due_on),
            due_on=due_on,
            role=RoleName.HEADTEACHER,
            arithmetic="the plan changed after it was approved"
            if due_on != first
            else _first_in_words(began, planned),
            met_on=_approved_on(facts, on),
        )
    ]
    if began:
        gaps = school_gaps(facts, calendar=calendar, most_weeks=most_weeks)
        found += [
            _return_gap(gap, facts, began, role) for gap in gaps if gap.key not in _OF_THE_LADDER
        ]
    return found


_OF_THE_LADDER = {rungs.REASON, rungs.PARENT, rungs.AUTHORITY, OFFER}


def _approved_on(facts: Facts, on: date) -> date | None:
    """The approval that stands; once the child is full time, the last one whatever changed since."""
    if facts.prepared_on:
        return facts.prepared_on
    return facts.approved_on if rungs.full_time_since(facts, on) else None


def _return_gap(gap: SchoolGap, facts: Facts, began: date, role: str) -> Expected:
    since = facts.reopened_on
    if facts.ladder and gap.key in (STAFF, BRIEFING):
        since = facts.ladder.written_on
    if gap.key == UNREAD:
        since = _asked_since(facts)
    due_on = max(began, since or began)
    return Expected(
        kind=RETURN_GAP,
        period=gap.key,
        opens_on=began,
        due_on=due_on,
        role=role,
        subject=gap.says,
        arithmetic=_why_then(gap, due_on == began),
    )


def _asked_since(facts: Facts) -> date:
    """The day since which somebody has been asked to read and has not."""
    found = reading(facts, BriefingFor.RETURN)
    if found is None:
        return date.min
    return max(found.briefing.out_on, min((one.from_on for one in found.unread), default=date.min))


def _why_then(gap: SchoolGap, is_first_day: bool) -> str:
    if is_first_day:
        return "the day the child came back"
    return "the day they were asked to read it" if gap.key == UNREAD else "the day the plan changed"


@cites("reintegration/adjustments", "equality/adjustments")
def expected_adjustments(
    facts: Facts, *, calendar: Calendar, role: str, on: date
) -> list[Expected]:
    """Expect each adjustment in place by the first day back, from whoever does it (R19)."""
    planned, began = planned_on(facts, calendar=calendar), facts.return_began_on
    first = min(filter(None, (planned, began)), default=None)
    if not is_coming_back(facts) or first is None:
        return []
    return [
        Expected(
            kind=ADJUSTMENT,
            period=one.thread,
            opens_on=min(_known_since(facts), first),
            due_on=first,
            role=role,
            person=one.person,
            subject=one.what,
            arithmetic=_first_in_words(began, planned),
            met_on=one.in_place_on,
        )
        for one in facts.adjustments
    ]


@cites("house/due-back")
def expected_first_day(facts: Facts, *, calendar: Calendar, role: str, on: date) -> list[Expected]:
    """Expect that somebody records the first day back: a planned return never fades away."""
    planned = planned_on(facts, calendar=calendar)
    if not facts.has_school or planned is None:
        return []
    return [
        Expected(
            kind=FIRST_DAY,
            period="first-day",
            opens_on=planned,
            due_on=planned,
            role=role,
            arithmetic="the planned first day back",
            met_on=facts.return_began_on,
        )
    ]


def _known_since(facts: Facts) -> date:
    """Since when the return is planned, as far as that is known."""
    days = (
        facts.ladder.written_on if facts.ladder else None,
        _decided_on(facts),
        facts.return_began_on,
    )
    return min(filter(None, days))


def _first_in_words(began: date | None, planned: date | None) -> str:
    if began and (planned is None or began < planned):
        return (
            "the day the child came back, sooner than planned"
            if planned
            else ("the day the child came back")
        )
    return "the planned first day back"
