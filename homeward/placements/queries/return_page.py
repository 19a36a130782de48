"""The page of a return: the mark with what is missing, the ladder, and where the child is on it."""

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.organisations.access import Access
from homeward.placements.codes import Audience, LadderMoveKind, StaffPart, Stage
from homeward.placements.models import NamedAdult, Placement
from homeward.placements.queries.coming_back import Known, known
from homeward.placements.rules.ladder import (
    Standing,
    is_longer,
    possible_moves,
    standing,
    weeks_part_time,
)
from homeward.placements.rules.prepared import PAGES, SchoolGap, briefed_on
from homeward.placements.rules.stage import stage
from homeward.placements.rules.steps import (
    LadderText,
    StepText,
    first_day_at_school,
    half_days_said,
    hours_said,
)
from homeward.reference.guidance import Passage, passage


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step as the page shows it. `begins_on` differs from `from_on` in a holiday.

    `first_at_school_on` is the first day on which it has a half day at school.
    """

    number: int
    from_on: date
    begins_on: date
    until_on: date
    first_at_school_on: date
    at_school: str
    at_provider: str
    school_hours: str
    provider_hours: str
    share: int
    looked_for: str
    met_by: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class ShownGap:
    """What the school misses, and the words it comes from."""

    gap: SchoolGap
    passage: Passage

    @property
    def page(self) -> str:
        """The name of the page on which it is closed."""
        return PAGES[self.gap.key][0]

    @property
    def more(self) -> dict[str, str]:
        """What else stands in its address."""
        return PAGES[self.gap.key][1]


@dataclass(frozen=True, slots=True)
class ReturnPage:
    """What the page of a return shows."""

    known: Known
    stage: Stage
    is_open: bool
    gaps: tuple[ShownGap, ...]
    steps: tuple[ShownStep, ...]
    now: Standing
    moves: tuple[LadderMoveKind, ...]
    weeks: int
    is_longer: bool
    briefed_on: date | None

    @property
    def is_part_time(self) -> bool:
        return bool(self.known.facts.ladder and self.known.facts.ladder.is_part_time)

    @property
    def full_time_hours(self) -> str:
        return hours_said(self.known.text.full_time_minutes) if self.known.text else ""

    @property
    def is_prepared(self) -> bool:
        return self.known.facts.prepared_on is not None and not self.gaps

    @property
    def is_reopened(self) -> bool:
        """Whether the mark was given, for a plan or a ladder that has changed since."""
        return self.known.facts.reopened_on is not None

    @property
    def agrees(self) -> bool | None:
        return self.known.facts.ladder.parent_agrees if self.known.facts.ladder else None

    @property
    def moves_said(self) -> dict[str, str]:
        """What each move means now."""
        return {
            LadderMoveKind.ON: f"On to step {self.now.position + 1}",
            LadderMoveKind.BACK: self._back_said,
            LadderMoveKind.STAY: "Stays as it is: we looked at how it goes",
            LadderMoveKind.PAUSE: "A pause: not at school for now",
            LadderMoveKind.RESUME: f"Taken up again, on step {self.now.position}",
            LadderMoveKind.FULL_TIME: "Full time at school",
        }

    @property
    def _back_said(self) -> str:
        step = len(self.steps) if self.now.full_time_on else self.now.position - 1
        return f"A step back, to step {step}"

    @property
    def next_step(self) -> ShownStep | None:
        """The step that comes next or is now; None where it is full time."""
        if self.known.facts.return_began_on:
            return next((step for step in self.steps if step.is_now), None)
        return self.steps[0] if self.steps else None

    @property
    def next_day(self) -> date | None:
        """The first day back, or the first day of the step that is now."""
        if self.known.facts.return_began_on:
            return self.next_step.first_at_school_on if self.next_step else self.now.full_time_on
        if self.next_step or self.known.planned_on is None:
            return self.next_step.first_at_school_on if self.next_step else None
        return school_day_from(self.known.planned_on, self.known.calendar)

    @property
    def adult_name(self) -> str:
        """The child's adult at school."""
        named = self.known.return_adult
        written = self.known.text.safe_adult if self.known.text else ""
        return written or (named.name if named else "")

    @property
    def whom_to_ring(self) -> NamedAdult | None:
        """The adult for the return, or else the one who speaks with the child each week."""
        parts = (StaffPart.RETURN_ADULT, StaffPart.WEEKLY_CONTACT)
        return next(
            (one for part in parts for one in self.known.adults if one.part == part and one.phone),
            None,
        )

    @property
    def told_authority_on(self) -> date | None:
        told = self.known.told(Audience.AUTHORITY)
        return told[-1].told_on if told else None


