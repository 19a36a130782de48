"""What no text on a child's page may hold: it may lie on a kitchen table."""

from datetime import date

from homeward.organisations.access import Access
from homeward.pupils.models import FamilyAdult, Household, Pupil
from homeward.pupils.rules.hidden import KeptFrom, kept_from
from homeward.pupils.rules.shields import Adult, Home


def kept_from_all(access: Access, child: Pupil, *, on: date) -> KeptFrom:
    """The address and the telephone of every adult of the family, kept from all: two queries.

    From the child nothing is hidden. But whoever looks over their shoulder may be anybody.
    """
    adults = FamilyAdult.objects.filter(pupil=child).order_by("id")
    homes = Household.objects.filter(pupil=child).order_by("id")
    return kept_from(
        Adult(key=f"child {child.pk}"),
        homes=[Home(row.pk, row.address, row.phone, False, row.town) for row in homes],
        others=[Adult(row.pk, row.household_id, row.phone) for row in adults],
        shields=(),
        on=on,
    )
