import itertools
from datetime import UTC, date, datetime

import pytest

from homeward.web.days import day, due, from_today, moment, plural, short_day
from homeward.web.uuid7 import uuid7

TODAY = date(2026, 11, 24)


def test_a_day_in_words() -> None:
    assert day(TODAY) == "Tuesday 24 November 2026"
    assert short_day(TODAY) == "24 Nov 2026"
    assert day(None) == short_day(None) == "no date yet"


def test_a_moment_is_told_in_local_time() -> None:
    assert moment(datetime(2026, 7, 1, 8, 5, tzinfo=UTC)) == "1 Jul 2026 at 9.05am"
    assert day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "Thursday 2 July 2026"
    assert moment(None) == "not yet"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 27), "in 3 days"),
        (date(2026, 11, 22), "2 days ago"),
    ],
)
def test_how_far_off_a_day_is(on: date, said: str) -> None:
    assert from_today(on, TODAY) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 24), "due today"),
        (date(2026, 11, 27), "due in 3 days"),
        (date(2026, 11, 23), "1 day late"),
        (date(2026, 11, 22), "2 days late"),
    ],
)
def test_when_something_is_due(on: date, said: str) -> None:
    assert due(on, TODAY) == said


def test_counts_with_their_noun() -> None:
    assert plural(1, "school day") == "1 school day"
    assert plural(1200, "school day") == "1,200 school days"
    assert plural(2, "child", "children") == "2 children"


def test_references_sort_in_the_order_they_were_made() -> None:
    made = [uuid7() for _ in range(2000)]

    assert sum(a > b for a, b in itertools.pairwise(made)) <= 2
    assert {reference.version for reference in made} == {7}
    assert len(set(made)) == 2000
