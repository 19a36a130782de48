"""What each adult of a family may be told, and what no text that reaches them may hold."""

from collections.abc import Iterable, Sequence
from datetime import date

from homeward.organisations.access import Access
from homeward.pupils.models import FamilyAdult, Pupil
from homeward.pupils.queries.record import family_of
from homeward.pupils.rules import hidden
from homeward.pupils.rules.hidden import KeptFrom


def kept_from(
    access: Access,
    child: Pupil,
    adult: FamilyAdult,
    *,
    on: date,
    school: str = "",
    provider: str = "",
    places: Iterable[str] = (),
    school_places: Iterable[str] = (),
) -> KeptFrom:
    """What one adult of the family may be told, and what is kept from them: three queries.

    The caller was given the child to read, by their access or by the known device of an adult.
    """
    each = kept_from_each(
        access,
        child,
        on=on,
        school=school,
        provider=provider,
        places=places,
        school_places=school_places,
    )
    return each[adult.pk]


def kept_from_each(
    access: Access,
    child: Pupil,
    *,
    on: date,
    school: str = "",
    provider: str = "",
    places: Iterable[str] = (),
    school_places: Iterable[str] = (),
    adults: Sequence[FamilyAdult] | None = None,
) -> dict[int, KeptFrom]:
    """The same of every adult by their key, those who left too: three queries for all of them.

    One less for a caller who has read all the `adults` already.
    """
    family = family_of(access, child, adults=adults)
    places, school_places = list(places), list(school_places)
    return {
        int(one.key): hidden.kept_from(
            one,
            homes=family.homes,
            others=[other for other in family.adults if other.key != one.key],
            shields=family.shields,
            on=on,
            school=school,
            provider=provider,
            places=places,
            school_places=school_places,
        )
        for one in family.adults
    }
