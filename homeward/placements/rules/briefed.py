"""Who has read the briefing, who is asked again, and what is due until everybody has.

It is about the school, never about the child: nobody waits at the gate for a teacher to read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from homeward.calendars.rules import Calendar, DatesNeeded
from homeward.due.rules import Expected
from homeward.placements.codes import BriefingFor
from homeward.placements.rules.facts import BriefingFact, Facts, TeacherFact
from homeward.reference.guidance import cites

READ = "placements.read-briefing"
UNREAD = "placements.unread-briefing"
KINDS = frozenset({READ, UNREAD})


@dataclass(frozen=True, slots=True)
class Reading:
    """How far one briefing has been read: by whom of those who teach the child now, and by whom not."""

    briefing: BriefingFact
    read: tuple[TeacherFact, ...]
    unread: tuple[TeacherFact, ...]

    @property
    def count(self) -> int:
        return len(self.read) + len(self.unread)

    @property
    def is_done(self) -> bool:
        """Everybody has read it, or the headteacher said why not."""
        return not self.unread or self.briefing.excused_on is not None

    @property
    def last_on(self) -> date | None:
        """The day on which the last of them read it, or it was said why not."""
        days = [self.briefing.read[one.key] for one in self.read]
        if self.unread:
            return self.briefing.excused_on
        return max(days, default=None)


def reading(facts: Facts, briefing_for: str) -> Reading | None:
    """How far a briefing has been read; None where none is out."""
    found = facts.briefings.get(briefing_for)
    if found is None:
        return None
    return Reading(
        found,
        read=tuple(one for one in facts.teachers if one.key in found.read),
        unread=tuple(one for one in facts.teachers if one.key not in found.read),
    )


def asked_now(facts: Facts) -> str:
    """Which briefing teachers are asked to read: that of the return, once it is out."""
    is_return = BriefingFor.RETURN.value in facts.briefings
    return BriefingFor.RETURN.value if is_return else BriefingFor.START.value


def said(found: Reading) -> str:
    """How far it has been read, in words: "1 of 14 teachers has not read it: Mr Tom Fell"."""
    left = len(found.unread)
    names = ", ".join(one.name for one in found.unread[:3])
    more = f" and {left - 3} more" if left > 3 else ""
    has = "teacher has" if found.count == 1 else ("teachers has" if left == 1 else "teachers have")
    return f"{left} of {found.count} {has} not read the briefing: {names}{more}."


@cites("house/briefing-read", "reintegration/staff-told")
def expected_reading(
    facts: Facts, *, calendar: Calendar, first_on: date | None, role: str, on: date
) -> list[Expected]:
    """Expect each named teacher to read the briefing by the day before (R10, R18).

    Who signs in has a line of their own. The lead has one for all of them, until a return has begun:
    from then on the gap of the school says the same.
    """
    briefing_for = asked_now(facts)
    found = reading(facts, briefing_for)
    if found is None or not found.count:
        return []
    before = None if first_on is None else day_before(first_on, calendar=calendar)
    excused_on = found.briefing.excused_on
    own = [
        _own_line(one, found.briefing, before, role, excused_on)
        for one in facts.teachers
        if one.person is not None
    ]
    is_back = briefing_for == BriefingFor.RETURN and facts.return_began_on is not None
    if is_back:
        return own
    opens_on = found.briefing.out_on
    due_on = max(opens_on, first_on or opens_on)
    line = Expected(
        kind=UNREAD,
        period=briefing_for,
        opens_on=opens_on,
        due_on=due_on,
        role=role,
        subject=said(found) if found.unread else "Every teacher has read the briefing.",
        arithmetic="the first day" if first_on else "the day on which it went out",
        met_on=found.last_on,
    )
    return [*own, line]


def _own_line(
    one: TeacherFact,
    briefing: BriefingFact,
    before: date | None,
    role: str,
    excused_on: date | None,
) -> Expected:
    opens_on = max(briefing.out_on, one.from_on)
    read_on = briefing.read.get(one.key)
    return Expected(
        kind=READ,
        period=f"{briefing.briefing_for}-{one.reference}",
        opens_on=opens_on,
        due_on=max(opens_on, before or opens_on),
        role=role,
        person=one.person,
        arithmetic="the school day before the first day" if before else "the day it went out",
        met_on=read_on,
        lapsed_on=excused_on if read_on is None else None,
    )


def day_before(first_on: date, *, calendar: Calendar) -> date | None:
    """The last school day before a first day; None where the dates are not loaded."""
    try:
        return calendar.nth_school_day_before(first_on, 1)
    except DatesNeeded:
        return None


@cites("house/briefing-read")
def asks_again(
    facts: Facts, *, calendar: Calendar, first_on: date | None, on: date
) -> Sequence[TeacherFact]:
    """Whom to ask again today: whoever has not read it, from the school day before the first day.

    On school days only. It ends when it is read, when the headteacher has said why not, and when the
    placement ends. Of a child who is back sooner, that day is the first.
    """
    found = reading(facts, asked_now(facts))
    if found is None or found.is_done or first_on is None or facts.ended_on:
        return ()
    try:
        if not calendar.is_school_day(on):
            return ()
    except DatesNeeded:
        return ()
    before = day_before(first_on, calendar=calendar) or first_on
    if on < before:
        return ()
    return tuple(one for one in found.unread if max(found.briefing.out_on, one.from_on) < on)
