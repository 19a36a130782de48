"""Who works where, in which role, and who was invited."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from homeward.organisations.access import Access
from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.models import Invitation, Membership, Organisation, Person, Team
from homeward.organisations.roles import ROLES, Role
from homeward.organisations.rules.people import digest, roles_at
from homeward.web.search import words

PLACES_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Member:
    """One role of one person, as the people page shows it."""

    reference: UUID
    person: int
    name: str
    email: str
    role: str
    team: str
    from_on: date


def kept_organisation(access: Access, reference: UUID | None = None) -> Organisation:
    """Answer an organisation whose people are kept by who asks; their own where none is named.

    Raises Http404 for all others.
    """
    kept = _kept_by(access)
    named = Q(pk=access.organisation) if reference is None else Q(reference=reference)
    found = kept.filter(named).select_related("authority").first()
    if found is None:
        raise Http404
    return found


def authority(access: Access, code: str) -> Organisation | None:
    """Answer the authority of a code, such as 312; None where there is none."""
    return Organisation.objects.filter(kind=OrganisationKind.AUTHORITY, code=code.zfill(3)).first()


def places(access: Access, text: str = "") -> list[Organisation]:
    """Answer organisations of the area whose names hold all words typed; none for other people."""
    if not access.is_authority or not text.strip():
        return []
    found = _kept_by(access)
    for word in words(text):
        found = found.filter(search_key__contains=word)
    return list(found.order_by("search_key", "pk")[:PLACES_SHOWN])


def members(access: Access, organisation: int, on: date) -> list[Member]:
    """Answer who works at an organisation on a day, by name; needs one query."""
    rows = (
        Membership.objects.filter(organisation__in=_seen_by(access), organisation_id=organisation)
        .filter(Q(to_on__isnull=True) | Q(to_on__gt=on), from_on__lte=on)
        .select_related("person", "team")
        .order_by("person__name", "pk")
    )
    return [
        Member(
            reference=row.reference,
            person=row.person_id,
            name=row.person.name,
            email=row.person.email,
            role=ROLES[row.role].says,
            team=row.team.name if row.team else "",
            from_on=row.from_on,
        )
        for row in rows
    ]


def with_roles(access: Access, organisation: int, roles: list[str], on: date) -> list[Person]:
    """Answer the people who hold one of the roles at an organisation on a day, by name."""
    return list(
        Person.objects.filter(
            Q(memberships__to_on__isnull=True) | Q(memberships__to_on__gt=on),
            memberships__organisation=organisation,
            memberships__role__in=roles,
            memberships__from_on__lte=on,
        )
        .order_by("name", "pk")
        .distinct()
    )


def open_invitations(access: Access, organisation: int) -> list[Invitation]:
    """Answer invitations that wait to be accepted, newest first."""
    waiting = _waiting().filter(organisation__in=_kept_by(access), organisation_id=organisation)
    return list(waiting.order_by("-pk"))


def membership(access: Access, reference: UUID) -> Membership:
    """Answer a membership that who asks may end. Raises Http404 for others."""
    return _one(
        Membership.objects.filter(
            organisation__in=_kept_by(access), reference=reference
        ).select_related("person", "organisation", "organisation__authority")
    )


def invitation(access: Access, reference: UUID) -> Invitation:
    """Answer an invitation that who asks may withdraw. Raises Http404 for others."""
    return _one(
        Invitation.objects.filter(
            organisation__in=_kept_by(access), reference=reference
        ).select_related("organisation", "organisation__authority")
    )


def invitation_by_token(access: Access, token: str) -> Invitation | None:
    """Answer the invitation of a link that can still be used; None for every other token."""
    return _waiting().filter(token_digest=digest(token)).first()


def waiting_invitation(access: Access, reference: UUID | str) -> Invitation | None:
    """Answer an invitation that can still be accepted, for the letter that carries its link."""
    return _waiting().filter(reference=reference).first()


def open_invitation_of(access: Access, email: str) -> Invitation | None:
    """Answer the newest invitation that waits for somebody of this address."""
    return _waiting().filter(email__iexact=email).order_by("-pk").first()


def person_at_work(access: Access, email: str, on: date) -> Person | None:
    """Answer the person of this address if they have a running role anywhere."""
    person = Person.objects.filter(email__iexact=email, is_active=True).first()
    if person is None or not is_at_work(access, email, on):
        return None
    return person


def is_at_work(access: Access, email: str, on: date) -> bool:
    """Whether somebody of this email address has a running role anywhere."""
    held = Membership.objects.filter(person__email__iexact=email, person__is_active=True)
    return any(one.runs_on(on) for one in held)


def roles_for(access: Access, organisation: Organisation) -> list[Role]:
    """Answer the roles that people can be invited to at an organisation."""
    return roles_at(organisation.kind)


def teams(access: Access, authority: int) -> list[Team]:
    """Answer the teams of an authority, by name. They are public: everybody may ask."""
    return list(Team.objects.filter(authority_id=authority).order_by("name"))


def team(access: Access, reference: UUID) -> Team:
    """Answer a team of the authority of who asks. Raises Http404 for others."""
    return _one(
        Team.objects.filter(authority=access.authority, reference=reference).select_related(
            "authority"
        )
    )


def demo_people(access: Access, emails: tuple[str, ...], on: date) -> list[tuple[Person, str]]:
    """Answer the people of the demonstration in the order given, each with what they are."""
    rows = Membership.objects.filter(person__email__in=emails).select_related(
        "person", "organisation"
    )
    found: dict[str, tuple[Person, str]] = {}
    for row in rows:
        if row.runs_on(on):
            says = f"{ROLES[row.role].says}, {row.organisation.name}"
            found.setdefault(row.person.email, (row.person, says))
    return [found[email] for email in emails if email in found]


def _seen_by(access: Access) -> QuerySet[Organisation]:
    if access.is_system:
        return Organisation.objects.filter(Q(authority=access.authority) | Q(pk=access.authority))
    own = Q(pk=access.organisation)
    return Organisation.objects.filter(
        own | Q(authority=access.organisation) if access.is_authority else own
    )


def _kept_by(access: Access) -> QuerySet[Organisation]:
    return _seen_by(access) if access.may(May.KEEP_PEOPLE) else Organisation.objects.none()


def _waiting() -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=timezone.now()
    ).select_related("organisation", "organisation__authority", "team", "invited_by")


def _one[Row: (Membership, Invitation, Team)](rows: QuerySet[Row]) -> Row:
    found = rows.first()
    if found is None:
        raise Http404
    return found
