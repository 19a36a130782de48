"""The policy pack as data: every number described, sourced and within its limits."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.organisations.rules.policy import Policy
from homeward.organisations.rules.policy_change import policy_change
from homeward.organisations.rules.policy_number import Unit, verified_in_words
from homeward.organisations.rules.policy_order import ORDERS, out_of_order
from homeward.organisations.rules.policy_pack import GROUPS, NUMBERS, undescribed
from homeward.reference.guidance import Force, Verified, passage

TODAY, LATER = date(2026, 11, 24), date(2027, 9, 1)
every = pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)


def test_every_number_is_described_once_and_nothing_else_is():
    assert undescribed() == []
    assert set(NUMBERS) == {field.name for field in fields(Policy)}
    assert sum(len(group.numbers) for group in GROUPS) == len(NUMBERS)


@every
def test_a_number_says_what_it_does_and_its_default_makes_sense(number):
    assert number.least <= number.default <= number.most
    assert number.says.endswith(".")
    assert not number.title.endswith(".")
    assert number.passages[0] == number.passage.key
    assert len({each.key for each in (number.passage, *number.also)}) == len(number.passages)


def test_the_defaults_are_those_of_the_plan():
    said = Policy()

    assert (said.first_review_school_weeks, said.short_term_weeks) == (6, 12)
    assert (said.unregistered_weekly_sessions, said.full_time_hours) == (4, 18)
    assert (said.part_time_weeks, said.ladder_look_weeks) == (6, 2)
    assert (
        said.return_review_school_days,
        said.return_warning_school_days,
        said.return_escalation_school_days,
        said.chain_gap_school_days,
    ) == (15, 10, 5, 10)
    assert (said.registration_threshold_pupils, said.registration_threshold_vulnerable) == (5, 1)
    assert (
        said.checks_first_weeks,
        said.checks_second_weeks,
        said.checks_third_weeks,
        said.checks_last_terms,
    ) == (2, 6, 12, 2)


@every
def test_only_what_was_read_in_its_source_is_called_law_or_guidance(number):
    bound = {Force.LAW, Force.STATUTORY}
    for shown in (number.passage, *number.also):
        if shown.verified in {Verified.RECALLED, Verified.PARTLY}:
            assert shown.shown_force not in bound
            assert verified_in_words(shown)
        elif shown.verified is Verified.VERIFIED:
            assert verified_in_words(shown) == ""
    if number.shown_force in bound:
        assert number.passage.verified is Verified.VERIFIED


def test_the_eighteen_hours_are_no_law_and_the_five_children_are():
    assert NUMBERS["full_time_hours"].shown_force is Force.GOOD_PRACTICE
    assert NUMBERS["registration_threshold_pupils"].shown_force is Force.LAW
    assert NUMBERS["registration_threshold_pupils"].most == 5
    assert NUMBERS["registration_threshold_vulnerable"].is_fixed
    assert verified_in_words(passage("safeguarding/half-termly-review")).startswith("Recalled")


@pytest.mark.parametrize(
    ("unit", "value", "says"),
    [
        (Unit.SCHOOL_DAYS, 1, "1 school day"),
        (Unit.SCHOOL_WEEKS, 6, "6 school weeks"),
        (Unit.CHILDREN, 1, "1 child"),
        (Unit.CHILDREN, 5, "5 children"),
    ],
)
def test_a_number_is_said_with_its_unit(unit, value, says):
    assert unit.of(value) == says


def test_numbers_that_pass_one_another_are_said_with_their_values():
    assert out_of_order(Policy()) == ""
    said = out_of_order(replace(Policy(), checks_second_weeks=2))

    assert "Each check comes later than the one before it" in said
    assert "second check: 2 weeks" in said
    assert out_of_order(replace(Policy(), ladder_look_weeks=6)) == ""
    assert out_of_order(replace(Policy(), return_warning_school_days=15))


@given(st.fixed_dictionaries({key: st.integers(1, 40) for one in ORDERS for key in one.keys}))
def test_numbers_are_in_order_exactly_where_no_order_is_broken(values):
    numbers = replace(Policy(), **values)

    assert bool(out_of_order(numbers)) == any(not one.holds(numbers) for one in ORDERS)


def test_a_change_is_seen_against_the_numbers_of_its_first_day():
    planned = [(TODAY, Policy()), (LATER, Policy(short_term_weeks=10))]
    number = NUMBERS["first_review_school_weeks"]

    now = policy_change(planned, number=number, value=4, from_on=TODAY, until=None)
    then = policy_change(planned, number=number, value=4, from_on=LATER, until=None)

    assert (now.was, now.before.short_term_weeks, then.before.short_term_weeks) == (6, 12, 10)
    assert (now.after.first_review_school_weeks, now.is_none, now.problem) == (4, False, "")


def test_a_change_that_stands_in_the_way_of_one_already_planned_says_so():
    later = replace(Policy(), checks_second_weeks=4)
    planned, number = [(TODAY, Policy()), (LATER, later)], NUMBERS["checks_first_weeks"]

    lasting = policy_change(planned, number=number, value=5, from_on=TODAY, until=None)
    passing = policy_change(planned, number=number, value=5, from_on=TODAY, until=LATER)

    assert "second check: 4 weeks" in lasting.problem
    assert passing.problem == ""
