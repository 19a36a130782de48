"""What each adult of a family may be told of a placement, and what no text of it may hold."""

from collections.abc import Iterator
from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.models import School
from homeward.placements.models import Placement
from homeward.providers.models import Provider, Site
from homeward.pupils import queries as pupils
from homeward.pupils.models import FamilyAdult
from homeward.pupils.rules.hidden import KeptFrom


def kept_from(access: Access, placement: Placement, adult: FamilyAdult, *, on: date) -> KeptFrom:
    """What one adult may be told of a placement that the caller was given to read: five queries."""
    return kept_from_each(access, placement, on=on)[adult.pk]


def kept_from_each(access: Access, placement: Placement, *, on: date) -> dict[int, KeptFrom]:
    """The same of every adult of the family, by their key: five queries for all of them.

    Kept by a shield are the home school and the provider, with every address and telephone of both.
    """
    school, provider = placement.home_school, placement.provider
    return pupils.kept_from_each(
        access,
        placement.pupil,
        on=on,
        school=school.name if school else "",
        provider=provider.organisation.name if provider else "",
        places=list(_of_provider(provider)) if provider else [],
        school_places=list(_of_school(school.pk)) if school else [],
    )


def _of_provider(provider: Provider) -> Iterator[str]:
    yield provider.phone
    for name, street, town, postcode in Site.objects.filter(provider=provider).values_list(
        "name", "street", "town", "postcode"
    ):
        yield _line(name, street, town, postcode)


def _of_school(key: int) -> Iterator[str]:
    found = School.objects.filter(organisation=key)
    rows = found.values_list("street", "locality", "town", "postcode", "telephone")
    for *address, telephone in rows:
        yield _line(*address)
        yield telephone


def _line(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
