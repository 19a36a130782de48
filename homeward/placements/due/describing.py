"""How a placement is named on a line of what is due, and where its buttons lead."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from homeward.due.kinds import Address, Described
from homeward.organisations.access import Access
from homeward.placements import queries

DESCRIBER = "placements"


def describe(access: Access, abouts: Collection[UUID]) -> Mapping[UUID, Described]:
    """Name the child, the provider and the page of each placement the person may see: one query."""
    return {
        row.reference: Described(
            child=row.child,
            place=row.place,
            url=reverse("placements:placement", args=[row.reference]),
        )
        for row in queries.names(access, abouts)
    }


def at(name: str) -> Address:
    """Lead to the one page of this name that a placement has."""
    return lambda about, period: reverse(f"placements:{name}", args=[about])


def of_each(name: str) -> Address:
    """Lead to the page of this name that each of its things has: the period says which."""
    return lambda about, period: reverse(f"placements:{name}", args=[about, period])
