"""Joining an organisation in a role, and leaving it, at once and everywhere."""

from datetime import date

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from homeward.history.actions import record
from homeward.organisations import signals
from homeward.organisations.access import Access
from homeward.organisations.actions.allowed import must_fit, must_keep_people
from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.models import Membership, Organisation, Person, Team
from homeward.organisations.roles import ROLES, roles_with


class LastKeeper(Exception):
    """An organisation would be left without anybody who can invite people."""


@transaction.atomic
def join(
    person: Person,
    *,
    organisation: Organisation,
    role: str,
    by: Access,
    on: date,
    team: Team | None = None,
) -> Membership:
    """Give somebody a role from a day on. Held already, nothing changes.

    Raises PermissionDenied for a role of another kind of organisation.
    """
    must_fit(role, organisation)
    for held in Membership.objects.filter(person=person, organisation=organisation, role=role):
        if held.runs_on(on):
            return held
        if held.from_on == on:
            held.to_on, held.team = None, team
            held.save()
            return _joined(held, by=by, on=on)
    membership = Membership.objects.create(
        person=person, organisation=organisation, role=role, team=team, from_on=on
    )
    return _joined(membership, by=by, on=on)


@transaction.atomic
def end_membership(membership: Membership, *, on: date, by: Access) -> Membership:
    """End one role of one person: from `on` it gives nothing.

    Somebody without any running role is signed out everywhere at once. Ending it again changes
    nothing. Raises PermissionDenied for other organisations' people, and LastKeeper where nobody
    would be left to invite people.
    """
    organisation = membership.organisation
    must_keep_people(by, organisation)
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    membership.refresh_from_db()
    if not membership.runs_on(on) and membership.to_on is not None:
        return membership
    _must_leave_a_keeper(membership, on=on)
    membership.to_on = max(on, membership.from_on)
    membership.save(update_fields=["to_on"])
    record(
        keeper=organisation.area,
        about=membership.person.reference,
        kind="person.role.ended",
        summary=f"{membership.person.name} is no longer {_says(membership)}",
        by=by,
        on=on,
    )
    _cut_off(membership, on=on)
    return membership


def sign_out_everywhere(person: Person) -> int:
    """Delete the sessions of a person; answers how many. Sessions do not name their person."""
    theirs = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get("_auth_user_id") == str(person.pk)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0]


def _joined(membership: Membership, *, by: Access, on: date) -> Membership:
    record(
        keeper=membership.organisation.area,
        about=membership.person.reference,
        kind="person.role.given",
        summary=f"{membership.person.name} is {_says(membership)}",
        by=by,
        on=on,
    )
    return membership


def _says(membership: Membership) -> str:
    return f"{ROLES[membership.role].says} at {membership.organisation.name}"


def _must_leave_a_keeper(membership: Membership, *, on: date) -> None:
    keeping = [role.name for role in roles_with(May.KEEP_PEOPLE)]
    if membership.role not in keeping:
        return
    others = Membership.objects.filter(
        organisation_id=membership.organisation_id, role__in=keeping
    ).exclude(pk=membership.pk)
    if membership.organisation.kind == OrganisationKind.AUTHORITY and not any(
        other.runs_on(on) for other in others
    ):
        raise LastKeeper(
            f"{membership.organisation.name} would have nobody left who can invite people. "
            "Invite another administrator first."
        )


def _cut_off(membership: Membership, *, on: date) -> None:
    person = membership.person
    left = [one for one in Membership.objects.filter(person=person) if one.runs_on(on)]
    if not left:
        sign_out_everywhere(person)
    if not any(one.organisation_id == membership.organisation_id for one in left):
        signals.person_left.send(
            sender=Membership, person=person.pk, organisation=membership.organisation_id, on=on
        )
