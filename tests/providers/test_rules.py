from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.providers.codes import ConfirmationKind, StandingKind
from homeward.providers.rules import Confirmed, Registered, confirmation_on, standing_on
from homeward.providers.rules.expected import EXPIRING, IN_WRITING, Noted, expiring, in_writing

TODAY = date(2026, 11, 24)
SPOKEN = Confirmed(date(2026, 11, 23), is_written=False, given_by="Rae Moon")
WRITTEN = Confirmed(
    date(2026, 9, 1), is_written=True, given_by="Rae Moon", expires_on=date(2027, 8, 31)
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def confirmations(draw):
    given_on = draw(days)
    if draw(st.booleans()):
        stands = timedelta(draw(st.integers(1, 400)))
        return Confirmed(given_on, is_written=True, given_by="x", expires_on=given_on + stands)
    return Confirmed(given_on, is_written=False, given_by="x")


def test_a_day_that_no_row_covers_is_not_known():
    rows = [Registered(True, date(2026, 1, 1), date(2026, 6, 30), "102366")]

    assert standing_on(rows, date(2026, 6, 30)).kind is StandingKind.REGISTERED
    assert standing_on(rows, date(2026, 7, 1)).kind is StandingKind.UNKNOWN
    assert standing_on(rows, date(2025, 12, 31)).kind is StandingKind.UNKNOWN


@pytest.mark.parametrize(
    ("rows", "day", "kind"),
    [
        ([], TODAY, ConfirmationKind.NONE),
        ([SPOKEN], TODAY, ConfirmationKind.SPOKEN),
        ([SPOKEN], date(2026, 11, 22), ConfirmationKind.NONE),
        ([WRITTEN], TODAY, ConfirmationKind.WRITTEN),
        ([WRITTEN, SPOKEN], TODAY, ConfirmationKind.WRITTEN),
        ([WRITTEN], date(2027, 8, 31), ConfirmationKind.WRITTEN),
        ([WRITTEN], date(2027, 9, 1), ConfirmationKind.EXPIRED),
        ([WRITTEN, SPOKEN], date(2027, 9, 1), ConfirmationKind.EXPIRED),
        (
            [WRITTEN, Confirmed(date(2027, 9, 1), False, "x")],
            date(2027, 9, 1),
            ConfirmationKind.SPOKEN,
        ),
    ],
)
def test_what_stands_on_a_day(rows, day, kind):
    assert confirmation_on(rows, day).kind is kind


@given(st.lists(confirmations(), max_size=6), days)
def test_nothing_stands_that_was_not_given(rows, day):
    stands = confirmation_on(rows, day)

    if stands.kind is ConfirmationKind.WRITTEN:
        assert stands.confirmed_on <= day <= stands.expires_on
    if stands.kind is ConfirmationKind.NONE:
        assert not [row for row in rows if row.confirmed_on <= day]
    if any(row.is_written and row.confirmed_on <= day <= row.expires_on for row in rows):
        assert stands.kind is ConfirmationKind.WRITTEN


@given(st.lists(confirmations(), max_size=6), days)
def test_at_most_one_thing_is_due_about_a_confirmation(rows, day):
    stands = confirmation_on(rows, day)
    noted = Noted(owner=1, is_authority=False)

    due = [*in_writing(stands, noted=noted, due_on=day, within=1), *expiring(stands)]

    kinds = {
        ConfirmationKind.NONE: [],
        ConfirmationKind.SPOKEN: [IN_WRITING],
        ConfirmationKind.WRITTEN: [EXPIRING],
        ConfirmationKind.EXPIRED: [EXPIRING],
    }
    assert [one.kind for one in due] == kinds[stands.kind]
