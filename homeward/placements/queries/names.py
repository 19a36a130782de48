"""How placements are named on lines and lists: small rows, one query."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from homeward.organisations.access import Access
from homeward.placements.queries.visible import visible


@dataclass(frozen=True, slots=True)
class Name:
    """A placement by the child's name and the provider's."""

    reference: UUID
    child: str
    place: str


def names(access: Access, references: Collection[UUID]) -> list[Name]:
    """Name those of the placements that the person may see."""
    rows = (
        visible(access)
        .filter(reference__in=list(references))
        .select_related("pupil", "provider__organisation")
    )
    return [
        Name(
            reference=row.reference,
            child=row.pupil.name,
            place=row.provider.organisation.name if row.provider else "",
        )
        for row in rows
    ]
