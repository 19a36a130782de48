"""What a child says on their own page: who reads it, by when, and what a parent may see of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.placements.rules.known import dates_needed_in_words, day_in_words
from homeward.reference.guidance import cites

WORDS = "family.words"
WORRY = "family.worry"
KINDS = frozenset({WORDS, WORRY})
READ_FROM, READ_TO = "8.30am", "4pm"
"""The hours of a school day at which what a child writes is read."""

type Missing = Callable[[DatesNeeded], None]


@dataclass(frozen=True, slots=True)
class WordsFact:
    """One thing a child said, as the rules see it.

    `placement` is the reference of the record in which it was said, `contact_adult` answers who makes
    the weekly contact on a day, `team` is the authority's where the child has no school. `heard_by`
    is the reference of the row that says it was read.
    """

    placement: str
    said_on: date
    is_worry: bool
    contact_adult: Callable[[date], int | None] = lambda day: None
    has_school: bool = True
    team: int | None = None
    heard_on: date | None = None
    heard_by: str = ""


@cites("house/family-answered", "reintegration/weekly-contact")
def expected_hearing(
    fact: WordsFact, *, calendar: Calendar, missing: Missing | None = None
) -> list[Expected]:
    """Expect one thing of what a child said: that it is read (R12, R14).

    Words go to the adult of the weekly contact by the next school day; a worry to the safeguarding
    lead on the same school day, or on the next one where it was said on a day without school.
    """
    due_on = None
    try:
        due_on, arithmetic = read_by(fact.said_on, is_worry=fact.is_worry, calendar=calendar)
    except DatesNeeded as needed:
        arithmetic = dates_needed_in_words(needed.after)
        if missing is not None:
            missing(needed)
    person = None if fact.is_worry else fact.contact_adult(due_on or fact.said_on)
    return [
        Expected(
            kind=WORRY if fact.is_worry else WORDS,
            period=fact.placement,
            opens_on=fact.said_on,
            due_on=due_on,
            role=_role(fact, person),
            person=person,
            team=fact.team,
            arithmetic=arithmetic,
            met_on=fact.heard_on,
            met_by=fact.heard_by,
        )
    ]


@cites("house/family-answered")
def read_by(said_on: date, *, is_worry: bool, calendar: Calendar) -> tuple[date, str]:
    """The day by which what a child said is read, and how it was counted. Raises DatesNeeded."""
    if not is_worry:
        day = calendar.nth_school_day_after(said_on, 1)
        return day, f"the next school day after {day_in_words(said_on)}"
    day = calendar.first_school_day_on_or_after(said_on)
    if day == said_on:
        return day, "the same school day"
    return day, f"the next school day, for {day_in_words(said_on)} is none"


def _role(fact: WordsFact, person: int | None) -> str:
    if not fact.has_school:
        return RoleName.EXCLUSIONS_OFFICER
    if fact.is_worry:
        return RoleName.DSL
    return RoleName.CONTACT_ADULT if person else RoleName.AP_LEAD
