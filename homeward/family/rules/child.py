"""What the child's page says of places, days, steps and people: plain words that presume no return."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.family.rules.words import read_by
from homeward.placements.codes import Half, MoveAnswerKind, Outcome, Route, StaffPart
from homeward.placements.rules.ladder import Standing
from homeward.placements.rules.saying import WEEKDAYS, near_day
from homeward.placements.rules.steps import LadderText, StepText, half_days_said
from homeward.reference.guidance import cites

SAFE_PLACE = "https://www.bbc.co.uk/weather"
"""Where *Exit this page* leads: a page that anybody may be looking at."""

PART_OF = {
    StaffPart.COVER: "talks with me while {named} is away",
    StaffPart.WEEKLY_CONTACT: "talks with me each week",
    StaffPart.RETURN_ADULT: "is my adult for coming back",
    StaffPart.RECEIVING_ADULT: "is my adult at my new place",
    StaffPart.KEY_WORKER: "is my key worker at {provider}",
    StaffPart.POST16_LEAD: "helps me plan what comes after Year 11",
    StaffPart.DSL: "helps when something worries me",
}
"""What each adult is to the child, in the order in which they stand on the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a child belongs, and where they are for now. Empty where there is none, or not known."""

    school: str
    provider: str
    team: str = ""
    route: str = ""
    outcome: str = ""
    destination: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None

    def has_ended(self, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on

    def is_to_come(self, on: date) -> bool:
        return self.starts_on is not None and self.starts_on > on


@cites("reintegration/still-a-pupil")
def belongs_said(place: Place, on: date) -> str:
    """Of which school the child is a pupil, in the child's own voice (R12)."""
    if place.has_ended(on) and place.destination:
        if place.outcome == Outcome.MOVED:
            return f"I am now at {place.destination}."
        if place.outcome == Outcome.POST_16:
            return f"I have gone on to {place.destination}."
    if not place.school:
        return f"I have no school place yet. {place.team} is looking for one with me."
    if place.has_ended(on):
        is_back = place.outcome == Outcome.RETURNED
        return f"I am {'back at' if is_back else 'a pupil of'} {place.school}."
    return f"I am still a pupil of {place.school}."


def learns_said(place: Place, on: date) -> str:
    """Where the child learns, from when until when."""
    if not place.provider:
        return ""
    first = near_day(place.starts_on, on) if place.starts_on else ""
    if place.has_ended(on) and place.ended_on:
        return f"I was at {place.provider} until {near_day(place.ended_on, on)}."
    last = near_day(place.ends_on, on) if place.ends_on else ""
    if place.is_to_come(on):
        until = f" It is planned until {last}." if last else ""
        return f"From {first} I learn at {place.provider}.{until}"
    return f"I learn at {place.provider} now." + (f" I began on {first}." if first else "")


@dataclass(frozen=True, slots=True)
class DaysLeft:
    """How long it lasts still: the figure with its noun, and what it means. Past the end, no figure."""

    figure: str
    says: str
    is_past: bool = False


def days_left(place: Place, *, calendar: Calendar, whom: str, on: date) -> DaysLeft | None:
    """How many school days and weeks are left, today among them. None where it has ended.

    Past the end it says honestly that the child was not told what comes next, and whom to ask.
    """
    if place.has_ended(on):
        return None
    if place.ends_on is None:
        return DaysLeft("", f"There is no last day yet. Ask {whom} about it.")
    if place.ends_on < on:
        was = near_day(place.ends_on, on)
        honest = "We have not told you yet what comes next."
        return DaysLeft("", f"The last planned day was {was}. {honest} Ask {whom}.", is_past=True)
    last = near_day(place.ends_on, on)
    if place.ends_on == on:
        return DaysLeft("Today", "is the last planned day.")
    begins = max(on, place.starts_on or on)
    try:
        period = Period(begins, place.ends_on)
        days, weeks = len(calendar.school_days(period)), len(calendar.school_weeks(period))
    except DatesNeeded:
        return DaysLeft("", f"The last planned day is {last}.")
    if place.is_to_come(on):
        return DaysLeft(_many(days, "school day"), f"are planned, until {last}.")
    more = f" That is {_many(weeks, 'week')}." if weeks > 1 else ""
    verb = "is" if days == 1 else "are"
    return DaysLeft(_many(days, "school day"), f"{verb} left, until {last}.{more}")


def aim_said(route: str, destination: str, target_on: date | None, on: date) -> str:
    """Where the plan leads and by when, in the words of its route. Nothing where none is chosen."""
    if not route:
        return ""
    by = f" by {near_day(target_on, on)}" if target_on else ""
    if route == Route.HOME_SCHOOL:
        return f"We plan for you to be back at school{by}. You may come back sooner."
    to = {
        Route.NEW_SCHOOL: "a new school",
        Route.LONG_TERM: "a new place to learn",
        Route.POST_16: "college, training or work with study",
    }[Route(route)]
    return f"We plan for you to start at {destination or to}{by}."


@dataclass(frozen=True, slots=True)
class StepSaid:
    """One step: what happens, when, and whether it is done, now, next, or still to come."""

    says: str
    when: str
    state: str


DONE, NOW, NEXT, ON_HOLD, LATER = "done", "now", "next", "on hold", ""


