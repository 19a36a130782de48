"""Who can own an action of a review: people who sign in and may see the placement."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Membership, Person
from homeward.organisations.roles import ROLES, roles_with
from homeward.placements.models import NamedAdult, Placement


@dataclass(frozen=True, slots=True)
class Owner:
    """One of them: what the form sends, what a person reads, and who it is."""

    key: str
    says: str
    person: Person


def owners(access: Access, placement: Placement, *, on: date) -> tuple[Owner, ...]:
    """The people of the school, the authority and the provider, the school's first: two queries.

    Of those who see only what names them, only those that this placement names.
    """
    places = [placement.home_school_id or placement.commissioner_id, placement.keeper_id]
    if placement.provider is not None:
        places.append(placement.provider.organisation_id)
    serves = Q(to_on__isnull=True) | Q(to_on__gte=on)
    named = set(
        NamedAdult.objects.filter(
            serves, placement=placement, from_on__lte=on, person__isnull=False
        ).values_list("person_id", flat=True)
    )
    rows = (
        Membership.objects.filter(
            Q(to_on__isnull=True) | Q(to_on__gt=on),
            organisation__in=places,
            from_on__lte=on,
            role__in=[role.name for role in roles_with(May.READ_PLACEMENTS)],
            person__is_active=True,
        )
        .select_related("person", "organisation")
        .order_by("person__name", "id")
    )
    found: dict[int, Owner] = {}
    for row in sorted(rows, key=lambda row: places.index(row.organisation_id)):
        if ROLES[row.role].sees_all or row.person_id in named:
            says = f"{row.person.name}, {row.organisation.name}"
            found.setdefault(row.person_id, Owner(str(row.person.reference), says, row.person))
    return tuple(found.values())
