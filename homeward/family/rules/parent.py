"""What the parent's page says of places, days and steps: plain words, short sentences."""

from dataclasses import dataclass
from datetime import date

from homeward.placements.codes import Decision, Method, Outcome, Route, SpokeWith, StaffPart
from homeward.placements.rules.saying import near_day
from homeward.placements.rules.steps import LadderText, half_days_said
from homeward.reference.guidance import cites

PART_OF = {
    StaffPart.WEEKLY_CONTACT: "Speaks with {child} each week",
    StaffPart.COVER: "Speaks with {child} while somebody is away",
    StaffPart.RETURN_ADULT: "Helps {child} come back to school",
    StaffPart.KEY_WORKER: "Looks after {child} where {child} learns now",
    StaffPart.POST16_LEAD: "Helps plan what comes after Year 11",
    StaffPart.RECEIVING_ADULT: "Will look after {child} at the new place",
    StaffPart.DSL: "Ring if you worry that {child} is not safe",
}
"""What each adult is, in the order in which they stand on the page."""

_BY = {
    Method.IN_SCHOOL: "in school",
    Method.VISIT: "on a visit",
    Method.PHONE: "by phone",
    Method.VIDEO: "by video call",
    Method.LETTER: "by letter or card",
}
_LEADS = {
    Route.HOME_SCHOOL: "The plan is to come back to {school}.",
    Route.NEW_SCHOOL: "The plan is to go to a new school.",
    Route.LONG_TERM: "The plan is to go to a new place for longer.",
    Route.POST_16: "The plan is to go on to college, training or work.",
}
_DECIDED = {
    Decision.CONTINUE: "The meeting agreed to go on as planned.",
    Decision.CHANGE: "The meeting agreed to change the plan.",
    Decision.EXTEND: "The meeting agreed on a later last day.",
    Decision.RETURN: "The meeting agreed to start coming back to school.",
    Decision.MOVE: "The meeting agreed on a new place.",
    Decision.END: "The meeting agreed to end the time away.",
}
_ENDED = {
    Outcome.RETURNED: "{child} came back to school.",
    Outcome.MOVED: "{child} moved to a new place.",
    Outcome.POST_16: "{child} went on to college, training or work.",
    Outcome.NEXT_PLACEMENT: "{child} went on to another place.",
}


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that comes, on a day."""

    on: date
    says: str


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when a placement is meant to last, and how it stands."""

    starts_on: date | None
    ends_on: date | None
    ended_on: date | None = None
    return_began_on: date | None = None

    def has_ended(self, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on

    def is_to_come(self, on: date) -> bool:
        return self.starts_on is not None and self.starts_on > on


@cites("reintegration/parents-told")
def length_said(span: Span, on: date) -> str:
    """From when until when: "From Monday 2 November to Friday 11 December"."""
    last = span.ended_on if span.has_ended(on) else span.ends_on
    if span.starts_on is None or last is None:
        return "The school has not set the days yet."
    return f"From {near_day(span.starts_on, on)} to {near_day(last, on)}."


@cites("reintegration/parents-told")
def left_said(span: Span, on: date) -> str:
    """How long is left, in days."""
    if span.has_ended(on) or span.ends_on is None:
        return ""
    if span.is_to_come(on) and span.starts_on:
        return f"It starts in {_days((span.starts_on - on).days)}."
    left = (span.ends_on - on).days
    if left < 0:
        return "The last day is past. The school must say what comes next."
    return "Today is the last day." if left == 0 else f"{_days(left)} left."


def leads_said(route: str, school: str) -> str:
    """Where it leads; without a school's name where there is none to say."""
    if not route:
        return "The school has not said yet what comes after that."
    return _LEADS[Route(route)].format(school=school or "school")


def ended_said(outcome: str, child: str) -> str:
    """How it ended, in plain words."""
    fixed = _ENDED.get(Outcome(outcome)) if outcome else None
    return fixed.format(child=child) if fixed else "It has ended."


@cites("reintegration/plan-from-the-start")
def coming(
    span: Span, *, review_on: date | None, ladder: LadderText | None, on: date
) -> tuple[Dated, ...]:
    """What is next, the soonest first: nothing that is past, nothing after an ending."""
    if span.has_ended(on):
        return ()
    found = [
        (span.starts_on, "First day"),
        (review_on, "Meeting about how it goes. You are invited"),
        (span.ends_on, "Last planned day"),
    ]
    for number, step in enumerate(ladder.steps if ladder else (), start=1):
        days = half_days_said(step.at_school)
        found.append((step.from_on, f"Step {number} of coming back: at school {days}"))
    if ladder:
        found.append((ladder.full_time_on, "Back at school full time"))
    return tuple(
        sorted((Dated(day, says) for day, says in found if day and day >= on), key=_by_day)
    )


def contact_said(*, who: str, spoke_with: str, method: str, child: str) -> str:
    """Who spoke with whom, and how: one sentence."""
    by = _BY[Method(method)]
    if spoke_with == SpokeWith.CHILD:
        return f"{who} spoke with {child} {by}."
    if spoke_with == SpokeWith.PROVIDER:
        return f"{who} asked the people who teach {child} how it goes."
    return f"{who} tried to reach {child} {by}."


def review_said(decision: str) -> str:
    """What a meeting decided, in plain words."""
    return _DECIDED[Decision(decision)] if decision else "There was a meeting."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _by_day(one: Dated) -> date:
    return one.on
