"""The overview of an area after years: few live placements among 10,200, read by the plans of PostgreSQL."""

from datetime import timedelta

import pytest

from homeward.due.models import Expectation
from homeward.oversight import queries
from homeward.oversight.queries import Chosen
from homeward.placements import queries as placements
from homeward.placements.models import (
    Contact,
    Journey,
    Party,
    Placement,
    PlanVersion,
    Session,
)
from homeward.pupils.models import Pupil
from tests.cast import DAY
from tests.plans import IS_POSTGRESQL, WHY_NOT_SQLITE, analyze, assert_no_big_seq_scan_while

MANY, LIVE = 10_200, 60


@pytest.fixture
def borough(cast):
    """Ten thousand placements at a registered provider, of which few are live and drift."""
    keeper, school = cast.harrow, cast.far_hill
    pupils = Pupil.objects.bulk_create(
        Pupil(
            keeper=keeper,
            home_school=school,
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
            commissioner=school,
            home_school=school,
            provider=cast.northgate,
            kind="short_term",
            starts_on=DAY - timedelta(days=60),
            ends_on=DAY + timedelta(days=number % 40 - 10),
            drafted_on=DAY - timedelta(days=60),
            agreed_on=DAY - timedelta(days=60),
            agreed_by=cast.far_lead,
            is_registered_at_start=True,
            ended_on=None if number < LIVE else DAY - timedelta(days=1),
        )
        for number, journey in enumerate(journeys)
    )
    _rows(cast, placed)
    analyze()
    return placed


def _rows(cast, placed):
    keeper, since = cast.harrow, DAY - timedelta(days=60)
    Party.objects.bulk_create(
        Party(keeper=keeper, placement=each, organisation=place, part=part, from_on=since)
        for each in placed
        for place, part in ((cast.far_hill, "commissioner"), (keeper, "authority"))
    )
    Contact.objects.bulk_create(
        Contact(
            keeper=keeper,
            placement=each,
            made_on=since,
            made_by_name="Somebody",
            method="phone",
            spoke_with="child",
            recorded_on=since,
        )
        for each in placed
    )
    PlanVersion.objects.bulk_create(
        PlanVersion(keeper=keeper, placement=each, number=1, written_on=since, route="home_school")
        for each in placed
    )
    Session.objects.bulk_create(
        Session(keeper=keeper, placement=each, weekday=0, half="am", minutes=60) for each in placed
    )
    Expectation.objects.bulk_create(
        Expectation(
            keeper=keeper,
            about=each.reference,
            kind=kind,
            period=str(number),
            owner=cast.far_hill,
            role="ap_lead",
            opens_on=since,
            due_on=DAY - timedelta(days=7 * number + 1),
        )
        for each in placed
        for number, kind in enumerate(("placements.weekly-contact", "placements.review"))
    )


@pytest.mark.skipif(not IS_POSTGRESQL, reason=WHY_NOT_SQLITE)
def test_the_overview_and_the_meters_read_no_big_table_from_end_to_end(cast, borough):
    def read():
        for name in ("lead", "exclusions", "far_officer"):
            access = cast.access(name)
            queries.summary(access, on=DAY)
            found = queries.listing(access, Chosen(), on=DAY)
            queries.listing(access, Chosen(drift="past_end"), on=DAY, after=found.next_after)
        placements.every_meter(cast.access("exclusions"), on=DAY)

    assert assert_no_big_seq_scan_while(read) >= 18


@pytest.mark.skipif(not IS_POSTGRESQL, reason=WHY_NOT_SQLITE)
def test_the_pages_of_a_big_area_follow_each_other_without_a_gap(cast, borough):
    access, seen, after = cast.access("far_officer"), [], ""
    while True:
        page = queries.listing(access, Chosen(), on=DAY, after=after)
        seen += [row.reference for row in page.items]
        if not (after := page.next_after):
            break

    assert len(seen) == len(set(seen)) == LIVE
    assert seen == [row.reference for row in queries.everything(access, Chosen(), on=DAY)]
