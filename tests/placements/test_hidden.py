"""What each adult of the family may be told of a placement, from the rows of the record."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.organisations.access import NOBODY
from homeward.organisations.models import School
from homeward.placements.queries import hidden
from homeward.pupils import actions as pupils
from homeward.pupils.rules.hidden import (
    OTHER_ADDRESS,
    PHONE,
    PLACE,
    PROVIDER,
    SCHOOL,
    SCHOOL_PLACE,
)
from tests.cast import DAY


def _father(cast, *hides):
    by = cast.access("lead")
    home = pupils.add_household(
        cast.amira,
        street="40 Mill Lane",
        town="Hayes",
        postcode="UB3 1AB",
        phone="01632 960044",
        by=by,
        on=DAY,
    )
    father = pupils.add_adult(
        cast.amira,
        name="Sami Haddad",
        relationship="father",
        household=home,
        phone="07700 900044",
        by=by,
        on=DAY,
    )
    for each in hides:
        pupils.raise_shield(
            cast.amira, from_adult=father, hides=each, because="A court order", by=by, on=DAY
        )
    return father


def test_two_parents_are_kept_from_each_others_address_and_telephone(cast):
    father = _father(cast)

    each = hidden.kept_from_each(NOBODY, cast.running, on=DAY)

    assert each[cast.mother.pk].found_in("40 mill ln, 07700900044") == (OTHER_ADDRESS, PHONE)
    assert each[father.pk].found_in(cast.household.address) == (OTHER_ADDRESS,)
    assert each[father.pk].found_in("40 Mill Lane, Bridge House, 2 Canal Walk") == ()
    assert each[cast.mother.pk].told.address == cast.household.address


def test_by_a_shield_school_and_provider_are_kept_with_their_places(cast):
    School.objects.filter(organisation=cast.oak_park).update(
        street="1 Oak Park Lane", town="Uxbridge", postcode="UB8 2ZZ", telephone="020 7946 0399"
    )
    father = _father(cast, "school", "provider")

    found = hidden.kept_from(NOBODY, cast.running, father, on=DAY)

    assert found.found_in("Oak Park, 020 7946 0399") == (SCHOOL, SCHOOL_PLACE)
    assert found.found_in("Bridge House by the Boathouse, ub81aa") == (PROVIDER, PLACE)
    assert (found.told.school, found.told.provider) == ("", "")
    assert hidden.kept_from(NOBODY, cast.running, cast.mother, on=DAY).may_read("At Oak Park")


def test_all_adults_of_a_family_take_no_more_queries_than_one(cast):
    for _ in range(4):
        _father(cast, "school", "household")

    with CaptureQueriesContext(connection) as asked:
        each = hidden.kept_from_each(NOBODY, cast.running, on=DAY)

    assert len(each) >= 5
    assert len(asked) <= 8
