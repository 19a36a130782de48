"""Planned sessions of one child at the same time."""

import pytest

from homeward.placements.rules.overlap import DatedSession, first_overlap

from .worked import day

MONDAY, WEDNESDAY = 0, 2


def a_session(weekday, half, starts, ends, says=""):
    return DatedSession(weekday, half, day(starts), day(ends) if ends else None, says)


BRIDGE_HOUSE = a_session(MONDAY, "am", "2026-11-09", "2026-12-18", "Bridge House")


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (a_session(MONDAY, "am", "2026-12-14", "2027-02-12"), True),
        (a_session(MONDAY, "am", "2026-12-18", "2027-02-12"), False),
        (a_session(MONDAY, "am", "2026-12-15", None), False),
        (a_session(MONDAY, "am", "2026-11-01", None), True),
        (a_session(MONDAY, "am", "2026-11-16", "2026-11-16"), True),
        (a_session(MONDAY, "am", "2026-11-17", "2026-11-22"), False),
        (a_session(MONDAY, "am", "2027-01-05", None), False),
        (a_session(MONDAY, "pm", "2026-11-09", "2026-12-18"), False),
        (a_session(WEDNESDAY, "am", "2026-11-09", "2026-12-18"), False),
    ],
)
def test_two_sessions_meet_on_a_date_that_both_hold(other, meets):
    assert BRIDGE_HOUSE.meets(other) is meets
    assert other.meets(BRIDGE_HOUSE) is meets


def test_two_without_an_end_meet():
    one, other = (a_session(MONDAY, "am", starts, None) for starts in ("2026-11-09", "2027-11-09"))

    assert one.meets(other)


def test_the_first_pair_that_overlaps_is_named():
    northgate = a_session(MONDAY, "am", "2026-11-23", None, "Northgate")
    elsewhere = a_session(WEDNESDAY, "am", "2026-11-23", None)

    assert first_overlap([BRIDGE_HOUSE], iter([elsewhere, northgate])) == (BRIDGE_HOUSE, northgate)
    assert first_overlap([elsewhere], [BRIDGE_HOUSE]) is None
    assert first_overlap([], [BRIDGE_HOUSE]) is None
