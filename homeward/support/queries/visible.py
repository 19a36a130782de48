"""Which requests a person sees: the team's authority all of its own; a school those it made."""

from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements import queries as placements
from homeward.support.models import RequestStep, SchoolAsked, SupportRequest


def is_of_team(access: Access) -> bool:
    """Whether the person answers requests, rather than making them."""
    return access.may(May.ANSWER_REQUESTS)


def visible(access: Access) -> "QuerySet[SupportRequest]":
    """Every request that the person may see, in no order.

    Officers see those of their authority. At the school that asked, a request about a placement is
    seen with the placement, one about none by those who see all of the school's children, and by
    whoever asked.
    """
    if access.organisation is None or not access.may(May.READ_PLACEMENTS):
        return SupportRequest.objects.none()
    if is_of_team(access):
        return SupportRequest.objects.filter(keeper_id=access.organisation)
    general = Q(placement__isnull=True)
    if not access.sees_all:
        general &= Q(asked_by_id=access.person)
    about = Q(placement__in=placements.visible(access))
    return SupportRequest.objects.filter(general | about, asked_from_id=access.organisation)


def request(access: Access, reference: UUID) -> SupportRequest:
    """One request with the rows that every page of it names. Raises Http404."""
    return _first(_named(visible(access)).filter(reference=reference))


def answered_request(access: Access, reference: UUID) -> SupportRequest:
    """One request that is the person's team's to answer. Raises Http404."""
    if not is_of_team(access):
        raise Http404
    return request(access, reference)


def step(access: Access, reference: UUID) -> RequestStep:
    """One step of a request that is the person's team's to answer. Raises Http404."""
    rows = RequestStep.objects.filter(reference=reference, request__in=_answered(access))
    return _first(rows.select_related("person", "request__team", "request__placement__pupil"))


def school_asked(access: Access, reference: UUID) -> SchoolAsked:
    """One school that was asked, of a request that is the person's team's. Raises Http404."""
    rows = SchoolAsked.objects.filter(reference=reference, request__in=_answered(access))
    return _first(rows.select_related("school", "request__team", "request__placement__pupil"))


def _answered(access: Access) -> "QuerySet[SupportRequest]":
    return visible(access) if is_of_team(access) else SupportRequest.objects.none()


def _named(rows: "QuerySet[SupportRequest]") -> "QuerySet[SupportRequest]":
    return rows.select_related(
        "team",
        "keeper",
        "asked_by",
        "asked_from",
        "placement__pupil",
        "placement__provider__organisation",
    )


def _first[Row: Model](rows: "QuerySet[Row]") -> Row:
    found = rows.first()
    if found is None:
        raise Http404
    return found
