"""The authorities and schools that have term dates."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.calendars.models import TermDate
from homeward.calendars.queries.keeping import may_keep
from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.web.search import fold

_SHOWN = Q(kind__in=[OrganisationKind.AUTHORITY, OrganisationKind.SCHOOL])


def place(access: Access, reference: UUID) -> Organisation | None:
    """Answer the authority or school with this reference, with its authority, or None."""
    found = Organisation.objects.filter(_SHOWN, reference=reference)
    return found.select_related("authority").first()


def kept_place(access: Access, reference: UUID) -> Organisation | None:
    """Answer the authority or school with this reference whose dates this person keeps, or None."""
    found = place(access, reference)
    return found if found and may_keep(access, found) else None


def places(access: Access, references: Collection[UUID]) -> list[Organisation]:
    """Answer the authorities and schools with these references, in one query."""
    return list(Organisation.objects.filter(_SHOWN, reference__in=references))


def authorities(access: Access) -> list[Organisation]:
    """Answer the authorities that have term dates, and the person's own, by name."""
    with_dates = TermDate.objects.values("organisation")
    return list(
        Organisation.objects.filter(
            Q(pk__in=with_dates) | Q(pk=access.authority), kind=OrganisationKind.AUTHORITY
        ).order_by("search_key", "pk")
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


def organisations_called(access: Access, names: Collection[str]) -> dict[str, list[int]]:
    """Answer, for each name, the organisations meant: by URN, authority code or whole name.

    An authority comes before schools of the same name, an open school before closed ones. In one
    query; a name that nobody has is left out.
    """
    folded = {name: fold(name) for name in names if name.strip()}
    rows = Organisation.objects.filter(
        Q(code__in=folded, kind=OrganisationKind.AUTHORITY)
        | Q(school__urn__in=folded)
        | Q(search_key__in=set(folded.values()) - {""})
    ).values_list("pk", "kind", "code", "search_key", "is_closed", "school__urn")
    found: dict[str, list[tuple[int, int]]] = {}
    for key, kind, code, search_key, is_closed, urn in rows:
        is_authority = kind == OrganisationKind.AUTHORITY
        for name, fold_of_name in folded.items():
            if name == urn or (is_authority and name == code):
                found.setdefault(name, []).append((0, key))
            elif fold_of_name == search_key:
                found.setdefault(name, []).append((1 if is_authority else 2 + is_closed, key))
    return {name: _closest(ranked) for name, ranked in found.items()}


def _closest(ranked: list[tuple[int, int]]) -> list[int]:
    best = min(rank for rank, _ in ranked)
    return sorted(key for rank, key in ranked if rank == best)
