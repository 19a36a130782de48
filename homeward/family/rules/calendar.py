"""The days of a placement as a calendar holds them: fixed titles, without any name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.family.rules.shown import says
from homeward.placements.rules.steps import LadderText, first_day_at_school


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of the calendar feed."""

    key: str = says("What kind of day it is, and which")
    on: date = says("On which day")
    title: str = says("What is on that day, without any name")
    where: str = says("At which address")


def sessions(days: Iterable[date], planned: Mapping[int, Sequence[tuple[str, str]]]) -> list[Entry]:
    """A day for each school day on which something is planned; by weekday its halves and places."""
    found = []
    for day in days:
        halves = planned.get(day.weekday(), ())
        if not halves:
            continue
        names = {half for half, _ in halves}
        title = "Learning, morning" if names == {"am"} else "Learning, afternoon"
        places = list(dict.fromkeys(place for _, place in halves if place))
        found.append(
            Entry(
                f"day-{day.isoformat()}",
                day,
                "Learning, all day" if len(names) == 2 else title,
                "; ".join(places),
            )
        )
    return found


def milestones(
    *, review_on: date | None, ends_on: date | None, ladder: LadderText | None
) -> list[Entry]:
    """The meeting, the steps of a return and the last planned day."""
    found = []
    if review_on:
        found.append(Entry("meeting", review_on, "Meeting about how it goes", ""))
    for number, step in enumerate(ladder.steps if ladder else (), start=1):
        day = first_day_at_school(step, step.from_on)
        found.append(Entry(f"step-{number}", day, f"Step {number} of coming back to school", ""))
    if ladder:
        found.append(Entry("full-time", ladder.full_time_on, "Full time at school from today", ""))
    if ends_on:
        found.append(Entry("last-day", ends_on, "Last planned day", ""))
    return found
