"""By when the school answers what a parent writes, and whose it is to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.family.codes import ReplyKind
from homeward.organisations.codes import RoleName
from homeward.placements.rules.known import dates_needed_in_words, day_in_words
from homeward.reference.guidance import cites

REPLY = "family.reply"
NOT_RIGHT = "family.not-right"
KINDS = frozenset({REPLY, NOT_RIGHT})

type Missing = Callable[[DatesNeeded], None]


@dataclass(frozen=True, slots=True)
class ReplyFact:
    """One thing a parent wrote, as the rules see it. `answered_by` names the first answer."""

    reference: str
    kind: str
    who: str
    said_on: date
    has_school: bool = True
    team: int | None = None
    answered_on: date | None = None
    answered_by: str = ""


@cites("house/family-answered", "reintegration/parents-told")
def expected_answer(
    fact: ReplyFact, *, calendar: Calendar, within: int, missing: Missing | None = None
) -> Expected:
    """Expect an answer of the AP lead within so many school days; the day of writing never counts."""
    due_on = None
    try:
        due_on = calendar.nth_school_day_after(fact.said_on, within)
        arithmetic = f"school day {within} after {day_in_words(fact.said_on)}"
    except DatesNeeded as needed:
        arithmetic = dates_needed_in_words(needed.after)
        if missing is not None:
            missing(needed)
    return Expected(
        kind=NOT_RIGHT if fact.kind == ReplyKind.NOT_RIGHT else REPLY,
        period=fact.reference,
        opens_on=fact.said_on,
        due_on=due_on,
        role=RoleName.AP_LEAD if fact.has_school else RoleName.EXCLUSIONS_OFFICER,
        team=None if fact.has_school else fact.team,
        subject=fact.who,
        arithmetic=arithmetic,
        met_on=fact.answered_on,
        met_by=fact.answered_by,
    )
