"""The page of one request."""

from dataclasses import dataclass
from datetime import date

from homeward.calendars import queries as calendars
from homeward.history import queries as history
from homeward.history.queries import ShownEntry
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation, Person
from homeward.organisations.roles import roles_with
from homeward.support.codes import State
from homeward.support.models import (
    Outcome,
    Ownership,
    Reply,
    RequestStep,
    SchoolAsked,
    SupportRequest,
)
from homeward.support.queries.facts import facts_of_many
from homeward.support.queries.visible import is_of_team
from homeward.support.rules.clock import Clock, clock
from homeward.support.rules.saying import Standing, sentence

FOUND = 20


@dataclass(frozen=True, slots=True)
class RequestPage:
    """What the page of a request shows."""

    state: State
    says: str
    is_team: bool
    clock: Clock | None
    owner: Ownership | None
    replies: tuple[Reply, ...]
    steps: tuple[RequestStep, ...]
    schools: tuple[SchoolAsked, ...]
    outcome: Outcome | None
    outcomes: tuple[Outcome, ...]
    timeline: tuple[ShownEntry, ...]

    @property
    def is_closed(self) -> bool:
        return self.outcome is not None


def record(access: Access, found: SupportRequest, *, on: date) -> RequestPage:
    """Read one request's page."""
    owners = _rows(Ownership, found, "person")
    replies = tuple(_rows(Reply, found, "written_by", "written_from"))
    outcomes = tuple(_rows(Outcome, found, "closed_by", "reopened_by"))
    held = next((one for one in owners if one.to_on is None), None)
    outcome = next((one for one in outcomes if one.reopened_on is None), None)
    facts = facts_of_many(access, [found], on=on)[found.pk]
    owner = held if facts.owner is not None else None
    schools = tuple(_rows(SchoolAsked, found, "school", "asked_by"))
    is_team = is_of_team(access)
    now = clock(
        facts,
        calendar=calendars.calendar(access, found.keeper_id),
        within=organisations.policy(access, found.keeper_id, on).support_answer_school_days,
        on=on,
    )
    standing = Standing(
        state=facts.state,
        team=found.team.name,
        school=found.asked_from.name,
        owner=owner.person.name if owner else "",
        due_on=now.due_on if now else None,
        written_on=replies[-1].written_on if replies else None,
        closed_on=outcome.closed_on if outcome else None,
        outcome=outcome.get_kind_display() if outcome else "",
        schools_waiting=sum(not one.answer for one in schools),
    )
    return RequestPage(
        state=facts.state,
        says=sentence(standing, on=on, is_team=is_team),
        is_team=is_team,
        clock=now,
        owner=owner,
        replies=replies,
        steps=tuple(_rows(RequestStep, found, "person")),
        schools=schools,
        outcome=outcome,
        outcomes=outcomes,
        timeline=tuple(history.entries(access, found.reference)),
    )


def officers(access: Access, found: SupportRequest, on: date) -> list[Person]:
    """The people of the authority who answer requests on a day, by name."""
    roles = [role.name.value for role in roles_with(May.ANSWER_REQUESTS)]
    return organisations.with_roles(access, found.keeper_id, roles, on)


def schools_to_ask(access: Access, found: SupportRequest, typed: str) -> list[Organisation]:
    """The open schools whose names hold every word typed, the one that asks left out."""
    schools = calendars.schools_called(access, typed, most=FOUND)
    return [one for one in schools if one.pk != found.asked_from_id]


def _rows[Row: (Ownership, Reply, RequestStep, SchoolAsked, Outcome)](
    model: type[Row], found: SupportRequest, *named: str
) -> list[Row]:
    return list(model.objects.filter(request=found).select_related(*named).order_by("pk"))
