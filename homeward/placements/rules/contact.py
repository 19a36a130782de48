"""Weekly contact: the child hears from the home school in every school week."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homeward.calendars.rules import Calendar, DatesNeeded, Period, SchoolWeek
from homeward.due.rules import Expected
from homeward.placements.rules.facts import ContactFact, Facts
from homeward.placements.rules.known import (
    dates_needed_in_words,
    day_in_words,
    known_school_days,
    known_school_weeks,
)
from homeward.reference.guidance import cites

WEEKLY_CONTACT = "placements.weekly-contact"
LONG_AGO_DAYS = 11


@dataclass(frozen=True, slots=True)
class ContactWeek:
    """One school week of a placement: when its contact may be made, and by when it is due.

    A contact counts up to `counts_to`, which may be after `due_on`: late, but made. `due_on` is
    None where the count runs past the loaded term dates.
    """

    monday: date
    opens_on: date
    due_on: date | None
    counts_to: date
    is_first: bool
    arithmetic: str

    def met_by(self, contacts: Sequence[ContactFact]) -> ContactFact | None:
        """The first contact with the child that counts for this week."""
        return min(
            (
                contact
                for contact in contacts
                if contact.is_with_child and self.opens_on <= contact.made_on <= self.counts_to
            ),
            key=lambda made: (made.made_on, made.reference),
            default=None,
        )

    def overtaken_on(self, contacts: Sequence[ContactFact]) -> date | None:
        """The day after this week on which the child was spoken with again, or None.

        From then on a missed week asks nothing more: it stays missed, and cannot be made up.
        """
        later = (
            made.made_on
            for made in contacts
            if made.is_with_child and made.made_on > self.counts_to
        )
        return min(later, default=None)

    def since_in_words(self, contacts: Sequence[ContactFact]) -> str:
        """When the child was last spoken with before this week, where that is long ago."""
        earlier = [
            made.made_on for made in contacts if made.is_with_child and made.made_on < self.opens_on
        ]
        if not earlier:
            return "" if self.is_first else ", not spoken with yet"
        last = max(earlier)
        is_recent = (self.opens_on - last).days <= LONG_AGO_DAYS
        return "" if is_recent else f", last spoken with on {day_in_words(last)}"


@cites("reintegration/weekly-contact", "house/first-contact")
def contact_weeks(
    *, runs: Period, calendar: Calendar, first_within: int
) -> tuple[list[ContactWeek], date | None]:
    """List the school weeks in which the home school speaks with the child.

    A week counts when the placement runs on at least one of its school days, and is due by the
    last of those. A placement that starts after its week has begun has until the
    `first_within`-th school day after the start for its first contact; from then on each week
    stands for itself. The second value is the day after which term dates are needed, where they
    are not loaded for the whole run; the weeks that are known are listed all the same
    (R-UAP-07, R13).
    """
    needed = calendar.dates_needed(runs)
    found = known_school_weeks(runs, calendar)
    weeks = [_week(week) for week in found]
    if found and not calendar.dates_needed(Period(runs.starts_on, found[0].first_day)):
        weeks[0] = _first_week(found[0], runs.starts_on, calendar, first_within)
    return weeks, needed.after if needed else None


def _week(week: SchoolWeek) -> ContactWeek:
    return ContactWeek(
        monday=week.monday,
        opens_on=week.monday,
        due_on=week.last_day,
        counts_to=week.monday + timedelta(days=6),
        is_first=False,
        arithmetic=f"last school day of the week of {day_in_words(week.monday)}",
    )


def _first_week(
    week: SchoolWeek, starts_on: date, calendar: Calendar, first_within: int
) -> ContactWeek:
    usual = replace(_week(week), opens_on=max(starts_on, week.monday), is_first=True)
    if not _starts_mid_week(starts_on, week.monday, calendar):
        return usual
    try:
        nth = calendar.nth_school_day_after(starts_on, first_within)
    except DatesNeeded as needed:
        return replace(
            usual,
            due_on=None,
            counts_to=max(usual.counts_to, needed.after),
            arithmetic=dates_needed_in_words(needed.after),
        )
    return replace(
        usual,
        due_on=max(week.last_day, nth),
        counts_to=max(usual.counts_to, nth),
        arithmetic=f"school day {first_within} after the start on {day_in_words(starts_on)}",
    )


def _starts_mid_week(starts_on: date, monday: date, calendar: Calendar) -> bool:
    """Whether the week had already had a school day when the placement started."""
    if starts_on <= monday:
        return False
    return bool(known_school_days(Period(monday, starts_on - timedelta(days=1)), calendar))


def expected_contacts(
    facts: Facts,
    *,
    calendar: Calendar,
    first_within: int,
    role: str,
    on: date,
    lead_role: str = "",
) -> list[Expected]:
    """Expect one contact for each school week, of the adult who serves on the day it is due.

    Where nobody who works there is named for that day, it falls to whoever leads (`lead_role`).
    """
    runs = facts.runs(on)
    if runs is None:
        return []
    weeks, missing_after = contact_weeks(runs=runs, calendar=calendar, first_within=first_within)
    expected = []
    for week in weeks:
        met = week.met_by(facts.contacts)
        person = facts.contact_adult(week.due_on or week.opens_on)
        expected.append(
            Expected(
                kind=WEEKLY_CONTACT,
                period=week.monday.isoformat(),
                opens_on=week.opens_on,
                due_on=week.due_on,
                role=role if person else lead_role or role,
                person=person,
                subject=week.since_in_words(facts.contacts),
                arithmetic=week.arithmetic,
                met_on=met.made_on if met else None,
                met_by=met.reference if met else "",
                lapsed_on=None if met else week.overtaken_on(facts.contacts),
            )
        )
    if missing_after is not None:
        expected.append(
            Expected(
                kind=WEEKLY_CONTACT,
                period="dates-needed",
                opens_on=max(missing_after, runs.starts_on),
                due_on=None,
                role=lead_role or role,
                arithmetic=dates_needed_in_words(missing_after),
            )
        )
    return expected


@dataclass(frozen=True, slots=True)
class Streak:
    """How the weekly contact has gone: for the page and for the adult who keeps it up."""

    weeks_due: int
    weeks_kept: int
    in_a_row: int
    share_by_named_adult: int | None
    marks: tuple[tuple[date, str], ...]


@cites("reintegration/same-adult")
def streak(
    facts: Facts,
    *,
    weeks: Sequence[ContactWeek],
    named: int | None,
    on: date,
    waived: Collection[str] = (),
) -> Streak:
    """Count the weeks kept, those in a row up to now, and the per cent made by the named adult.

    A week whose due day has not come counts once it is kept, and never breaks the row. Nor does
    a week whose contact somebody waived; `waived` holds the periods of those.
    """
    marks: list[tuple[date, str]] = []
    row = 0
    for week in weeks:
        if week.opens_on > on:
            break
        is_kept = week.met_by(facts.contacts) is not None
        if is_kept:
            marks.append((week.monday, "kept"))
            row += 1
        elif week.monday.isoformat() in waived:
            marks.append((week.monday, "waived"))
        elif week.due_on is not None and week.due_on < on:
            marks.append((week.monday, "missed"))
            row = 0
        else:
            marks.append((week.monday, "open"))
    with_child = [contact for contact in facts.contacts if contact.is_with_child]
    share = None
    if with_child and named is not None:
        share = round(100 * sum(made.made_by == named for made in with_child) / len(with_child))
    return Streak(
        weeks_due=sum(mark in {"kept", "missed"} for _, mark in marks),
        weeks_kept=sum(mark == "kept" for _, mark in marks),
        in_a_row=row,
        share_by_named_adult=share,
        marks=tuple(marks),
    )
