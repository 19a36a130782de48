"""How placements are named on lines and lists: small rows, one query."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from homeward.organisations.access import Access
from homeward.placements.queries.visible import visible
from homeward.pupils.rules.names import known_name


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
        .values_list(
            "reference",
            "provider__organisation__name",
            "pupil__first_name",
            "pupil__last_name",
            "pupil__preferred_first_name",
            "pupil__preferred_last_name",
        )
    )
    return [Name(reference, known_name(*name), place or "") for reference, place, *name in rows]
