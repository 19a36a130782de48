"""The page of one placement: everything a person needs to know, in at most fifteen queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.due import queries as due
from homeward.due.kinds import Described
from homeward.due.rules import AboutLines
from homeward.history import queries as history
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import StaffPart, Stage
from homeward.placements.models import Contact, NamedAdult, Placement
from homeward.placements.queries import people, plan, week
from homeward.placements.queries.facts import as_fact, bare_facts
from homeward.placements.queries.onward import Onward, onward
from homeward.placements.queries.plan import Version
from homeward.placements.queries.visible import visible
from homeward.placements.rules.contact import WEEKLY_CONTACT, Streak, contact_weeks, streak
from homeward.placements.rules.facts import Facts
from homeward.placements.rules.gate import PlannedSession, weekly_minutes
from homeward.placements.rules.journey import (
    Chain,
    Leg,
    LengthWarning,
    chain_of,
    chains,
    length_warnings,
)
from homeward.placements.rules.stage import days_left, stage
from homeward.providers import queries as providers
from homeward.providers.codes import StandingKind

TIMELINE = 12
RECENT = 3
LOOKED_THROUGH = 60
DRAFTING = frozenset(
    f"placement.{kind}"
    for kind in ("amended", "provider-chosen", "week-planned", "plan.written", "adult-named")
)

OF_FAMILY = (
    "family.",
    "links.",
    "placement.child-",
    "placement.message",
    "placement.note-",
    "placement.briefing.excused",
)
"""How what passes between school, family and teachers begins: the provider is not told of it."""


@dataclass(frozen=True, slots=True)
class JourneyLeg:
    """One placement of the child's journey, as the page lists it."""

    placement: Placement
    stage: Stage
    is_this: bool


