"""The placement page, contact and the list among 10,200 placements, read by PostgreSQL's own plans."""

from datetime import timedelta

import pytest

from homeward.due.models import Expectation
from homeward.placements import actions, queries
from homeward.placements.models import (
    Contact,
    Journey,
    NamedAdult,
    Party,
    Placement,
    PlanVersion,
    Session,
    Telling,
)
from homeward.placements.queries import contacts
from homeward.pupils.models import Pupil
from tests.cast import DAY
from tests.plans import IS_POSTGRESQL, WHY_NOT_SQLITE, analyze, assert_no_big_seq_scan_while

MANY = 10_200


@pytest.fixture
def borough(cast):
    """Ten thousand placements of other schools around Amira's, each with its rows."""
    keeper, other = cast.hillingdon, cast.elm_road
    pupils = Pupil.objects.bulk_create(
        Pupil(
            keeper=keeper,
            home_school=other,
            first_name=f"Child {number}",
            last_name="Example",
            born_on=cast.amira.born_on,
            year_group=9,
        )
        for number in range(MANY)
    )
    journeys = Journey.objects.bulk_create(Journey(keeper=keeper, pupil=each) for each in pupils)
    placed = Placement.objects.bulk_create(
        Placement(
            keeper=keeper,
            pupil=journey.pupil,
            journey=journey,
            commissioner=other,
            home_school=other,
            provider=cast.bridge_house,
            kind="short_term",
            starts_on=DAY - timedelta(days=20),
            ends_on=DAY + timedelta(days=40),
            drafted_on=DAY,
            agreed_on=DAY - timedelta(days=25),
            agreed_by=cast.elm_lead,
            is_registered_at_start=False,
        )
        for journey in journeys
    )
    _rows(cast, placed)
    analyze()
    return placed


def _rows(cast, placed):
    keeper, monday = cast.hillingdon, DAY - timedelta(days=1)
    Party.objects.bulk_create(
        Party(keeper=keeper, placement=each, organisation=place, part=part, from_on=monday)
        for each in placed
        for place, part in ((cast.elm_road, "commissioner"), (keeper, "authority"))
    )
    NamedAdult.objects.bulk_create(
        NamedAdult(
            keeper=keeper, placement=each, name="Somebody", part="weekly_contact", from_on=monday
        )
        for each in placed
    )
    Contact.objects.bulk_create(
        Contact(
            keeper=keeper,
            placement=each,
            made_on=monday,
            made_by_name="Somebody",
            method="phone",
            spoke_with="child",
            recorded_on=monday,
        )
        for each in placed
    )
    PlanVersion.objects.bulk_create(
        PlanVersion(keeper=keeper, placement=each, number=1, written_on=monday) for each in placed
    )
    Session.objects.bulk_create(
        Session(keeper=keeper, placement=each, weekday=0, half="am", minutes=60) for each in placed
    )
    Telling.objects.bulk_create(
        Telling(
            keeper=keeper,
            placement=each,
            audience="child",
            told_on=monday,
            how="phone",
            told_by_name="Somebody",
            recorded_on=monday,
            recorded_by=cast.elm_lead,
        )
        for each in placed
    )
    Expectation.objects.bulk_create(
        Expectation(
            keeper=keeper,
            about=each.reference,
            kind="placements.weekly-contact",
            period=monday.isoformat(),
            owner=cast.elm_road,
            role="contact_adult",
            opens_on=monday,
            due_on=DAY,
        )
        for each in placed
    )


@pytest.mark.skipif(not IS_POSTGRESQL, reason=WHY_NOT_SQLITE)
def test_one_placement_among_many_is_read_and_written_by_index(cast, borough):
    lead, tutor = cast.access("lead"), cast.access("tutor")

    def read():
        for access in (lead, tutor):
            found = queries.placement(access, cast.running.reference)
            queries.record(access, found, on=DAY)
            contacts.contacts_page(access, found, on=DAY)
            contacts.opening(access, found, on=DAY)
        queries.listing(lead, queries.Chosen(), on=DAY)
        queries.pupils_to_place(lead, "ami")

    said = actions.ContactSaid(
        made_on=DAY,
        made_by=cast.tutor.pk,
        made_by_name="Joe Adeyemi",
        method="phone",
        spoke_with="child",
    )

    def write():
        actions.record_contact(cast.running, said=said, by=tutor, on=DAY)

    assert assert_no_big_seq_scan_while(read) >= 20
    assert assert_no_big_seq_scan_while(write) >= 5
