"""What is due around the start: telling people, milestones, belonging, gaps of an urgent start."""

from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.placements.codes import Audience, Kind
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.known import dates_needed_in_words, day_in_words
from homeward.placements.rules.review import half_terms_due
from homeward.reference.guidance import cites

TELL = "placements.tell"
MILESTONE = "placements.milestone"
BELONGING = "placements.belonging"
START_GAP = "placements.start-gap"
DUE_BACK = "placements.due-back"

CONFIRMATION_GAPS = {"safeguarding", "safeguarding-in-writing"}


_TOLD = {
    Audience.PARENTS: "the parents or carers",
    Audience.CHILD: "the child",
    Audience.STAFF: "wider school staff",
}


@cites(
    "reintegration/parents-told",
    "reintegration/child-told",
    "reintegration/staff-told",
    "house/told-by-the-start",
)
def expected_tellings(facts: Facts, *, role: str, on: date) -> list[Expected]:
    """Expect parents, child and wider staff to be told by the first day (R08-R10).

    A child with no school yet has no wider staff to tell.
    """
    runs = facts.runs(on)
    if runs is None:
        return []
    audiences = [Audience.PARENTS, Audience.CHILD] + ([Audience.STAFF] if facts.has_school else [])
    opens_on = min(filter(None, (facts.agreed_on, facts.urgent_on, runs.starts_on)))
    return [
        Expected(
            kind=TELL,
            period=audience.value,
            opens_on=opens_on,
            due_on=runs.starts_on,
            role=role,
            subject=_TOLD[audience],
            arithmetic="by the first day",
            met_on=facts.told.get(audience.value),
        )
        for audience in audiences
    ]


@cites("reintegration/return-planned-from-the-start")
def expected_milestones(facts: Facts, *, role: str, on: date) -> list[Expected]:
    """Expect each dated step of the plan (R11). Steps after an ending fall away unless done."""
    runs = facts.runs(on)
    if runs is None:
        return []
    return [
        Expected(
            kind=MILESTONE,
            period=str(step.thread),
            opens_on=min(runs.starts_on, step.by_on),
            due_on=step.by_on,
            role=role,
            person=step.person,
            subject=step.what,
            arithmetic="the date in the plan",
            met_on=step.done_on,
        )
        for step in facts.milestones
        if facts.ended_on is None or step.by_on <= facts.ended_on or step.done_on
    ]


@cites("reintegration/still-a-pupil")
def expected_belonging(
    facts: Facts, *, calendar: Calendar, least_days: int, role: str, on: date
) -> list[Expected]:
    """Expect a look at belonging in each half term that counts for a review (R12).

    Only where there is a home school to belong to.
    """
    if not facts.has_school:
        return []
    return [
        Expected(
            kind=BELONGING,
            period=half_term.key,
            opens_on=half_term.opens_on,
            due_on=half_term.due_on,
            role=role,
            arithmetic=half_term.arithmetic,
            met_on=(met_on := half_term.met_on(facts.belonging_on)),
            lapsed_on=None if met_on else half_term.overtaken_on(facts.belonging_on),
        )
        for half_term in half_terms_due(facts, calendar=calendar, least_days=least_days, on=on)
    ]


@cites("house/urgent-start", "house/spoken-confirmation")
def expected_gaps(
    facts: Facts, *, calendar: Calendar, within: int, spoken_within: int, role: str, on: date
) -> list[Expected]:
    """Expect each gap of a start that was not agreed to be closed in a few school days.

    The count runs from the day the start was allowed or happened, whichever came first. A
    safeguarding confirmation in writing falls due sooner, spoken or not given at all. After an
    ending there is no agreement left to complete.
    """
    started_on = min(filter(None, (facts.urgent_on, facts.first_session_on)), default=None)
    if started_on is None or facts.agreed_on or facts.ended_on or facts.runs(on) is None:
        return []
    expected = []
    for gap in facts.gaps:
        count = spoken_within if gap.key in CONFIRMATION_GAPS else within
        try:
            due_on = calendar.nth_school_day_after(started_on, count)
            arithmetic = f"school day {count} after {day_in_words(started_on)}"
        except DatesNeeded as needed:
            due_on, arithmetic = None, dates_needed_in_words(needed.after)
        expected.append(
            Expected(
                kind=START_GAP,
                period=gap.key,
                opens_on=started_on,
                due_on=due_on,
                role=role,
                subject=gap.says,
                arithmetic=arithmetic,
            )
        )
    return expected


@cites("house/due-back")
def expected_decision(facts: Facts, *, role: str, on: date) -> list[Expected]:
    """Expect a decision by the intended end: a child is due back, never silently overrun.

    It is met when the child begins to come back, is at the new place, or left.
    """
    moved_on = facts.move.first_day_on if facts.move else None
    if facts.runs(on) is None or facts.ends_on is None:
        return []
    return [
        Expected(
            kind=DUE_BACK,
            period=facts.ends_on.isoformat(),
            opens_on=facts.ends_on,
            due_on=facts.ends_on,
            role=role,
            arithmetic="the intended last day"
            if facts.kind != Kind.KS4_TO_END
            else "the end of Year 11",
            met_on=min(
                filter(None, (facts.return_began_on, moved_on, facts.ended_on)), default=None
            ),
        )
    ]
