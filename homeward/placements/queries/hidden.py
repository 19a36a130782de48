"""What each adult of a family may be told of a placement, and what no text of it may hold."""

from collections.abc import Iterator, Sequence
from datetime import date

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, School
from homeward.placements.models import Placement
from homeward.providers.models import Provider, Site
from homeward.pupils import queries as pupils
from homeward.pupils.models import FamilyAdult
from homeward.pupils.rules.hidden import KeptFrom


def kept_from(access: Access, placement: Placement, adult: FamilyAdult, *, on: date) -> KeptFrom:
    """What one adult may be told of a placement that the caller was given to read: five queries."""
    return kept_from_each(access, placement, on=on)[adult.pk]


def kept_from_each(
    access: Access,
    placement: Placement,
    *,
    adults: Sequence[FamilyAdult] | None = None,
    on: date,
) -> dict[int, KeptFrom]:
    """The same of every adult of the family, by their key: five queries for all of them.

    One less for a caller who has read all the `adults` already.

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
        school_places=list(_of_school(school)) if school else [],
        adults=adults,
    )


def _of_provider(provider: Provider) -> Iterator[str]:
    yield provider.phone
    for name, street, town, postcode in Site.objects.filter(provider=provider).values_list(
        "name", "street", "town", "postcode"
    ):
        yield _line(name, street, town, postcode)


def _of_school(organisation: Organisation) -> Iterator[str]:
    if found := registered(organisation):
        yield _line(found.street, found.locality, found.town, found.postcode)
        yield found.telephone


def registered(organisation: Organisation) -> School | None:
    """What the register says of a school: read once for each `organisation` that is in hand."""
    try:
        return organisation.school
    except School.DoesNotExist:
        return None


def _line(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
