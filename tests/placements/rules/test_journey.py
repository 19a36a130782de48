"""The words of the warnings about length, and the chain that they look at."""

import pytest

from homeward.calendars.rules import Period
from homeward.placements.rules.journey import Leg, chain_of, chains, length_warnings
from tests.calendars.worked import example_calendar

from .worked import day

CALENDAR = example_calendar()


def a_chain(ends, *, is_registered):
    leg = Leg("one", Period(day("2026-09-07"), day(ends)), is_registered)
    (chain,) = chains([leg], calendar=CALENDAR, gap_school_days=10)
    return chain


@pytest.mark.parametrize(
    ("ends", "is_registered", "says"),
    [
        ("2026-11-20", False, []),
        (
            "2026-11-27",
            False,
            ["11 of at most 12 school weeks with an unregistered provider are planned or gone."],
        ),
        (
            "2026-12-11",
            False,
            ["13 school weeks in a chain with an unregistered provider: short term is at most 12."],
        ),
        (
            "2026-12-11",
            None,
            [
                "13 school weeks in a chain with a provider not known to be registered: "
                "short term is at most 12."
            ],
        ),
        ("2026-12-11", True, []),
    ],
)
def test_what_the_warning_says(ends, is_registered, says):
    chain = a_chain(ends, is_registered=is_registered)

    assert [warning.says for warning in length_warnings(chain, short_term_weeks=12)] == says


def test_an_authority_with_a_shorter_limit_is_warned_sooner():
    chain = a_chain("2026-09-25", is_registered=False)

    (warning,) = length_warnings(chain, short_term_weeks=3, nearing_weeks=1)

    assert warning.says.startswith("3 of at most 3 school weeks")
    assert warning.passage == "reintegration/unregistered-is-short-term"


def test_a_chain_past_the_loaded_dates_asks_for_them():
    leg = Leg("one", Period(day("2027-06-28"), day("2027-09-24")), is_registered=False)
    (chain,) = chains([leg], calendar=CALENDAR, gap_school_days=10)

    (warning,) = length_warnings(chain, short_term_weeks=12)

    assert warning.passage == "house/dates-needed"
    assert warning.says == (
        "At least 4 of at most 12 school weeks with an unregistered provider. "
        "Term dates are needed to count them all."
    )


def test_a_chain_is_found_by_its_leg():
    chain = a_chain("2026-09-25", is_registered=True)

    assert chain_of("one", [chain]) is chain
    assert chain_of("another", [chain]) is None
    assert (chain.starts_on, chain.ends_on) == (day("2026-09-07"), day("2026-09-25"))
