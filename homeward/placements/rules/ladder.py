"""The return ladder: how long it lasts, where the child is on it, and what it asks on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.placements.codes import Audience, LadderMoveKind
from homeward.placements.rules.facts import Facts, LadderFact
from homeward.placements.rules.known import (
    dates_needed_in_words,
    day_in_words,
    known_school_days,
    known_school_weeks,
)
from homeward.reference.guidance import cites

LOOK = "placements.ladder-look"
LADDER_GAP = "placements.ladder-gap"
FULL_TIME = "placements.full-time"
FULL_TIME_OFFER = "placements.full-time-offer"

REASON, PARENT, AUTHORITY = "reason", "parent", "authority"
DAY = timedelta(days=1)

type Move = tuple[str, date, int]

_LEAVES_FULL_TIME = {
    LadderMoveKind.START,
    LadderMoveKind.ON,
    LadderMoveKind.BACK,
    LadderMoveKind.PAUSE,
    LadderMoveKind.RESUME,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the child is on the ladder: the step, counted from 1, and whether it rests."""

    position: int
    is_paused: bool = False
    full_time_on: date | None = None


def standing(moves: Sequence[Move], on: date) -> Standing:
    """Where the child is on a day, by what happened until then, the oldest first."""
    now = Standing(position=1)
    for kind, day, position in moves:
        if day > on:
            break
        if kind == LadderMoveKind.FULL_TIME:
            now = Standing(position=position, full_time_on=day)
        elif kind in _LEAVES_FULL_TIME:
            now = Standing(position=position, is_paused=kind == LadderMoveKind.PAUSE)
    return now


def full_time_since(facts: Facts, on: date) -> date | None:
    """Since when the child is full time; not at all where the return was taken back."""
    if facts.ladder is None or facts.return_began_on is None:
        return None
    return standing(facts.ladder.moves, on).full_time_on


def possible_moves(now: Standing, *, steps: int) -> list[LadderMoveKind]:
    """What can happen next, the likeliest first. A look is always possible."""
    if now.full_time_on:
        return [LadderMoveKind.STAY, LadderMoveKind.BACK, LadderMoveKind.PAUSE]
    if now.is_paused:
        return [LadderMoveKind.RESUME, LadderMoveKind.STAY, LadderMoveKind.FULL_TIME]
    found = [LadderMoveKind.STAY, LadderMoveKind.PAUSE, LadderMoveKind.FULL_TIME]
    if now.position > 1:
        found.insert(0, LadderMoveKind.BACK)
    if now.position < steps:
        found.insert(0, LadderMoveKind.ON)
    return found


def position_after(now: Standing, kind: str, *, steps: int) -> int:
    """The step on which the child is after a move."""
    if kind == LadderMoveKind.ON:
        return min(now.position + 1, max(steps, 1))
    if kind == LadderMoveKind.BACK and not now.full_time_on:
        return max(now.position - 1, 1)
    if kind == LadderMoveKind.FULL_TIME or (kind == LadderMoveKind.BACK and now.full_time_on):
        return max(steps, 1)
    return min(now.position, max(steps, 1))


@cites("local/part-time-six-weeks", "part-time/limits", "house/ladder-length")
def weeks_part_time(*, starts_on: date, full_time_on: date, calendar: Calendar) -> int:
    """The school weeks in which a ladder is part-time, as far as term dates are known (R-PT-01).

    A week counts with one school day before the day of full time.
    """
    if full_time_on <= starts_on:
        return 0
    return len(known_school_weeks(Period(starts_on, full_time_on - DAY), calendar))


def is_longer(ladder: LadderFact, *, calendar: Calendar, most_weeks: int) -> bool:
    """Whether a ladder lasts longer than the policy's weeks."""
    weeks = weeks_part_time(
        starts_on=ladder.starts_on, full_time_on=ladder.full_time_on, calendar=calendar
    )
    return weeks > most_weeks


@cites("house/ladder-length")
def expected_looks(
    facts: Facts, *, calendar: Calendar, every_weeks: int, role: str, on: date
) -> list[Expected]:
    """Expect a look at how it goes in each fortnight of a part-time return, none while it rests.

    Fortnights are counted from the day on which the child came back; one without a school day asks
    nothing. A look missed stays missed once the next was made.
    """
    ladder, began = facts.ladder, facts.return_began_on
    if ladder is None or began is None or not ladder.is_part_time or not facts.has_school:
        return []
    full = full_time_since(facts, on)
    ends = full or max(ladder.full_time_on, on + DAY)
    looks = [day for kind, day, _ in ladder.moves if kind != LadderMoveKind.START]
    found, starts, length = [], began, timedelta(weeks=every_weeks)
    while starts < ends:
        last = starts + length - DAY
        days = _asked(Period(starts, _until(last, starts, ladder)), ladder.moves, calendar)
        due_on = days[-1] if days else None
        if due_on or calendar.dates_needed(Period(starts, last)):
            found.append(_look(starts, last, due_on, looks, role))
        starts += length
    return found


def _until(last: date, starts: date, ladder: LadderFact) -> date:
    """The last day of a fortnight before full time, where full time falls into it."""
    is_within = starts < ladder.full_time_on <= last
    return ladder.full_time_on - DAY if is_within else last


def _asked(fortnight: Period, moves: Sequence[Move], calendar: Calendar) -> list[date]:
    """The school days of a fortnight on which the ladder does not rest."""
    return [
        day
        for day in known_school_days(fortnight, calendar)
        if not standing(moves, day - DAY).is_paused
    ]


