"""Today's count of the promises of the return: what was prepared, what is in place, what held."""

from datetime import date, timedelta

import pytest

from homeward.organisations.access import NOBODY
from homeward.placements import actions, queries
from homeward.placements.queries import Kept
from tests.cast import DAY
from tests.placements.checking import checked, ended
from tests.placements.coming_back import PASS, approve, make_ready

pytestmark = pytest.mark.django_db


def counted(promise, on=DAY):
    return queries.kept(NOBODY, promise, on)


def came_back(cast, came_on, on=DAY):
    actions.record_return(cast.running, came_on=came_on, by=cast.access("lead"), on=on)


def test_r18_counts_returns_that_began_with_the_school_prepared(cast):
    assert counted("R18") == Kept(0, 0)
    came_back(cast, DAY)
    assert counted("R18") == Kept(0, 1)

    make_ready(cast)
    approve(cast)

    assert counted("R18") == Kept(1, 1)


def test_r18_a_mark_given_after_the_first_day_back_does_not_count(cast):
    came_back(cast, DAY - timedelta(days=1))
    make_ready(cast)
    approve(cast)

    assert counted("R18") == Kept(0, 1)


def test_r19_counts_the_adjustments_that_are_in_place_for_children_who_come_back(cast):
    make_ready(cast)
    assert counted("R19") == Kept(0, 0)
    came_back(cast, DAY)
    assert counted("R19") == Kept(0, 1)

    for is_in_place, kept in ((True, 1), (False, 0)):
        actions.record_adjustment(
            cast.running,
            thread=PASS,
            is_in_place=is_in_place,
            looked_on=DAY,
            by=cast.access("lead"),
            on=DAY,
        )
        assert counted("R19") == Kept(kept, 1)


def test_r01_counts_nothing_as_held_before_the_last_check(cast):
    ended(cast)
    checked(cast)
    assert counted("R01") == Kept(0, 0)

    two_terms_on = date(2027, 7, 21)
    checked(cast, "last", on=two_terms_on)

    assert counted("R01", two_terms_on) == Kept(1, 1)


def test_r01_counts_what_did_not_hold(cast):
    ended(cast)
    checked(cast, holds="no")

    assert counted("R01") == Kept(0, 1)
