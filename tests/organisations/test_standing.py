from datetime import date

import pytest

from homeward.organisations.access import NOBODY
from homeward.organisations.models import Membership, PolicyValue
from homeward.organisations.queries import access_of, policy

TODAY = date(2026, 11, 24)


@pytest.fixture
def lead(make_person):
    return make_person("lead@oakpark.example", "Mara Lind")


def join(person, place, role="ap_lead", from_on=date(2026, 9, 1), to_on=None):
    return Membership.objects.create(
        person=person, organisation=place, role=role, from_on=from_on, to_on=to_on
    )


def test_roles_held_at_one_organisation_count_together(lead, oak_park):
    join(lead, oak_park)
    join(lead, oak_park, role="dsl")

    access = access_of(lead, None, TODAY)

    assert access.role_names == ("ap_lead", "dsl")
    assert access.organisation == oak_park.pk
    assert access.authority == oak_park.authority_id


def test_one_of_two_organisations_is_chosen(lead, oak_park, elm_road, hillingdon):
    join(lead, oak_park)
    join(lead, elm_road, role="teacher")

    assert access_of(lead, None, TODAY).organisation == oak_park.pk
    assert access_of(lead, elm_road.pk, TODAY).role_names == ("teacher",)
    assert access_of(lead, hillingdon.pk, TODAY).organisation == oak_park.pk


def test_somebody_who_leaves_today_is_nobody_today(lead, oak_park):
    join(lead, oak_park, to_on=TODAY)

    assert access_of(lead, oak_park.pk, TODAY) == NOBODY


def test_somebody_who_starts_tomorrow_is_nobody_today(lead, oak_park):
    join(lead, oak_park, from_on=date(2026, 11, 25))

    assert access_of(lead, None, TODAY) == NOBODY


def test_policy_is_read_as_of_a_day(hillingdon):
    for from_on, value in ((date(2026, 9, 1), 4), (date(2027, 1, 4), 3)):
        PolicyValue.objects.create(
            authority=hillingdon, key="first_contact_school_days", value=value, from_on=from_on
        )

    def first_contact(on):
        return policy(NOBODY, hillingdon.pk, on).first_contact_school_days

    assert first_contact(date(2026, 8, 31)) == 5
    assert first_contact(date(2027, 1, 3)) == 4
    assert first_contact(date(2027, 1, 4)) == 3