def _look(
    starts: date, last: date, due_on: date | None, looks: Sequence[date], role: str
) -> Expected:
    met_on = min((day for day in looks if starts <= day <= last), default=None)
    later = min((day for day in looks if day > last), default=None)
    return Expected(
        kind=LOOK,
        period=starts.isoformat(),
        opens_on=starts,
        due_on=due_on,
        role=role,
        arithmetic=f"last school day of the fortnight from {day_in_words(starts)}"
        if due_on
        else dates_needed_in_words(starts),
        met_on=met_on,
        lapsed_on=None if met_on else later,
    )


@cites(
    "local/part-time-return", "local/part-time-six-weeks", "part-time/limits", "house/ladder-length"
)
def expected_ladder_gaps(
    facts: Facts, *, calendar: Calendar, most_weeks: int, role: str, on: date
) -> list[Expected]:
    """Expect what a part-time return needs before it begins: the parent's agreement, the authority
    told and told again each month, and over the policy's weeks the headteacher's reason (R-PT-01,
    L10, L11). A parent who said no is not asked again: full time is offered."""
    ladder = facts.ladder
    if ladder is None or not ladder.is_part_time or not facts.has_school:
        return []
    longer = is_longer(ladder, calendar=calendar, most_weeks=most_weeks)
    due_on = min(filter(None, (ladder.starts_on, facts.return_began_on)))
    opens_on = min(ladder.written_on, due_on)

    def asked(period: str, subject: str, met_on: date | None, by: str = role) -> Expected:
        return Expected(
            kind=LADDER_GAP,
            period=period,
            opens_on=opens_on,
            due_on=due_on,
            role=by,
            subject=subject,
            arithmetic="by the first day of the ladder",
            met_on=met_on,
        )

    found = []
    if longer:
        has_reason = ladder.written_on if ladder.has_reason_for_longer else None
        says = f"the headteacher’s reason for more than {most_weeks} weeks"
        found.append(asked(REASON, says, has_reason, RoleName.HEADTEACHER))
    if ladder.parent_agrees is not False:
        agreed = ladder.answered_on if ladder.parent_agrees else None
        found.append(asked(PARENT, "the parent’s answer", agreed))
    told = facts.told_days.get(Audience.AUTHORITY.value, ())
    first = min((day for day in told if not longer or day >= ladder.written_on), default=None)
    found.append(asked(AUTHORITY, "a word to the authority", first))
    found += _told_each_month(facts, ladder, told, role=role, on=on)
    full = full_time_since(facts, on)
    return [_over(one, full) for one in found]


def _told_each_month(
    facts: Facts, ladder: LadderFact, told: Sequence[date], *, role: str, on: date
) -> list[Expected]:
    """Each month of part-time after the first: the authority hears how it goes (L10)."""
    began = facts.return_began_on
    if began is None:
        return []
    ends = full_time_since(facts, on) or max(ladder.full_time_on, on + DAY)
    found, number = [], 1
    while (due_on := months_after(began, number)) < ends:
        since, until = months_after(began, number - 1), months_after(began, number + 1)
        found.append(
            Expected(
                kind=LADDER_GAP,
                period=f"{AUTHORITY}-{number + 1}",
                opens_on=since + DAY,
                due_on=due_on,
                role=role,
                subject=f"a word to the authority on month {number + 1}",
                arithmetic=f"a month after {day_in_words(since)}",
                met_on=min((day for day in told if since < day <= until), default=None),
            )
        )
        number += 1
    return found


def months_after(day: date, months: int) -> date:
    """The same day some months on; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - DAY).day))


@cites("part-time/limits")
def expected_full_time(facts: Facts, *, calendar: Calendar, role: str, on: date) -> list[Expected]:
    """Expect full time on the day that the ladder sets: part-time never runs on in silence."""
    ladder = facts.ladder
    if ladder is None or not ladder.is_part_time or not facts.has_school:
        return []
    due_on, arithmetic = _school_day(ladder.full_time_on, calendar, "the ladder’s last day is over")
    return [
        Expected(
            kind=FULL_TIME,
            period="full-time",
            opens_on=ladder.full_time_on,
            due_on=due_on,
            role=role,
            arithmetic=arithmetic,
            met_on=full_time_since(facts, on),
        )
    ]


@cites("local/part-time-return", "part-time/limits")
def expected_offer(facts: Facts, *, calendar: Calendar, role: str, on: date) -> list[Expected]:
    """Expect full time to be offered by the next school day, where a parent said no to part-time."""
    ladder = facts.ladder
    if ladder is None or not ladder.is_part_time or not facts.has_school:
        return []
    answered = ladder.answered_on
    if ladder.parent_agrees is not False or answered is None:
        return []
    if full_time_since(facts, on):
        return []
    said = f"the next school day after {day_in_words(answered)}"
    due_on, arithmetic = _school_day(answered + DAY, calendar, said)
    return [
        Expected(
            kind=FULL_TIME_OFFER,
            period="offer",
            opens_on=answered,
            due_on=due_on,
            role=role,
            arithmetic=arithmetic,
        )
    ]


def _school_day(day: date, calendar: Calendar, says: str) -> tuple[date | None, str]:
    try:
        return calendar.first_school_day_on_or_after(day), says
    except DatesNeeded as needed:
        return None, dates_needed_in_words(needed.after)


def _over(one: Expected, full: date | None) -> Expected:
    """What a ladder still missed when the child was full time asks nothing more."""
    is_open = full is not None and one.met_on is None
    return replace(one, lapsed_on=full) if is_open else one
