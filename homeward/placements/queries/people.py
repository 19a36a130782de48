"""The adults and the organisations of a placement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, Person
from homeward.organisations.roles import ROLES
from homeward.placements.codes import Part, StaffPart
from homeward.placements.models import NamedAdult, Party, Placement
from homeward.placements.queries.visible import NotVisible


@dataclass(frozen=True, slots=True)
class Sees:
    """An organisation that can see a placement, and as what."""

    name: str
    part: str
    from_on: date
    to_on: date | None


def named_adults(access: Access, placement: Placement) -> list[NamedAdult]:
    """Everybody ever named on a placement, those who serve now first: one query."""
    rows = NamedAdult.objects.filter(placement=placement).select_related("person")
    order = {part.value: number for number, part in enumerate(StaffPart)}
    return sorted(
        rows, key=lambda row: (row.to_on is not None, order[row.part], row.from_on, row.pk)
    )


def serving(adults: Sequence[NamedAdult], on: date) -> list[NamedAdult]:
    """Those who serve on a day or will."""
    return [adult for adult in adults if adult.to_on is None or adult.to_on >= on]


def named_adult(access: Access, placement: Placement, reference: UUID) -> NamedAdult:
    """One named adult of a placement. Raises NotVisible."""
    found = NamedAdult.objects.filter(placement=placement, reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def who_sees(access: Access, placement: Placement) -> list[Sees]:
    """Which organisations can see a placement: one query."""
    rows = Party.objects.filter(placement=placement).select_related("organisation")
    return [
        Sees(row.organisation.name, Part(row.part).label, row.from_on, row.to_on)
        for row in rows.order_by("id")
    ]


def people_to_name(access: Access, placement: Placement, *, on: date) -> list[Person]:
    """People who sign in and may be named: of the home school or the commissioner, and of the provider."""
    places: list[int] = [placement.home_school_id or placement.commissioner_id]
    if placement.provider is not None:
        provider: Organisation = placement.provider.organisation
        places.append(provider.pk)
    found: list[Person] = []
    for place in places:
        found += organisations.with_roles(access, place, list(ROLES), on)
    return found


def person_to_name(
    access: Access, placement: Placement, reference: str, *, on: date
) -> Person | None:
    """The person chosen from that list, or None where none was chosen."""
    people = people_to_name(access, placement, on=on)
    return next((one for one in people if str(one.reference) == reference), None)
