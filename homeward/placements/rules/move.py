"""The move to a new school or long-term placement: as good as a return, and asked for like one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.placements.codes import Audience, MoveAnswerKind, MoveKind, Outcome
from homeward.placements.rules.facts import Facts, MoveFact, WaitFact
from homeward.placements.rules.known import (
    dates_needed_in_words,
    day_in_words,
    known_school_days,
)
from homeward.placements.rules.saying import near_day
from homeward.reference.guidance import cites

MOVE_ANSWER = "placements.move-answer"
MOVE_BRIEF = "placements.move-brief"
MOVE_ADULT = "placements.move-adult"
MOVE_FIRST_DAY = "placements.move-first-day"
WAITING = "placements.waiting"

KINDS = frozenset({MOVE_ANSWER, MOVE_BRIEF, MOVE_ADULT, MOVE_FIRST_DAY, WAITING})
PLACE_FOUND = frozenset({Outcome.RETURNED, Outcome.MOVED, Outcome.POST_16})
"""Endings with which a child who waited waits no longer."""

_NOWHERE_YET = frozenset({Outcome.NEXT_PLACEMENT, Outcome.OTHER})
_YES = frozenset({MoveAnswerKind.ACCEPTED, MoveAnswerKind.AMENDED})


@cites("house/move-answer", "house/move-prepared", "reintegration/success")
def expected_of_receiver(
    facts: Facts, *, calendar: Calendar, answer_within: int, on: date
) -> list[Expected]:
    """Expect an answer of the receiving school or provider, then what makes it ready for the child.

    All of it is due from the receiving organisation, from the day on which it joins. The answer is
    due so many school days of the home school's calendar later; the rest by the first day there.
    A receiving organisation that says no owes nothing more. A child who came without an answer is
    there all the same: what is missing is due that day.
    """
    move = facts.move
    if move is None or facts.runs(on) is None:
        return []
    asked = [_answer(move, calendar=calendar, within=answer_within)]
    if move.answer == MoveAnswerKind.DECLINED:
        return asked
    if move.answer in _YES or move.first_day_on:
        ready = _by_first_day(move, calendar=calendar, within=answer_within)
        asked += [
            replace(ready, kind=MOVE_ADULT, met_on=move.adult_on),
            replace(ready, kind=MOVE_BRIEF, met_on=facts.told.get(Audience.RECEIVING_STAFF.value)),
            replace(ready, kind=MOVE_FIRST_DAY, met_on=move.first_day_on),
        ]
    return asked


@cites("house/ready-and-waiting", "admissions/fair-access", "reintegration/success")
def expected_places(facts: Facts, *, calendar: Calendar, within: int, on: date) -> list[Expected]:
    """Expect the authority to find a place for a child who is ready and waits for one.

    Due so many school days after the wait began, from the officers of the authority that acts for
    the child. Waits that began on the same day are one.
    """
    if facts.runs(on) is None:
        return []
    begun = {wait.from_on: wait for wait in facts.waits}
    return [_place(facts, wait, calendar=calendar, within=within) for wait in begun.values()]


def goes_on(one: Expected, outcome: str) -> bool:
    """Whether something of a move or a wait is still due after the placement ended so.

    After a move the receiving side still prepares; after an ending that leads nowhere yet the child
    still waits. Every other ending leaves nothing to move to.
    """
    if one.kind == WAITING:
        return outcome in _NOWHERE_YET
    return one.kind in KINDS and (outcome == Outcome.MOVED or outcome in _NOWHERE_YET)


@cites("house/ready-and-waiting")
def waited(waits: Iterable[WaitFact], *, calendar: Calendar, on: date) -> int:
    """How many school days a child has been ready and waiting, the first and the last counted.

    Each day counts once, as far as term dates are loaded.
    """
    days: set[date] = set()
    for wait in waits:
        until = min(filter(None, (wait.to_on, on)))
        if wait.from_on <= until:
            days.update(known_school_days(Period(wait.from_on, until), calendar))
    return len(days)


@cites("moves/managed-move")
def withheld(*, kind: str, answer: str, consented_on: date | None) -> list[str]:
    """Why a move may not be called agreed yet, in sentences; nothing where it may.

    A managed move needs the parent's consent beside the receiving school's yes. What happens is
    recorded whatever is missing.
    """
    missing = []
    if kind == MoveKind.MANAGED_MOVE and consented_on is None:
        missing.append("The parent has not consented.")
    if answer not in _YES:
        missing.append(
            "The receiving school said no."
            if answer == MoveAnswerKind.DECLINED
            else "The receiving school has not said yes."
        )
    return missing


@cites("moves/managed-move")
def to_know(*, kind: str, has_ehc_plan: bool) -> list[str]:
    """What to know before a move is asked for; none of it stops anybody."""
    if not has_ehc_plan:
        return []
    if kind == MoveKind.MANAGED_MOVE:
        return [
            "There is an education, health and care plan: the authority amends it before a managed move."
        ]
    return [
        "There is an education, health and care plan: the authority names the school in it, so it"
        " amends the plan first."
    ]


def move_word(*, answer: str, first_day_on: date | None, is_withheld: bool) -> tuple[str, str]:
    """Where a move stands, as one word with its colour. *Agreed* is withheld while something is missing."""
    if answer == MoveAnswerKind.DECLINED:
        return "No", "orange"
    if not is_withheld:
        return ("There, and agreed", "green") if first_day_on else ("Agreed", "green")
    if first_day_on:
        return "There, not agreed", "orange"
    return ("Yes, not agreed yet", "blue") if answer else ("Asked", "yellow")


def move_says(
    *,
    child: str,
    place: str,
    proposed_on: date,
    answer: str,
    answered_on: date | None,
    starts_on: date | None,
    first_day_on: date | None,
    on: date,
) -> str:
    """Where a move stands, in a sentence or two."""
    if answered_on is None:
        said = f"{place} was asked on {near_day(proposed_on, on)} and has not answered yet."
    elif answer == MoveAnswerKind.DECLINED:
        said = f"{place} said no on {near_day(answered_on, on)}."
    else:
        is_amended = answer == MoveAnswerKind.AMENDED
        how = "with changes to the plan" if is_amended else "with the plan as it is"
        said = f"{place} said yes on {near_day(answered_on, on)}, {how}."
    if first_day_on:
        return f"{said} {child} has been there since {near_day(first_day_on, on)}."
    if starts_on and answer in _YES:
        return f"{said} The first day is meant to be {near_day(starts_on, on)}."
    return said


def _answer(move: MoveFact, *, calendar: Calendar, within: int) -> Expected:
    due_on, arithmetic = _counted(move.joins_on, within, calendar)
    return Expected(
        kind=MOVE_ANSWER,
        period=move.reference,
        opens_on=move.joins_on,
        due_on=due_on,
        role=_lead(move),
        owner=move.receiving,
        arithmetic=arithmetic,
        met_on=move.answered_on,
    )


def _by_first_day(move: MoveFact, *, calendar: Calendar, within: int) -> Expected:
    """Something due by the first day there, the real or the planned one, whichever comes first.

    Where no first day is set, as long after the yes as an answer may take.
    """
    opens_on = min(filter(None, (move.answered_on, move.first_day_on)))
    due_on: date | None = min(filter(None, (move.starts_on, move.first_day_on)), default=None)
    arithmetic = "by the first day there"
    if due_on is None:
        due_on, arithmetic = _counted(opens_on, within, calendar)
    return Expected(
        kind=MOVE_BRIEF,
        period=move.reference,
        opens_on=min(opens_on, due_on or opens_on),
        due_on=due_on,
        role=_lead(move),
        owner=move.receiving,
        arithmetic=arithmetic,
    )


def _place(facts: Facts, wait: WaitFact, *, calendar: Calendar, within: int) -> Expected:
    due_on, arithmetic = _counted(wait.from_on, within, calendar)
    return Expected(
        kind=WAITING,
        period=wait.from_on.isoformat(),
        opens_on=wait.from_on,
        due_on=due_on,
        role=RoleName.EXCLUSIONS_OFFICER,
        owner=facts.authority,
        subject=f"{wait.what_for}, ready and waiting since {day_in_words(wait.from_on)}",
        arithmetic=arithmetic,
        met_on=wait.to_on,
    )


def _counted(after: date, within: int, calendar: Calendar) -> tuple[date | None, str]:
    """So many school days after a day, and the sum in words; None where dates are needed."""
    try:
        due_on = calendar.nth_school_day_after(after, within)
    except DatesNeeded as needed:
        return None, dates_needed_in_words(needed.after)
    return due_on, f"school day {within} after {day_in_words(after)}"


def _lead(move: MoveFact) -> str:
    return RoleName.PROVIDER_MANAGER if move.is_provider else RoleName.AP_LEAD