def return_page(access: Access, placement: Placement, *, on: date) -> ReturnPage:
    """Read the page of one return."""
    return as_shown(known(access, placement, on=on), placement, on=on)


def as_shown(found: Known, placement: Placement, *, on: date) -> ReturnPage:
    """What a page or a letter shows of what is known of a return."""
    fact = found.facts.ladder
    now = standing(fact.moves if fact else (), on)
    began = found.facts.return_began_on
    steps = shown_steps(found.text, found.calendar, now=now if began else None)
    most = found.policy.part_time_weeks
    return ReturnPage(
        known=found,
        stage=stage(found.facts, on),
        is_open=placement.ended_on is None and placement.home_school_id is not None,
        gaps=tuple(ShownGap(gap, passage(gap.passage)) for gap in found.gaps),
        steps=steps,
        now=now,
        moves=tuple(possible_moves(now, steps=len(steps))) if fact and began else (),
        weeks=weeks_part_time(
            starts_on=fact.starts_on, full_time_on=fact.full_time_on, calendar=found.calendar
        )
        if fact
        else 0,
        is_longer=bool(fact and is_longer(fact, calendar=found.calendar, most_weeks=most)),
        briefed_on=briefed_on(found.facts),
    )


def shown_steps(
    text: LadderText | None, calendar: Calendar, *, now: Standing | None
) -> tuple[ShownStep, ...]:
    """The steps with their weeks and hours; `now` is where the child is, where they are back."""
    if text is None or not text.steps:
        return ()
    ends = [step.from_on for step in text.steps[1:]] + [text.full_time_on]
    return tuple(
        ShownStep(
            number=number,
            from_on=step.from_on,
            begins_on=school_day_from(step.from_on, calendar),
            until_on=_last_day(until, calendar),
            first_at_school_on=_first_at_school(step, calendar),
            at_school=half_days_said(step.at_school),
            at_provider=half_days_said(step.at_provider),
            school_hours=hours_said(step.school_minutes),
            provider_hours=hours_said(step.provider_minutes),
            share=round(100 * step.school_minutes / text.full_time_minutes),
            looked_for=step.looked_for,
            met_by=step.met_by,
            is_now=now is not None
            and now.full_time_on is None
            and min(now.position, len(text.steps)) == number,
        )
        for number, (step, until) in enumerate(zip(text.steps, ends, strict=True), start=1)
    )


def school_day_from(day: date, calendar: Calendar) -> date:
    """The day itself, or the next school day where the school does not meet on it."""
    try:
        return calendar.first_school_day_on_or_after(day)
    except DatesNeeded:
        return day


def _last_day(until: date, calendar: Calendar) -> date:
    """The last school day before the next step begins."""
    try:
        return calendar.nth_school_day_before(until, 1)
    except DatesNeeded:
        return until - timedelta(days=1)


def _first_at_school(step: StepText, calendar: Calendar) -> date:
    """The first day of a step with a half day at school, holidays and closed days apart."""
    day = first_day_at_school(step, school_day_from(step.from_on, calendar))
    while (opens := school_day_from(day, calendar)) != day:
        day = first_day_at_school(step, opens)
    return day
