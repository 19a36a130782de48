"""The adults of a child's page: who they are, how they are reached, and who reads what is written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.calendars.rules import Calendar
from homeward.due import queries as due
from homeward.family.queries.child_page import Person, WhoReads
from homeward.family.rules import child as rules
from homeward.family.rules.words import READ_FROM, READ_TO
from homeward.organisations.access import Access
from homeward.placements.codes import Route, StaffPart
from homeward.placements.models import NamedAdult, Placement
from homeward.placements.queries.people import named_adults, serving
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.placements.rules.plan import PlanText


def adults(
    access: Access, placement: Placement, text: PlanText, row: dict[str, Any], *, on: date
) -> list[NamedAdult]:
    """The adults who serve on the day and are the child's, in the order of their parts: one query."""
    order = {part.value: number for number, part in enumerate(rules.PART_OF)}
    found = serving(named_adults(access, placement), on)
    shown = (one for one in found if one.from_on <= on and _is_shown(one, text, row))
    return sorted(shown, key=lambda one: order[one.part])


def _is_shown(adult: NamedAdult, text: PlanText, row: dict[str, Any]) -> bool:
    """An adult for coming back only where the plan leads back; one at a new place once it said yes."""
    if adult.part == StaffPart.RETURN_ADULT:
        return text.route == Route.HOME_SCHOOL
    if adult.part == StaffPart.RECEIVING_ADULT:
        return rules.has_said_yes(row["answer"] or "")
    return True


def people(
    access: Access, placement: Placement, row: dict[str, Any], adults: Sequence[NamedAdult]
) -> tuple[Person, ...]:
    """Each adult once, with everything they are to the child, and how to reach them."""
    parts: dict[str, list[str]] = {}
    phones: dict[str, str] = {}
    asked_at: dict[str, str] = {}
    named = next((one.name for one in adults if one.part == StaffPart.WEEKLY_CONTACT), "my adult")
    provider = placement.provider.organisation.name if placement.provider else ""
    for one in adults:
        says = rules.PART_OF[StaffPart(one.part)].format(named=named, provider=provider)
        parts.setdefault(one.name, []).append(says)
        phones[one.name] = phones.get(one.name) or one.phone
        asked_at.setdefault(one.name, _where(one.part, provider, row) or _office(placement, row))
    if row["dsl_name"] and all(one.part != StaffPart.DSL for one in adults):
        parts.setdefault(row["dsl_name"], []).append(rules.PART_OF[StaffPart.DSL])
        phones.setdefault(row["dsl_name"], row["dsl_phone"])
    return tuple(
        Person(
            name=name,
            initials=rules.initials(name),
            part=" and ".join(says),
            phone=phones[name],
            ask_at="" if phones[name] else asked_at.get(name, _office(placement, row)),
        )
        for name, says in parts.items()
    )


def _where(part: str, provider: str, row: dict[str, Any]) -> str:
    """Where an adult works who is not at the home school."""
    return {
        StaffPart.KEY_WORKER.value: provider,
        StaffPart.RECEIVING_ADULT.value: row["receiving"] or "",
    }.get(part, "")


def _office(placement: Placement, row: dict[str, Any]) -> str:
    """Where to ask for an adult without a number of their own."""
    if placement.home_school is None:
        place, phone = row["team"] or placement.commissioner.name, row["team_phone"]
    else:
        place, phone = placement.home_school.name, row["school_phone"]
    return f"{place}, {phone}" if phone else place


def who_reads(
    access: Access,
    placement: Placement,
    row: dict[str, Any],
    adults: Sequence[NamedAdult],
    *,
    calendar: Calendar,
    on: date,
) -> WhoReads:
    """Who reads what the child writes, by when, and when they next talk: one query."""
    callers = [
        one.name for one in adults if one.part in {StaffPart.COVER, StaffPart.WEEKLY_CONTACT}
    ]
    lead = next((one.name for one in adults if one.part == StaffPart.DSL), row["dsl_name"])
    days = due.open_days(access, placement.reference, kind=WEEKLY_CONTACT, on=on)
    office = placement.home_school or placement.commissioner
    return WhoReads(
        name=callers[0] if callers else f"an adult at {office.name}",
        read_on=rules.read_on(calendar=calendar, is_worry=False, on=on),
        contact_on=min(
            (one.due_on for one in days if one.due_on and one.due_on >= on), default=None
        ),
        worry_to=lead or f"an adult at {office.name}",
        worry_on=rules.read_on(calendar=calendar, is_worry=True, on=on),
        hours=f"from {READ_FROM} to {READ_TO}",
    )