def ladder_said(text: LadderText, *, standing: Standing | None, on: date) -> list[StepSaid]:
    """The steps back to school, each with its days; where the child is on them, and the next one."""
    at = standing.position if standing else 0
    is_full = bool(standing and standing.full_time_on)
    found = []
    for number, step in enumerate(text.steps, start=1):
        state = DONE if is_full or number < at else NOW if number == at else LATER
        if state == NOW and standing and standing.is_paused:
            state = ON_HOLD
        found.append(StepSaid(_at_school(step), f"From {near_day(step.from_on, on)}", state))
    full = near_day(text.full_time_on, on)
    found.append(StepSaid("At school full time", f"From {full}", NOW if is_full else LATER))
    return found


def week_coming_back(text: LadderText, now: Standing, place: Place) -> dict[tuple[int, str], str]:
    """Where the child is each half day on their step: at school, or still at the provider."""
    if now.full_time_on or not text.steps:
        return {(day, half): place.school for day in range(len(WEEKDAYS)) for half in Half}
    step = text.steps[min(now.position, len(text.steps)) - 1]
    found = {(int(one[0]), one[1:]): place.school for one in step.at_school}
    return found | {(int(one[0]), one[1:]): place.provider for one in step.at_provider}


def _at_school(step: StepText) -> str:
    met = f". {step.met_by} meets me" if step.met_by else ""
    return f"At school: {half_days_said(step.at_school)}{met}"


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step of the plan with its day, and when it was done."""

    what: str
    who: str
    by_on: date
    done_on: date | None


def milestones_said(steps: Sequence[DatedStep], on: date) -> list[StepSaid]:
    """The dated steps of the plan, in the order of their days."""
    return [
        StepSaid(
            one.what + (f" ({one.who})" if one.who else ""),
            _by_when(one, on),
            DONE if one.done_on else LATER,
        )
        for one in sorted(steps, key=lambda one: one.by_on)
    ]


def _by_when(step: DatedStep, on: date) -> str:
    if step.done_on:
        return f"Done on {near_day(step.done_on, on)}"
    if step.by_on < on:
        return f"It was planned by {near_day(step.by_on, on)}. You can ask about it."
    return f"By {near_day(step.by_on, on)}"


def has_said_yes(answer: str) -> bool:
    """Whether the place that was asked takes the child."""
    return answer in {MoveAnswerKind.ACCEPTED, MoveAnswerKind.AMENDED}


def move_said(
    receiving: str, *, answer: str, starts_on: date | None, first_day_on: date | None, on: date
) -> list[StepSaid]:
    """The dates of a move. A place is named only once it has said yes."""
    if first_day_on is not None and first_day_on <= on:
        return [StepSaid(f"My first day at {receiving}", near_day(first_day_on, on), DONE)]
    if not has_said_yes(answer):
        is_open = answer != MoveAnswerKind.DECLINED
        says = "We have asked a place for me and wait for the answer" if is_open else ""
        return [StepSaid(says or "We are looking for a place for me", "No day yet", NEXT)]
    day = first_day_on or starts_on
    when = near_day(day, on) if day else "No day yet"
    return [
        StepSaid(f"{receiving} has said yes", "Done", DONE),
        StepSaid(f"My first day at {receiving}", when, NEXT),
    ]


def with_next(steps: Sequence[StepSaid]) -> list[StepSaid]:
    """The steps with the first open one named as the next, unless one already is."""
    if any(one.state == NEXT for one in steps):
        return list(steps)
    found, is_named = [], False
    for one in steps:
        if one.state == LATER and not is_named:
            found.append(StepSaid(one.says, one.when, NEXT))
            is_named = True
        else:
            found.append(one)
    return found


def read_on(*, calendar: Calendar, is_worry: bool, on: date) -> date | None:
    """The school day by which what is written today is read; None where term dates are missing."""
    try:
        return read_by(on, is_worry=is_worry, calendar=calendar)[0]
    except DatesNeeded:
        return None


def half_day_said(place: str, minutes: int) -> str:
    """Where a half day is spent and for how long: "The Boathouse, 2.5 hours"."""
    hours = f"{minutes / 60:.2g}"
    return f"{place}, {'1 hour' if hours == '1' else f'{hours} hours'}"


@dataclass(frozen=True, slots=True)
class Days:
    """Days that follow one another and are alike: "Monday to Friday"."""

    name: str
    morning: str
    afternoon: str


def week_said(planned: Mapping[tuple[int, str], str]) -> list[Days]:
    """A week in as few lines as say where the child is each morning and each afternoon."""
    runs: list[tuple[list[int], str, str]] = []
    for day in range(len(WEEKDAYS)):
        halves = planned.get((day, Half.AM), ""), planned.get((day, Half.PM), "")
        if not any(halves):
            continue
        if runs and runs[-1][0][-1] == day - 1 and runs[-1][1:] == halves:
            runs[-1][0].append(day)
        else:
            runs.append(([day], *halves))
    return [Days(_run_said(days), morning, afternoon) for days, morning, afternoon in runs]


def _run_said(days: Sequence[int]) -> str:
    first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
    if len(days) == 1:
        return first
    return f"{first} {'and' if len(days) == 2 else 'to'} {last}"


def initials(name: str) -> str:
    """Two letters for the circle beside a name: those of the first and the last word."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(
        word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words)
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
