from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from homeward.due.rules import Expected, Settlement, Tally, Turn, effects

ON = date(2026, 11, 24)
FRIDAY, NEXT_FRIDAY = date(2026, 11, 27), date(2026, 12, 4)
ABOUT = UUID("0193a2f0-0000-7000-8000-000000000001")
REVIEW = Expected("review", "2026-27/autumn-2", ON, FRIDAY, role="ap_lead")


def asked(*expected):
    return [Settlement(about=ABOUT, keeper=1, owner=7, expected=expected)]


def turns(before, after, **more):
    return [(one.turn, one.due_on) for one in effects(asked(*before), asked(*after), **more)]


def test_the_same_answer_has_no_effect():
    assert turns([REVIEW], [REVIEW]) == []
    assert turns([REVIEW], [replace(REVIEW, arithmetic="counted anew")]) == []


def test_a_line_is_new_moved_or_gone():
    later = replace(REVIEW, due_on=NEXT_FRIDAY)

    assert turns([], [REVIEW]) == [(Turn.NEW, FRIDAY)]
    assert turns([REVIEW], [later]) == [(Turn.MOVED, NEXT_FRIDAY)]
    assert turns([REVIEW], []) == [(Turn.GONE, None)]


@pytest.mark.parametrize(
    "done", [{"met_on": ON, "met_by": "somebody"}, {"lapsed_on": date(2026, 11, 20)}]
)
def test_what_asks_nothing_any_more_does_not_count(done):
    is_done = replace(REVIEW, **done)

    assert turns([is_done], [replace(is_done, due_on=NEXT_FRIDAY)]) == []
    assert turns([is_done], []) == []
    assert turns([is_done], [REVIEW]) == [(Turn.NEW, FRIDAY)]
    assert turns([REVIEW], [is_done]) == [(Turn.GONE, None)]


def test_what_somebody_waived_is_asked_of_nobody():
    waived = {(ABOUT, "review", "2026-27/autumn-2")}

    assert turns([], [REVIEW], waived=waived) == []
    assert turns([], [replace(REVIEW, period="2026-27/spring-1")], waived=waived) != []


def test_a_tally_counts_by_kind_and_by_whom_and_keeps_the_soonest():
    tally = Tally(ON, keeps=2)
    days = [date(2026, 12, day) for day in (18, 4, 11)]

    for day in days:
        tally.add(effects(asked(), asked(replace(REVIEW, due_on=day))))
    tally.add(effects(asked(), asked(replace(REVIEW, owner=9))))

    assert tally.by_kind == {"review": {Turn.NEW: 4}}
    assert tally.by_owner == {7: {Turn.NEW: 3}, 9: {Turn.NEW: 1}}
    assert [one.due_on for one in tally.first] == [FRIDAY, date(2026, 12, 4)]
    assert (tally.count(Turn.NEW), tally.count(Turn.GONE)) == (4, 0)
    assert not Tally(ON)


def test_what_would_be_late_at_once_is_counted_apart():
    tally, passed = Tally(ON), date(2026, 11, 20)
    late = replace(REVIEW, opens_on=date(2026, 11, 2), due_on=passed)

    tally.add(effects(asked(REVIEW), asked(late)))
    tally.add(effects(asked(late), asked(replace(late, due_on=date(2026, 11, 19)))))
    tally.add(effects(asked(late), asked()))

    assert tally.late_at_once == 1
