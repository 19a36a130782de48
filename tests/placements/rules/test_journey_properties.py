"""What must hold for the length of a chain of placements, over ten years of calendars."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from homeward.calendars.rules import Calendar, Period
from homeward.placements.rules.journey import Leg, chain_of, chains, length_warnings

from .strategies import CALENDARS, COVERED, LEGS, often

GAP = 10


def measured(legs: list[Leg], calendar: Calendar):
    return chains(legs, calendar=calendar, gap_school_days=GAP)


@often
@given(CALENDARS, LEGS)
def test_a_chain_is_never_longer_than_its_legs_together(calendar: Calendar, legs: list[Leg]):
    for chain in measured(legs, calendar):
        alone = [len(calendar.school_weeks(leg.period)) for leg in chain.legs]
        span = Period(chain.starts_on, chain.ends_on)

        assert max(alone) <= chain.weeks <= sum(alone)
        assert chain.weeks <= len(calendar.school_weeks(span))
        assert chain.is_counted_whole


@often
@given(CALENDARS, LEGS, st.randoms(use_true_random=False))
def test_the_order_of_the_legs_changes_nothing(calendar: Calendar, legs: list[Leg], random):
    shuffled = list(legs)
    random.shuffle(shuffled)

    assert measured(shuffled, calendar) == measured(legs, calendar)


@often
@given(CALENDARS, LEGS)
def test_every_leg_is_in_exactly_one_chain_and_chains_stand_apart(calendar, legs):
    found = measured(legs, calendar)

    assert sorted(leg.reference for chain in found for leg in chain.legs) == sorted(
        leg.reference for leg in legs
    )
    assert all(leg in chain_of(leg.reference, found).legs for leg in legs)
    for earlier, later in pairwise(found):
        assert calendar.school_days_between(earlier.ends_on, later.starts_on) >= GAP


@often
@given(CALENDARS, LEGS)
def test_merging_two_overlapping_legs_never_makes_the_journey_longer(calendar, legs):
    legs = sorted(legs, key=lambda leg: leg.period)
    pair = next(
        (
            (one, other)
            for number, one in enumerate(legs)
            for other in legs[number + 1 :]
            if one.period.overlap(other.period)
        ),
        None,
    )
    if pair is None:
        return
    ends_on = max(leg.period.ends_on for leg in pair)
    merged = Leg("merged", Period(pair[0].period.starts_on, ends_on))
    left = [leg for leg in legs if leg not in pair]

    before, after = measured(legs, calendar), measured([*left, merged], calendar)

    assert [chain.weeks for chain in after] == [chain.weeks for chain in before]


@often
@given(CALENDARS, LEGS, st.integers(0, 400))
def test_missing_dates_never_split_a_chain_or_call_it_short(calendar, legs, days):
    end = min(leg.period.starts_on for leg in legs) + timedelta(days=days)
    shorter = Calendar(Period(COVERED.starts_on, end), calendar.half_terms, calendar.closed)
    unregistered = [Leg(leg.reference, leg.period, is_registered=False) for leg in legs]

    known, whole = measured(unregistered, shorter), measured(unregistered, calendar)

    assert len(known) <= len(whole)
    assert sum(chain.weeks for chain in known) <= sum(chain.weeks for chain in whole)
    for chain in known:
        assert chain.is_counted_whole is (chain.ends_on <= end)
        if not chain.is_counted_whole:
            assert length_warnings(chain, short_term_weeks=12)
