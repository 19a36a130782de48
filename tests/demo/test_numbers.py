"""The demo's authority has numbers of its own, and one to come."""

from datetime import date

import pytest

from homeward.organisations.models import Person
from homeward.organisations.queries import access_of, policy_pack
from tests.cast import DAY


@pytest.mark.usefixtures("borough")
def test_the_authority_says_where_its_own_numbers_are_written():
    admin = access_of(Person.objects.get(email="admin@authority.example"), None, DAY)
    shown = [one for _, numbers in policy_pack(admin, DAY).groups for one in numbers]

    own = {one.number.key: one.own.source for one in shown if one.own}
    coming = {one.number.key: one.coming[0] for one in shown if one.coming}

    assert own.keys() == {"part_time_weeks", "short_term_weeks"}
    assert all(own.values())
    assert coming["urgent_gap_school_days"].from_on == date(2027, 9, 1)
