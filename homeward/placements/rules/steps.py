"""What a return ladder says, as values: one version is one immutable `LadderText`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.placements.codes import Half
from homeward.placements.rules.saying import WEEKDAYS

HALF_DAYS = tuple(f"{weekday}{half.value}" for weekday in range(len(WEEKDAYS)) for half in Half)
"""The half days of a week by name: "0am" is Monday morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepText:
    """One step: from which day, its half days at each place, and the minutes of a week."""

    from_on: date
    at_school: tuple[str, ...]
    at_provider: tuple[str, ...] = ()
    school_minutes: int
    provider_minutes: int = 0
    looked_for: str = ""
    met_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderText:
    """Everything one version of a ladder says. Without steps the child is full time from the first day."""

    full_time_on: date
    full_time_minutes: int
    steps: tuple[StepText, ...] = ()
    safe_place: str = ""
    safe_adult: str = ""
    step_back_rule: str = ""
    longer_because: str = ""

    @property
    def starts_on(self) -> date:
        return self.steps[0].from_on if self.steps else self.full_time_on


def problem(text: LadderText) -> str:
    """What a ladder cannot say, in a sentence: steps out of order, empty ones, two places at once."""
    for number, step in enumerate(text.steps, start=1):
        if not step.at_school:
            return f"Step {number}: choose at least one half day at school"
        if both := sorted(set(step.at_school) & set(step.at_provider)):
            return f"Step {number}: {both_said(both[0])}"
        if step.school_minutes > text.full_time_minutes:
            return f"Step {number}: enter no more hours than full time has"
    days = [*(step.from_on for step in text.steps), text.full_time_on]
    for number in range(1, len(days)):
        if days[number] <= days[number - 1]:
            what = "Full time" if number == len(text.steps) else f"Step {number + 1}"
            return f"{what} must begin after step {number}"
    return ""


def both_said(half_day: str) -> str:
    """That a half day is at two places at once."""
    said = half_day_said(half_day)
    return f"{said} is at school or at the provider, not both"


def half_day_said(half_day: str) -> str:
    """One half day in words: "Monday morning"."""
    return f"{WEEKDAYS[int(half_day[0])]} {Half(half_day[1:]).label.lower()}"


def half_days_said(half_days: Iterable[str]) -> str:
    """The half days of a week in few words: "Monday to Thursday, and Friday morning"."""
    found = set(half_days)
    days = range(len(WEEKDAYS))
    whole = [day for day in days if {f"{day}am", f"{day}pm"} <= found]
    parts = [_days_said(whole)] if whole else []
    for half in Half:
        some = [day for day in days if f"{day}{half.value}" in found and day not in whole]
        if some:
            word = half.label.lower() + ("s" if len(some) > 1 else "")
            parts.append(f"{_days_said(some)} {word}")
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _days_said(days: list[int]) -> str:
    """Days in few words: "Monday to Friday", "Tuesday and Thursday"."""
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{WEEKDAYS[days[0]]} to {WEEKDAYS[days[-1]]}"
    names = [WEEKDAYS[day] for day in days]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def first_day_at_school(step: StepText, from_on: date) -> date:
    """The first day on or after a day on which a step has a half day at school."""
    weekdays = {int(half_day[0]) for half_day in step.at_school}
    days = (from_on + timedelta(days=count) for count in range(7))
    return next((day for day in days if day.weekday() in weekdays), from_on)


def minutes_of(half_days: Iterable[str], full_time_minutes: int) -> int:
    """The minutes of some half days, each a tenth of a full week."""
    return round(len(tuple(half_days)) * full_time_minutes / len(HALF_DAYS))


def hours_said(minutes: int) -> str:
    """Minutes as hours: "6.5"."""
    return f"{round(minutes / 60, 1):g}"
