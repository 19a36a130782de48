from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.due.rules import (
    Difference,
    Expected,
    Stored,
    TwiceExpected,
    UnknownKind,
    differences,
    wanted,
)

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
CONTACT = Expected("contact", "2026-11-23", MONDAY, FRIDAY, role="ap_lead", owner=1)
KINDS = ("contact", "review")


def find(stored, *expected):
    return differences(stored, wanted(expected, kinds=KINDS))


def test_what_is_stored_as_expected_needs_nothing():
    assert not find([Stored(1, CONTACT)], CONTACT)
    assert not find([])


def test_what_is_missing_is_created():
    found = find([], CONTACT)

    assert found.create == [CONTACT]
    assert found.in_words() == [Difference("contact", "2026-11-23", "expected, not stored")]


def test_what_moved_is_changed_in_its_place():
    later = replace(CONTACT, due_on=date(2026, 11, 26))

    found = find([Stored(1, CONTACT)], later)

    assert found.change == [(Stored(1, CONTACT), later)]
    assert found.in_words()[0].problem == "due_on is 2026-11-27, expected 2026-11-26"


def test_what_is_met_no_longer_is_open_again():
    met = replace(CONTACT, met_on=FRIDAY, met_by="01930000")

    found = find([Stored(1, met)], CONTACT)

    assert [now.met_on for _, now in found.change] == [None]


def test_a_derived_row_simply_goes_met_or_not():
    met = replace(CONTACT, period="2026-11-16", met_on=MONDAY)

    found = find([Stored(1, CONTACT), Stored(2, met)])

    assert [row.id for row in found.remove] == [1, 2]
    assert {one.problem for one in found.in_words()} == {"stored, not expected"}


def test_a_waiver_is_set_aside_and_counts_again_when_it_is_expected_again():
    waived = Stored(1, CONTACT, is_waived=True)
    aside = replace(waived, is_set_aside=True)

    assert find([waived]).set_aside == [waived]
    assert not find([aside])
    assert find([aside], CONTACT).change == [(aside, CONTACT)]
    assert find([aside], CONTACT).in_words()[0].problem == "set aside, expected again"
    assert not find([waived], CONTACT)


def test_a_kind_that_is_not_settled_here_is_refused():
    with pytest.raises(UnknownKind, match="told is not among"):
        wanted([replace(CONTACT, kind="told")], kinds=KINDS)


def test_the_same_week_twice_is_refused():
    with pytest.raises(TwiceExpected, match="contact is expected twice for 2026-11-23"):
        wanted([CONTACT, CONTACT], kinds=KINDS)


@st.composite
def _expected(draw):
    days = st.dates(date(2026, 9, 1), date(2027, 7, 31))
    periods = draw(st.lists(st.sampled_from("abcdef"), unique=True))
    return [
        Expected(
            draw(st.sampled_from(KINDS)),
            period,
            draw(days),
            draw(st.none() | days),
            owner=1,
            met_on=draw(st.none() | days),
        )
        for period in periods
    ]


def _apply(stored, found):
    rows = {row.id: row for row in stored}
    for row in found.remove:
        del rows[row.id]
    for row in found.set_aside:
        rows[row.id] = replace(row, is_set_aside=True)
    for row, now in found.change:
        rows[row.id] = replace(row, says=now, is_set_aside=False)
    fresh = max(rows, default=0) + 1
    new = [Stored(fresh + place, one) for place, one in enumerate(found.create)]
    return [*rows.values(), *new]


@given(_expected(), _expected(), st.sets(st.integers(1, 6)))
def test_after_writing_the_differences_there_are_none(before, after, waived):
    stored = [
        Stored(number, one, is_waived=number in waived) for number, one in enumerate(before, 1)
    ]

    written = _apply(stored, find(stored, *after))

    assert not find(written, *after)
    shown = [row.says for row in written if not row.is_set_aside]
    assert sorted(shown, key=lambda one: one.key) == sorted(after, key=lambda one: one.key)
    kept = {row.id for row in written}
    assert {row.id for row in stored if row.is_waived} <= kept
