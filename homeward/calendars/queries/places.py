"""The authorities and schools that have term dates."""

from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.web.search import fold

_SHOWN = Q(kind__in=[OrganisationKind.AUTHORITY, OrganisationKind.SCHOOL])


def place(access: Access, reference: UUID) -> Organisation | None:
    """Answer the authority or school with this reference, with its authority, or None."""
    found = Organisation.objects.filter(_SHOWN, reference=reference)
    return found.select_related("authority").first()


def authorities(access: Access) -> list[Organisation]:
    """Answer every authority, by name."""
    return list(
        Organisation.objects.filter(kind=OrganisationKind.AUTHORITY).order_by("search_key", "pk")
    )


def schools_called(access: Access, typed: str, *, most: int = 20) -> list[Organisation]:
    """Answer open schools whose names hold every word typed, by name, at most so many."""
    words = fold(typed).split()
    if not words:
        return []
    found: QuerySet[Organisation] = Organisation.objects.filter(
        kind=OrganisationKind.SCHOOL, is_closed=False
    )
    for word in words:
        found = found.filter(search_key__contains=word)
    return list(found.order_by("search_key", "pk")[:most])


def area_of(access: Access, organisation_id: int) -> frozenset[int]:
    """Answer an organisation and, where it is an authority, every organisation of its area."""
    concerned = Organisation.objects.filter(Q(pk=organisation_id) | Q(authority=organisation_id))
    return frozenset(concerned.values_list("pk", flat=True))
