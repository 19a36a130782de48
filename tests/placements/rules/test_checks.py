"""When it is checked whether a return or a move holds, and what the checks say together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.calendars.rules import Calendar, DatesNeeded, HalfTerm, Period
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import CheckPoint, Holds, Outcome
from homeward.placements.rules.checks import (
    CHECK,
    CheckState,
    Judged,
    dates_for_checks,
    expected_authority_checks,
    expected_checks,
    judged,
    points,
    state_of,
    whole_terms_end,
)
from homeward.placements.rules.facts import AuthorityCheckFact, CheckFact
from tests.calendars.worked import example_calendar

from .strategies import CALENDARS, INSIDE, often
from .worked import Example, a_placement, day, examples

FROM = date(2026, 10, 12)
POLICY = Policy()
FIRST, SECOND, THIRD, LAST = CheckPoint


def each(found: list[Example]):
    return pytest.mark.parametrize("example", found, ids=lambda example: example.id)


def iso(answer: date | None) -> str | None:
    return answer.isoformat() if answer else None


def back(**facts):
    """Amira, back at the home school since 12 October 2026."""
    usual = {
        "starts_on": date(2026, 9, 7),
        "ends_on": date(2026, 10, 9),
        "ended_on": date(2026, 10, 9),
        "outcome": Outcome.RETURNED,
        "checks_from_on": FROM,
    }
    return a_placement(**usual | facts)


def asked(facts, calendar=None):
    found = expected_checks(facts, calendar=calendar or example_calendar(), policy=POLICY)
    return {one.period: one for one in found}


def yes(point, on, **said):
    return CheckFact(point, on, Holds.YES, **said)


def no(point, on):
    return CheckFact(point, on, Holds.NO)


def at_risk(point, on):
    return CheckFact(point, on, Holds.AT_RISK)


@each(examples("points", "check_examples"))
def test_when_each_check_is_due(example: Example):
    policy = Policy(**example.inputs.get("policy", {}))

    found = points(day(example.inputs["from"]), calendar=example.calendar(), policy=policy)

    assert {one.point: iso(one.due_on) for one in found} == example.result["points"]


@each(examples("authority_by", "check_examples"))
def test_when_the_authority_looks(example: Example):
    facts = back(outcome=example.inputs["outcome"], ended_on=day(example.inputs["ended"]))

    found = expected_authority_checks(facts, calendar=example.calendar())

    assert [iso(one.due_on) for one in found] == [example.result["authority_by"]]


def test_there_are_examples_of_both():
    counted = [len(examples(asked, "check_examples")) for asked in ("points", "authority_by")]

    assert counted == [13, 5]


def test_the_arithmetic_is_said_in_words():
    said = [one.arithmetic for one in points(FROM, calendar=example_calendar(), policy=POLICY)]

    assert said == [
        "2 weeks after 12 October 2026, moved to the next school day",
        "6 weeks after 12 October 2026",
        "12 weeks after 12 October 2026, moved to the next school day",
        "the last school day of the second whole term after 12 October 2026",
    ]


def test_one_week_is_said_as_one():
    policy = Policy(checks_first_weeks=1)

    first = points(FROM, calendar=example_calendar(), policy=policy)[0]

    assert first.arithmetic == "1 week after 12 October 2026"


def test_a_term_of_which_only_one_half_is_loaded_has_no_end_yet():
    whole = example_calendar()
    shorter = Calendar(
        covers=Period(whole.covers.starts_on, date(2027, 5, 28)),
        half_terms=[half for half in whole.half_terms if half.starts_on < date(2027, 6, 1)],
        closed=whole.closed,
    )

    with pytest.raises(DatesNeeded) as refused:
        whole_terms_end(FROM, calendar=shorter, terms=2)

    assert refused.value.after == date(2027, 5, 28)


def test_a_check_opens_a_week_before_it_is_due():
    found = asked(back())

    assert found["second"].opens_on == date(2026, 11, 16)
    assert found["second"].due_on == date(2026, 11, 23)


def test_a_check_is_due_from_the_school_where_the_child_is():
    at_school = asked(back(goes_to=7, goes_to_kind="school"))["first"]
    at_provider = asked(back(goes_to=8, goes_to_kind="provider"))["first"]
    nowhere_known = asked(back(has_school=False))["first"]

    assert (at_school.owner, at_school.role) == (7, "ap_lead")
    assert (at_provider.owner, at_provider.role) == (8, "provider_manager")
    assert (nowhere_known.owner, nowhere_known.role) == (None, "exclusions_officer")


def test_a_check_answered_late_meets_its_own_point():
    found = asked(back(checks=[yes(FIRST, date(2026, 11, 12))]))

    assert found["first"].met_on == date(2026, 11, 12)
    assert found["second"].met_on is None


def test_an_earlier_check_stays_late_where_a_later_one_was_answered_first():
    found = asked(back(checks=[yes(SECOND, date(2026, 11, 23))]))

    assert found["first"].met_on is None
    assert found["first"].lapsed_on is None
    assert state_of(found["first"], on=date(2026, 11, 24)) == CheckState.LATE
    assert state_of(found["second"], on=date(2026, 11, 24)) == CheckState.DONE


def test_it_is_held_only_by_the_last_check():
    three = [yes(FIRST, date(2026, 11, 2)), yes(SECOND, date(2026, 11, 23))]
    three.append(yes(THIRD, date(2027, 1, 5)))

    assert judged(three, from_on=FROM) == Judged()
    held = judged([*three, yes(LAST, date(2027, 7, 21))], from_on=FROM)
    assert held == Judged(held_on=date(2027, 7, 21))


def test_a_gap_on_the_way_does_not_keep_the_mark_back_and_asks_nothing_more():
    facts = back(checks=[yes(FIRST, date(2026, 11, 2)), yes(LAST, date(2027, 7, 21))])

    found = asked(facts)

    assert judged(facts.checks, from_on=FROM).held_on == date(2027, 7, 21)
    assert found["second"].lapsed_on == date(2027, 7, 21)
    assert state_of(found["second"], on=date(2027, 7, 21)) == CheckState.LAPSED


def test_one_no_is_not_held_and_what_was_still_to_come_lapses():
    facts = back(checks=[yes(FIRST, date(2026, 11, 2)), no(SECOND, date(2026, 11, 20))])

    found = asked(facts)

    assert judged(facts.checks, from_on=FROM) == Judged(not_held_on=date(2026, 11, 20))
    assert found["first"].lapsed_on is None
    assert [found[point].lapsed_on for point in ("third", "last")] == [date(2026, 11, 20)] * 2


def test_a_no_stands_whatever_the_last_check_says_until_it_is_corrected():
    checks = [no(THIRD, date(2027, 1, 5)), yes(LAST, date(2027, 7, 21))]

    assert judged(checks, from_on=FROM).not_held_on == date(2027, 1, 5)
    corrected = [yes(THIRD, date(2027, 1, 6)), yes(LAST, date(2027, 7, 21))]
    assert judged(corrected, from_on=FROM).held_on == date(2027, 7, 21)


@pytest.mark.parametrize(
    ("check", "says"),
    [
        (
            at_risk(LAST, date(2027, 6, 28)),
            "2 weeks after 28 June 2027, when it was not yet sure",
        ),
        (
            yes(LAST, date(2027, 6, 28), is_on_roll=False),
            "2 weeks after 28 June 2027, when the child was not on roll",
        ),
    ],
)
def test_a_last_check_that_settles_nothing_is_looked_at_again(check, says):
    found = asked(back(checks=[check]))["last"]

    assert judged([check], from_on=FROM) == Judged()
    assert (found.met_on, found.lapsed_on) == (None, None)
    assert (found.due_on, found.arithmetic) == (date(2027, 7, 12), says)


def test_a_check_from_before_the_first_day_does_not_count():
    before = no(FIRST, FROM - timedelta(days=1))

    assert judged([before], from_on=FROM) == Judged()
    assert judged([before], from_on=None) == Judged()
    assert asked(back(checks=[before]))["first"].met_on is None


def test_nothing_is_asked_where_nothing_is_checked():
    assert asked(back(checks_from_on=None, outcome=Outcome.POST_16)) == {}
    assert asked(back(ended_on=None, checks_from_on=None)) == {}
    assert expected_authority_checks(back(), calendar=example_calendar()) == []


def test_the_dates_that_the_checks_need_are_named():
    late = back(checks_from_on=date(2027, 1, 6))
    calendar = example_calendar()

    needed = dates_for_checks(late, calendar=calendar, policy=POLICY)

    assert needed is not None
    assert needed.year == "2027-28"
    assert dates_for_checks(back(), calendar=calendar, policy=POLICY) is None


def test_where_dates_are_missing_the_state_says_so():
    found = asked(back(checks_from_on=date(2027, 1, 6)))

    assert state_of(found["last"], on=date(2027, 5, 1)) == CheckState.DATES_NEEDED
    assert found["last"].arithmetic == "term dates after 31 August 2027 are needed"
    assert state_of(found["first"], on=date(2027, 1, 10)) == CheckState.COMING
    assert state_of(found["first"], on=date(2027, 1, 13)) == CheckState.OPEN


def test_the_authority_looks_again_until_it_is_settled():
    calendar = example_calendar()
    missing = back(outcome=Outcome.MISSING, ended_on=date(2026, 11, 20), authority=3)
    again = replace(
        missing,
        authority_checks=[AuthorityCheckFact(date(2026, 11, 23), False, date(2026, 12, 7))],
    )
    settled = replace(
        again,
        authority_checks=[*again.authority_checks, AuthorityCheckFact(date(2026, 12, 4), True)],
    )

    first = expected_authority_checks(missing, calendar=calendar)
    second = expected_authority_checks(again, calendar=calendar)
    last = expected_authority_checks(settled, calendar=calendar)

    assert [(one.period, one.owner, one.role) for one in first] == [("1", 3, "exclusions_officer")]
    assert [(one.met_on, one.due_on) for one in second] == [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (None, date(2026, 12, 7)),
    ]
    assert second[1].arithmetic == "the day set on 23 November 2026"
    assert [one.met_on for one in last] == [date(2026, 11, 23), date(2026, 12, 4)]


@often
@given(CALENDARS, INSIDE.filter(lambda one: one.year < 2028))
def test_the_checks_come_in_order_and_each_on_a_school_day(calendar: Calendar, from_on: date):
    found = points(from_on, calendar=calendar, policy=POLICY)

    days = [one.due_on for one in found]
    assert all(one is not None and calendar.is_school_day(one) for one in days)
    assert days == sorted(days)
    for one, weeks in zip(found, (2, 6, 12), strict=False):
        assert one.due_on >= from_on + timedelta(weeks=weeks)
        assert (
            calendar.school_days_between(from_on + timedelta(weeks=weeks, days=-1), one.due_on) == 0
        )
    assert all(from_on <= one.opens_on <= one.due_on for one in found)


@often
@given(CALENDARS, INSIDE.filter(lambda one: one.year < 2028), st.integers(1, 4))
def test_the_last_check_ends_as_many_whole_terms(calendar: Calendar, from_on: date, terms: int):
    ends_on = whole_terms_end(from_on, calendar=calendar, terms=terms)

    def first_day(halves: list[HalfTerm]) -> date:
        return calendar.school_days(halves[0].period)[0]

    by_term: dict[tuple[str, str], list[HalfTerm]] = {}
    for half in calendar.half_terms:
        by_term.setdefault((half.year, half.term), []).append(half)
    whole = [
        halves
        for halves in by_term.values()
        if first_day(halves) >= from_on and halves[-1].ends_on <= ends_on + timedelta(days=20)
    ]
    assert len(whole) == terms
    assert calendar.is_school_day(ends_on)


@often
@given(CALENDARS, st.permutations(list(CheckPoint)), st.data())
def test_whatever_is_answered_each_point_is_asked_once_and_only_one_mark_is_given(
    calendar: Calendar, order, data
):
    from_on = date(2024, 10, 7)
    checks = [
        CheckFact(
            point,
            from_on + timedelta(days=data.draw(st.integers(0, 400))),
            data.draw(st.sampled_from(list(Holds))),
            data.draw(st.booleans()),
        )
        for point in order[: data.draw(st.integers(0, 4))]
    ]
    facts = back(
        starts_on=date(2024, 9, 2),
        ends_on=date(2024, 10, 4),
        ended_on=date(2024, 10, 4),
        checks_from_on=from_on,
        checks=checks,
    )

    known = judged(checks, from_on=from_on)
    found = asked(facts, calendar)

    assert list(found) == [point.value for point in CheckPoint]
    assert {one.kind for one in found.values()} == {CHECK}
    assert known.held_on is None or known.not_held_on is None
    if known.held_on or known.not_held_on:
        assert all(one.met_on or one.lapsed_on for one in found.values())
    else:
        assert found["last"].met_on is None
