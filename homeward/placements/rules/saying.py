"""What the pages say after something was recorded, with days near today said short, never ambiguous."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.placements.codes import Half

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def near_day(day: date, today: date) -> str:
    """A day with its weekday, and with its year where that is another one.

    "Friday 4 December"; "Friday 5 March 2027" said in 2026.
    """
    said = f"{day:%A} {day.day} {day:%B}"
    return said if day.year == today.year else f"{said} {day.year}"


def when_said(day: date, today: date) -> str:
    """When something was said: "Today", "Earlier this week", "Last week", or on which day."""
    weeks = (_monday(today) - _monday(day)).days // 7
    if day == today:
        return "Today"
    if weeks == 0:
        return "Earlier this week"
    return "Last week" if weeks == 1 else f"On {near_day(day, today)}"


def is_same_week(day: date, other: date) -> bool:
    """Whether two days lie between the same Monday and Sunday."""
    return _monday(day) == _monday(other)


def week_said(half_days: Iterable[tuple[int, str]]) -> str:
    """A planned week in few words: "Monday to Friday", or "Monday, Tuesday morning"."""
    halves = defaultdict[int, set[str]](set)
    for weekday, half in half_days:
        halves[weekday].add(half)
    whole = [weekday for weekday, found in sorted(halves.items()) if len(found) == 2]
    if len(whole) == len(WEEKDAYS) == len(halves):
        return f"{WEEKDAYS[0]} to {WEEKDAYS[-1]}"
    return ", ".join(
        WEEKDAYS[weekday]
        + ("" if weekday in whole else " morning" if Half.AM in found else " afternoon")
        for weekday, found in sorted(halves.items())
    )


@dataclass(frozen=True, slots=True)
class Saved:
    """A contact that was just written down, corrected or taken back, and what is due now.

    `is_spoken_with` is whether the child was spoken with in the week of `made_on`, as it stands now;
    `due_on` the next day by which a contact is due, from today on.
    """

    child: str
    made_on: date
    is_taken_back: bool
    is_outside_running: bool
    is_spoken_with: bool
    due_on: date | None
    are_dates_needed: bool

    def says(self, word: str, today: date) -> list[str]:
        """The sentences to say, the first beginning with a word such as "Saved."."""
        sentences = [f"{word} {self._next(today) if self.is_spoken_with else self._open(today)}"]
        if self.is_outside_running and not self.is_taken_back:
            day = near_day(self.made_on, today)
            sentences.append(
                f"The placement does not run on {day}. The contact is kept, and marked so."
            )
        return sentences

    def _next(self, today: date) -> str:
        if self.due_on is not None:
            return f"{self.child}’s next contact is due by {near_day(self.due_on, today)}."
        if self.are_dates_needed:
            return f"Term dates are needed to say when {self.child}’s next contact is due."
        return "No further contact is due."

    def _open(self, today: date) -> str:
        is_this_week = is_same_week(self.made_on, today)
        if self.is_taken_back:
            week = "this week" if is_this_week else "in that week"
            said = f"{self.child} has now not been spoken with {week}."
        elif is_this_week:
            said = (
                "This does not count as this week’s contact: "
                f"{self.child} has not been spoken with yet."
            )
        else:
            said = f"This does not count as that week’s contact: {self.child} was not spoken with."
        if self.due_on is None:
            return said
        if self.due_on < today:
            return f"{said} A contact was due on {near_day(self.due_on, today)} and is still open."
        return f"{said} The contact is due by {near_day(self.due_on, today)}."


def next_review_said(due_on: date | None, today: date) -> str:
    """By when the review after this one is due, for the question that sets its day."""
    if due_on is None:
        return ""
    return f"One is due by {near_day(due_on, today)} at the latest. For example, 27 3 2027"


def ending_saved(
    child: str, ended_on: date | None, today: date, first_check_on: date | None
) -> list[str]:
    """That an ending was saved, what is no longer due, and when it is first asked whether it holds."""
    last = f" {child}’s last day was {near_day(ended_on, today)}." if ended_on else ""
    said = [f"Saved.{last} Nothing of the weeks after it is due any more."]
    if first_check_on:
        is_late = first_check_on < today
        verb = "was due on" if is_late else "is due by"
        said.append(f"The first look whether it holds {verb} {near_day(first_check_on, today)}.")
    return said


def check_saved(child: str, *, held_on: date | None, not_held_on: date | None) -> str:
    """That a check was answered, and what is known now."""
    if not_held_on:
        return f"Saved. It did not hold this time. What {child} needs next can begin today."
    return (
        f"Saved. It has held: {child} has arrived." if held_on else "Saved. Thank you for looking."
    )


def authority_check_saved(next_on: date | None, today: date) -> str:
    """That the authority's check was saved, and when it looks again."""
    if next_on is None:
        return "Saved. It is settled."
    return f"Saved. You look again on {near_day(next_on, today)}."


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
