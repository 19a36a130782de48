"""Whom to ring when something about a child worries an adult. The worry itself is never kept here."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import RoleName, TeamKind
from homeward.organisations.models import School, Team
from homeward.placements.codes import StaffPart
from homeward.placements.models import NamedAdult, Placement


@dataclass(frozen=True, slots=True)
class Lead:
    """A designated safeguarding lead. `phone` is empty where it is not recorded."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class WhomToRing:
    """The safeguarding leads, and where to ask for them: the school's office, or the team."""

    leads: tuple[Lead, ...]
    place: str
    place_phone: str
    place_mailbox: str


def whom_to_ring(access: Access, placement: Placement, *, on: date) -> WhomToRing:
    """The leads named on the placement, else those of the home school: at most three queries.

    A child without a school has the team of the authority that owns the placement.
    """
    named = _named(placement, on)
    if placement.home_school is None:
        team = placement.commissioner_team or _first_team(access, placement)
        place = team.name if team else placement.commissioner.name
        return WhomToRing(named, place, team.phone if team else "", team.mailbox if team else "")
    school = placement.home_school
    leads = named or tuple(
        Lead(one.name, one.phone)
        for one in organisations.with_roles(access, school.pk, [RoleName.DSL], on)
    )
    phone = School.objects.filter(organisation=school).values_list("telephone", flat=True).first()
    return WhomToRing(leads, school.name, phone or "", "")


def _named(placement: Placement, on: date) -> tuple[Lead, ...]:
    rows = NamedAdult.objects.filter(
        placement=placement, part=StaffPart.DSL, from_on__lte=on
    ).order_by("-from_on", "-id")
    return tuple(Lead(row.name, row.phone) for row in rows if row.to_on is None or row.to_on >= on)


def _first_team(access: Access, placement: Placement) -> Team | None:
    teams = organisations.teams(access, placement.keeper_id)
    own = [one for one in teams if one.kind == TeamKind.EXCLUSIONS]
    return next(iter(own or teams), None)
