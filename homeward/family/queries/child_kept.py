"""What no text on a child's page may hold: it may lie on a kitchen table."""

from datetime import date

from django.db.models import Value

from homeward.organisations.access import Access
from homeward.pupils.models import FamilyAdult, Household, Pupil
from homeward.pupils.rules.hidden import KeptFrom, kept_from
from homeward.pupils.rules.shields import Adult, Home


def kept_from_all(access: Access, child: Pupil, *, on: date) -> KeptFrom:
    """The address and the telephone of every adult of the family, kept from all: one query.

    From the child nothing is hidden. But whoever looks over their shoulder may be anybody.
    """
    nothing = Value("")
    homes = Household.objects.filter(pupil=child).values_list("street", "town", "postcode", "phone")
    adults = FamilyAdult.objects.filter(pupil=child).values_list(nothing, nothing, nothing, "phone")
    rows = enumerate(homes.union(adults))
    return kept_from(
        Adult(key=f"child {child.pk}"),
        homes=[
            Home(number, ", ".join(filter(None, (street, town, postcode))), phone, False, town)
            for number, (street, town, postcode, phone) in rows
        ],
        others=(),
        shields=(),
        on=on,
    )
