"""Which children somebody may read. Everything goes through `visible`."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.models import Organisation
from homeward.pupils.models import FamilyAdult, Household, Pupil, Shield
from homeward.pupils.visibility import opened_to


def visible(access: Access) -> "QuerySet[Pupil]":
    """Children of the person's school, of their authority, or opened to them by a placement.

    A provider has only the last; so has somebody who sees only what names them.
    """
    if access.organisation is None:
        return Pupil.objects.none()
    opened = opened_to(access)
    if not access.sees_all:
        return Pupil.objects.filter(opened)
    if access.is_authority or access.is_system:
        return Pupil.objects.filter(Q(keeper_id=access.organisation) | opened)
    if access.organisation_kind == OrganisationKind.SCHOOL:
        return Pupil.objects.filter(pk__in=_of_school(access.organisation, opened))
    return Pupil.objects.filter(opened)


def pupil(access: Access, reference: UUID) -> Pupil:
    """One child. Raises Http404 where there is none, or none for this person."""
    return _one(visible(access).select_related("home_school", "keeper"), reference)


def own_pupil(access: Access, reference: UUID) -> Pupil:
    """One child whose record the person may write: of their school, or kept by their authority.

    Raises Http404 for every other.
    """
    rows = Pupil.objects.filter(_own(access)).select_related("home_school", "keeper")
    return _one(rows, reference)


def is_own(access: Access, child: Pupil) -> bool:
    """Whether the person may write this child's record."""
    if not access.sees_all or not access.may(May.EDIT_PUPILS):
        return False
    if access.is_authority or access.is_system:
        return child.keeper_id == access.organisation
    return child.home_school_id == access.organisation


def sees_shields(access: Access, child: Pupil) -> bool:
    """Whether the person is shown addresses, and what is kept from whom: who writes the record, and
    the school's designated safeguarding lead."""
    if is_own(access, child):
        return True
    is_of_school = child.home_school_id == access.organisation
    return access.sees_all and is_of_school and access.may(May.READ_HISTORY)


def adult(access: Access, child: UUID, reference: UUID) -> FamilyAdult:
    """One adult of the family of a child whose record the person may write. Raises Http404."""
    rows = FamilyAdult.objects.filter(pupil__in=_written(access, child))
    return _one(rows.select_related("pupil", "household"), reference)


def household(access: Access, child: UUID, reference: UUID) -> Household:
    """One household, likewise. Raises Http404."""
    rows = Household.objects.filter(pupil__in=_written(access, child))
    return _one(rows.select_related("pupil"), reference)


def shield(access: Access, child: UUID, reference: UUID) -> Shield:
    """One shield, likewise. Raises Http404."""
    rows = Shield.objects.filter(pupil__in=_written(access, child))
    return _one(rows.select_related("pupil", "from_adult"), reference)


def keeper_of(access: Access) -> Organisation:
    """The authority that keeps records begun by this person. Raises Http404 without one."""
    found = Organisation.objects.filter(pk=access.authority).first() if access.authority else None
    if found is None:
        raise Http404
    return found


def own_school(access: Access) -> Organisation | None:
    """The school of the person; None for an officer of an authority."""
    if access.organisation is None or access.organisation_kind != OrganisationKind.SCHOOL:
        return None
    return Organisation.objects.filter(pk=access.organisation).first()


def school(access: Access, urn: str) -> Organisation | None:
    """An open school by its URN, for a move."""
    return Organisation.objects.filter(
        kind=OrganisationKind.SCHOOL, school__urn=urn, is_closed=False
    ).first()


def _own(access: Access) -> Q:
    nobody = Q(pk__in=())
    if access.organisation is None or not access.sees_all or not access.may(May.EDIT_PUPILS):
        return nobody
    if access.is_authority or access.is_system:
        return Q(keeper_id=access.organisation)
    return Q(home_school_id=access.organisation)


def _written(access: Access, child: UUID) -> "QuerySet[Pupil]":
    """This child, where the person may write the record; else nobody."""
    return Pupil.objects.filter(_own(access), reference=child)


def _of_school(school: int, opened: Q) -> "QuerySet[Pupil, int]":
    """Two short lists joined, so that neither is looked for in the whole table."""
    own = Pupil.objects.filter(home_school_id=school).values_list("pk", flat=True)
    return own.union(Pupil.objects.filter(opened).values_list("pk", flat=True))


def _one[Row: (Pupil, FamilyAdult, Household, Shield)](
    rows: "QuerySet[Row]", reference: UUID
) -> Row:
    found = rows.filter(reference=reference).first()
    if found is None:
        raise Http404
    return found