@dataclass(frozen=True, slots=True)
class Journey:
    """The chain of placements that this one stands in, and what is said about its length."""

    legs: tuple[JourneyLeg, ...]
    chain: Chain | None
    warnings: tuple[LengthWarning, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What the page of a placement shows."""

    stage: Stage
    days_left: int | None
    school_days_left: int | None
    adults: tuple[NamedAdult, ...]
    contact_adult: NamedAdult | None
    cover: NamedAdult | None
    week: tuple[week.PlannedPlace, ...]
    weekly_hours: str
    plan: Version
    lines: AboutLines
    contacts: tuple[Contact, ...]
    streak: Streak
    journey: Journey
    onward: Onward
    parties: tuple[people.Sees, ...]
    timeline: tuple[Any, ...]
    policy: Policy

    def of(self, part: str) -> list[NamedAdult]:
        """The adults with one part, those who serve now."""
        return [adult for adult in self.adults if adult.part == part]


def record(access: Access, placement: Placement, *, on: date) -> RecordPage:
    """Read one placement's page."""
    contacts = _contacts(placement)
    facts = replace(bare_facts(access, placement), contacts=[as_fact(row) for row in contacts])
    policy = organisations.policy(access, placement.keeper_id, on)
    calendar = calendars.calendar_at(access, placement.home_school or placement.commissioner)
    adults = people.serving(people.named_adults(access, placement), on)
    planned = tuple(week.week(access, placement))
    named = _first(adults, StaffPart.WEEKLY_CONTACT, on)
    minutes = weekly_minutes(
        tuple(PlannedSession(one.weekday, one.half, one.minutes, True) for one in planned)
    )
    lines = due.lines_about(access, placement.reference, on, described=_described(placement))
    now = stage(facts, on)
    return RecordPage(
        stage=now,
        days_left=days_left(facts, on),
        school_days_left=_school_days_left(facts, calendar, on) if now != Stage.DRAFT else None,
        adults=tuple(adults),
        contact_adult=named,
        cover=_first(adults, StaffPart.COVER, on),
        week=week.by_place(planned),
        weekly_hours=f"{minutes / 60:g}",
        plan=plan.latest_text(access, placement),
        lines=lines if access.may(May.ANSWER_FAMILY) else _without_family(lines),
        contacts=tuple(contacts[-RECENT:][::-1]) if access.may(May.RECORD_CONTACT) else (),
        streak=_streak(facts, calendar, policy, named, lines, on),
        journey=journey(access, placement, calendar=calendar, policy=policy, on=on),
        onward=onward(access, placement, calendar=calendar, on=on),
        parties=tuple(people.who_sees(access, placement)),
        timeline=_timeline(access, placement),
        policy=policy,
    )


def _described(placement: Placement) -> Described:
    place = placement.provider.organisation.name if placement.provider else ""
    return Described(child=placement.pupil.name, place=place)


def _timeline(access: Access, placement: Placement) -> tuple[Any, ...]:
    """The newest facts: what was written while it was planned is left to the whole history."""
    entries = history.entries(access, placement.reference, limit=LOOKED_THROUGH)
    left_out = () if access.may(May.ANSWER_FAMILY) else OF_FAMILY
    return tuple(
        entry
        for entry in entries
        if entry.kind not in DRAFTING and not entry.kind.startswith(left_out)
    )[:TIMELINE]


def _without_family(lines: AboutLines) -> AboutLines:
    """The lines without what a parent or the child said, for whoever does not answer them."""
    now, coming, waived = (
        tuple(line for line in some if not line.kind.startswith(OF_FAMILY))
        for some in (lines.now, lines.coming, lines.waived)
    )
    return replace(lines, now=now, coming=coming, waived=waived)


def _contacts(placement: Placement) -> list[Contact]:
    """The contacts and attempts that stand, the newest last."""
    rows = Contact.objects.filter(placement=placement, corrections__isnull=True, is_withdrawn=False)
    return list(rows.order_by("made_on", "id"))


def journey(
    access: Access,
    placement: Placement,
    *,
    calendar: Calendar,
    policy: Policy,
    on: date,
    ends_on: date | None = None,
) -> Journey:
    """The chain in which a placement stands: two queries at most. Drafts are not measured.

    Every leg counts for the length; those that the person may not see are not listed. With
    `ends_on` it is the chain that another intended last day of this placement would make.
    """
    rows = list(
        Placement.objects.filter(journey=placement.journey_id)
        .annotate(is_seen=Exists(visible(access).filter(pk=OuterRef("pk"))))
        .select_related("provider__organisation")
        .order_by("starts_on", "id")
    )
    facts = {row.pk: bare_facts(access, row) for row in rows}
    if ends_on is not None:
        facts[placement.pk] = replace(facts[placement.pk], ends_on=ends_on)
    running = {row.pk: period for row in rows if (period := facts[row.pk].runs(on)) is not None}
    unagreed = [row.provider_id for row in rows if row.pk in running and not row.agreed_on]
    standings = providers.standings(access, filter(None, unagreed)) if unagreed else None
    legs = [
        Leg(str(row.reference), running[row.pk], _is_registered(row, running[row.pk], standings))
        for row in rows
        if row.pk in running
    ]
    found = chain_of(
        str(placement.reference),
        chains(legs, calendar=calendar, gap_school_days=policy.chain_gap_school_days),
    )
    return Journey(
        legs=tuple(
            JourneyLeg(row, stage(facts[row.pk], on), row.pk == placement.pk)
            for row in rows
            if row.is_seen
        ),
        chain=found,
        warnings=tuple(length_warnings(found, short_term_weeks=policy.short_term_weeks))
        if found
        else (),
    )


def _is_registered(
    row: Placement, runs: Period, standings: providers.Standings | None
) -> bool | None:
    """As written down when it was agreed; for a leg that was not, as the provider's record says."""
    if row.agreed_on or standings is None or row.provider_id is None:
        return row.is_registered_at_start
    standing = standings.on(row.provider_id, runs.starts_on).kind
    return None if standing == StandingKind.UNKNOWN else standing == StandingKind.REGISTERED


def _first(adults: Sequence[NamedAdult], part: StaffPart, on: date) -> NamedAdult | None:
    return next(
        (
            adult
            for adult in adults
            if adult.part == part and (part != StaffPart.COVER or adult.from_on <= on)
        ),
        None,
    )


def _school_days_left(facts: Facts, calendar: Calendar, on: date) -> int | None:
    if facts.ends_on is None or facts.ends_on < on or facts.ended_on:
        return None
    begins = facts.begins_on or on
    try:
        return len(calendar.school_days(Period(max(on, begins), facts.ends_on)))
    except DatesNeeded:
        return None


def _streak(
    facts: Facts,
    calendar: Calendar,
    policy: Policy,
    named: NamedAdult | None,
    lines: AboutLines,
    on: date,
) -> Streak:
    runs = facts.runs(on)
    waived = [line.period for line in lines.waived if line.kind == WEEKLY_CONTACT]
    weeks = (
        contact_weeks(runs=runs, calendar=calendar, first_within=policy.first_contact_school_days)[
            0
        ]
        if runs
        else []
    )
    return streak(
        facts, weeks=weeks, named=named.person_id if named else None, waived=waived, on=on
    )
