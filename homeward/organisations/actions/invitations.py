"""Invitations: the only way in. A link is made when it is sent, and only its digest is kept."""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from homeward.history.actions import record
from homeward.jobs.actions import queue
from homeward.organisations.access import Access, system
from homeward.organisations.actions.allowed import must_fit, must_keep_people
from homeward.organisations.actions.membership import join
from homeward.organisations.codes import OrganisationKind, RoleName
from homeward.organisations.models import Invitation, Membership, Organisation, Person, Team
from homeward.organisations.roles import ROLES
from homeward.organisations.rules.people import INVITATION_DAYS, digest

SEND_INVITATION = "organisations.send_invitation"


class AlreadyMember(Exception):
    """The person holds this role here today."""


class InvitationGone(Exception):
    """The invitation was used, withdrawn or has expired."""


@transaction.atomic
def invite(
    email: str,
    *,
    name: str,
    organisation: Organisation,
    role: str,
    by: Access,
    on: date,
    team: Team | None = None,
    sends_mail: bool = True,
) -> Invitation:
    """Invite somebody to take a role, and queue the letter with the link.

    An invitation still open for the same role is withdrawn. Raises PermissionDenied for other
    organisations and roles, and AlreadyMember.
    """
    must_keep_people(by, organisation)
    must_fit(role, organisation)
    email = email.strip().lower()
    held = Membership.objects.filter(
        person__email__iexact=email, organisation=organisation, role=role
    )
    if any(one.runs_on(on) for one in held):
        raise AlreadyMember(f"{email} is {ROLES[role].says} here already.")
    now = timezone.now()
    _open(email).filter(organisation=organisation, role=role).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        email=email,
        name=name.strip(),
        organisation=organisation,
        team=team,
        role=role,
        token_digest=digest(secrets.token_urlsafe(32)),
        invited_by_id=by.person,
        invited_at=now,
        expires_at=now + timedelta(days=INVITATION_DAYS),
    )
    _note(invitation, "invited", f"Invited {invitation.name} as {ROLES[role].says}", by=by, on=on)
    if sends_mail:
        queue(SEND_INVITATION, {"invitation": str(invitation.reference)})
    return invitation


def new_link(invitation: Invitation) -> str:
    """Make the link of an invitation and answer its path. An earlier link stops working."""
    token = secrets.token_urlsafe(32)
    Invitation.objects.filter(pk=invitation.pk).update(token_digest=digest(token))
    return reverse("organisations:invitation", args=[token])


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Access, on: date) -> Invitation:
    """Take back an invitation; its link stops working. Raises InvitationGone where it was used."""
    must_keep_people(by, invitation.organisation)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at is not None:
        raise InvitationGone(f"{invitation.name} has accepted this invitation.")
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        _note(
            invitation, "withdrawn", f"Withdrew the invitation of {invitation.name}", by=by, on=on
        )
    return invitation


@transaction.atomic
def accept(
    invitation: Invitation, *, name: str = "", password: str | None = None, on: date
) -> Person:
    """Use an invitation once: make the person where they are new, and give them the role.

    Without a password somebody new can only sign in elsewhere. Raises InvitationGone.
    """
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organisation", "team")
        .get(pk=invitation.pk)
    )
    if not is_open(invitation):
        raise InvitationGone("This invitation cannot be used any more.")
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    person = _person(invitation, name=name, password=password)
    join(
        person,
        organisation=invitation.organisation,
        role=invitation.role,
        team=invitation.team,
        by=_themselves(person, invitation.organisation),
        on=on,
    )
    return person


def create_administrator(
    email: str, *, name: str, authority: Organisation, on: date
) -> tuple[Invitation, str]:
    """Invite the first administrator of a fresh installation.

    Answers the invitation and the path of its one-use link, to be handed over in person.
    """
    if authority.kind != OrganisationKind.AUTHORITY:
        raise ValueError(f"{authority.name} is not an authority.")
    invitation = invite(
        email,
        name=name,
        organisation=authority,
        role=RoleName.ADMINISTRATOR,
        by=system(authority.pk),
        on=on,
        sends_mail=False,
    )
    return invitation, new_link(invitation)


def is_open(invitation: Invitation) -> bool:
    """Whether the invitation can be accepted now."""
    return (
        invitation.accepted_at is None
        and invitation.withdrawn_at is None
        and invitation.expires_at > timezone.now()
    )


def _open(email: str) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        email__iexact=email, accepted_at__isnull=True, withdrawn_at__isnull=True
    )


def _person(invitation: Invitation, *, name: str, password: str | None) -> Person:
    person = Person.objects.filter(email__iexact=invitation.email).first()
    if person is None:
        return Person.objects.create_user(invitation.email, name or invitation.name, password)
    if name:
        person.name = name
    if password is not None:
        person.set_password(password)
    person.is_active = True
    person.save()
    return person


def _themselves(person: Person, organisation: Organisation) -> Access:
    return Access(
        person=person.pk,
        person_name=person.name,
        organisation=organisation.pk,
        organisation_name=organisation.name,
        organisation_kind=organisation.kind,
        authority=organisation.area,
    )


def _note(invitation: Invitation, what: str, summary: str, *, by: Access, on: date) -> None:
    record(
        keeper=invitation.organisation.area,
        about=invitation.reference,
        kind=f"invitation.{what}",
        summary=f"{summary} at {invitation.organisation.name}",
        by=by,
        on=on,
    )
