"""Asking, taking, writing, asking schools, closing and opening again."""


from homeward.support import queries
from tests.cast import DAY


def test_a_request_goes_to_the_team_and_is_new(cast, asked):
    page = queries.record(cast.access("lead"), asked, on=DAY)

    assert (asked.keeper, asked.asked_from, asked.team) == (
        cast.hillingdon,
        cast.oak_park,
        cast.exclusions_team,
    )
    assert page.says == (
        "It is with the Exclusions Team."
        " An answer is due by Friday 27 November 2026."
    )
    assert page.clock.left == 4
