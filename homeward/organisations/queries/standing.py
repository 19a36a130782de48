"""Who a signed-in person is today. Asked before there is an `access`: this is what makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Subquery

from homeward.organisations.access import NOBODY, Access
from homeward.organisations.models import Installation, Membership, Organisation, Person
from homeward.organisations.roles import ROLES


@dataclass(frozen=True, slots=True)
class Standing:
    """One person on one day: their access, where else they work, and how they signed in."""

    access: Access
    organisations: tuple[tuple[int, str], ...]
    on: date
    has_second_factor: bool
    is_demo: bool


def access_of(person: Person, chosen_organisation: int | None, on: date) -> Access:
    """Answer the access of a person on a day, at the organisation they chose or their first.

    Roles held at the same organisation count together. Somebody without a running membership
    is NOBODY, whatever was chosen.
    """
    return _access(person, _running(_memberships(person), on), chosen_organisation, on)


def standing(
    person: Person, chosen_organisation: int | None, day: Callable[[bool, date | None], date]
) -> Standing | None:
    """Answer the standing of a person in one query; None when no membership runs.

    `day` answers what day it is once it is known whether this is a demonstration, and of which day.
    """
    memberships = _memberships(person)
    if not memberships:
        return None
    is_demo = bool(vars(memberships[0])["in_demo"])
    has_second_factor = bool(vars(memberships[0])["second_factor"])
    on = day(is_demo, vars(memberships[0])["demo_today"])
    running = _running(memberships, on)
    if not running:
        return None
    return Standing(
        access=_access(person, running, chosen_organisation, on),
        organisations=tuple(
            {one.organisation_id: one.organisation.name for one in running}.items()
        ),
        on=on,
        has_second_factor=has_second_factor,
        is_demo=is_demo,
    )


def _memberships(person: Person) -> list[Membership]:
    second_factor = Authenticator.objects.filter(
        user_id=OuterRef("person_id"), type=Authenticator.Type.TOTP
    )
    demonstration = Installation.objects.filter(is_demo=True)
    return list(
        Membership.objects.filter(person=person)
        .select_related("organisation")
        .annotate(
            second_factor=Exists(second_factor),
            in_demo=Exists(demonstration),
            demo_today=Subquery(demonstration.values("demo_today")[:1]),
        )
        .order_by("pk")
    )


def _running(memberships: list[Membership], on: date) -> list[Membership]:
    return [one for one in memberships if one.runs_on(on)]


def _access(person: Person, running: list[Membership], chosen: int | None, on: date) -> Access:
    if not running or not person.is_active:
        return NOBODY
    places = {one.organisation_id: one.organisation for one in running}
    place: Organisation = places.get(chosen or 0) or running[0].organisation
    here = [one for one in running if one.organisation_id == place.pk]
    names = dict.fromkeys(one.role for one in here)
    return Access(
        person=person.pk,
        person_name=person.name,
        organisation=place.pk,
        organisation_name=place.name,
        organisation_kind=place.kind,
        authority=place.area,
        roles=tuple(ROLES[name] for name in names),
        team=next((one.team_id for one in here if one.team_id), None),
        on=on,
    )
