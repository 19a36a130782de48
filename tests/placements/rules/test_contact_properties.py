"""What must hold for weekly contact, over ten years of invented calendars."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from homeward.calendars.rules import Calendar, Period, monday_of
from homeward.placements.rules.contact import contact_weeks, expected_contacts, streak
from homeward.placements.rules.facts import ContactFact, Facts

from .strategies import CALENDARS, COVERED, DAY, PLACEMENTS, RUNS, often
from .worked import a_placement

WITHIN = 5


def weeks_of(runs: Period, calendar: Calendar):
    return contact_weeks(runs=runs, calendar=calendar, first_within=WITHIN)[0]


def contacts_expected(facts: Facts, calendar: Calendar, on: date):
    return expected_contacts(
        facts, calendar=calendar, first_within=WITHIN, role="contact_adult", on=on
    )


@often
@given(CALENDARS, RUNS)
def test_every_school_week_of_a_run_is_there_exactly_once(calendar: Calendar, runs: Period):
    weeks, needed = contact_weeks(runs=runs, calendar=calendar, first_within=WITHIN)

    mondays = sorted({monday_of(day) for day in calendar.school_days(runs)})
    assert [week.monday for week in weeks] == mondays
    assert [week.is_first for week in weeks] == [number == 0 for number in range(len(weeks))]
    assert needed is None


@often
@given(CALENDARS, RUNS)
def test_a_contact_is_due_by_the_last_school_day_of_the_run_in_its_week(
    calendar: Calendar, runs: Period
):
    for week in weeks_of(runs, calendar):
        days = calendar.school_days(Period(week.monday, week.monday + timedelta(days=6)))
        inside = [day for day in days if day in runs]
        is_mid_week = week.is_first and inside != [day for day in days if day <= runs.ends_on]

        assert week.opens_on == max(runs.starts_on, week.monday)
        assert calendar.is_school_day(week.due_on)
        if is_mid_week:
            fifth = calendar.nth_school_day_after(runs.starts_on, WITHIN)
            assert week.due_on == max(fifth, inside[-1])
            assert calendar.school_days_between(runs.starts_on, week.due_on) <= WITHIN - 1
        else:
            assert week.due_on == inside[-1]
            assert week.due_on in runs


@often
@given(CALENDARS, RUNS)
def test_the_day_it_is_due_never_needs_more_than_the_week_or_the_fifth_school_day(
    calendar: Calendar, runs: Period
):
    for week in weeks_of(runs, calendar):
        in_its_week = monday_of(week.due_on) == week.monday
        assert in_its_week or (
            week.is_first and week.due_on == calendar.nth_school_day_after(runs.starts_on, WITHIN)
        )


@often
@given(CALENDARS, RUNS, st.data())
def test_a_contact_in_a_week_meets_it_and_an_attempt_never_does(
    calendar: Calendar, runs: Period, data
):
    weeks = weeks_of(runs, calendar)
    assume(weeks)
    week = data.draw(st.sampled_from(weeks))
    sunday = week.monday + timedelta(days=6)
    made_on = data.draw(st.dates(week.opens_on, sunday))

    contact = ContactFact(made_on, is_with_child=True)
    assert week.met_by([contact]) == contact
    assert week.met_by([replace(contact, is_with_child=False)]) is None
    met = [one for one in weeks if one.met_by([contact])]
    assert met == [week] or (weeks[0] in met and made_on <= weeks[0].counts_to)


@often
@given(CALENDARS, RUNS, st.data())
def test_no_contact_outside_the_run_meets_a_week_of_it(calendar: Calendar, runs: Period, data):
    weeks = weeks_of(runs, calendar)
    assume(weeks)
    before = ContactFact(runs.starts_on - DAY, is_with_child=True)
    after = ContactFact(weeks[-1].counts_to + timedelta(days=8), is_with_child=True)

    assert not any(week.met_by([before]) or week.met_by([after]) for week in weeks)


@often
@given(CALENDARS, PLACEMENTS, st.data())
def test_correcting_a_contact_away_reopens_its_week(calendar: Calendar, placed, data):
    facts, on = placed
    expected = contacts_expected(facts, calendar, on)
    met = [one for one in expected if one.met_on]
    assume(met)
    week = data.draw(st.sampled_from(met))

    weeks = {one.monday.isoformat(): one for one in weeks_of(facts.runs(on), calendar)}
    left = [
        contact
        for contact in facts.contacts
        if not weeks[week.period].opens_on <= contact.made_on <= weeks[week.period].counts_to
    ]
    again = {
        one.period: one for one in contacts_expected(replace(facts, contacts=left), calendar, on)
    }

    lapsed_on = weeks[week.period].overtaken_on(left)
    assert again[week.period] == replace(week, met_on=None, met_by="", lapsed_on=lapsed_on)
    assert again.keys() == {one.period for one in expected}


@often
@given(CALENDARS, PLACEMENTS)
def test_a_missed_week_asks_nothing_more_once_the_child_is_spoken_with_again(calendar, placed):
    facts, on = placed
    with_child = [made.made_on for made in facts.contacts if made.is_with_child]
    weeks = {one.monday.isoformat(): one for one in weeks_of(facts.runs(on), calendar)}

    for one in contacts_expected(facts, calendar, on):
        if one.met_on or one.period not in weeks:
            assert one.lapsed_on is None
        else:
            later = [made for made in with_child if made > weeks[one.period].counts_to]
            assert one.lapsed_on == min(later, default=None)


@often
@given(CALENDARS, PLACEMENTS, st.randoms(use_true_random=False))
def test_the_order_in_which_contacts_are_written_down_changes_nothing(calendar, placed, random):
    facts, on = placed
    shuffled = list(facts.contacts)
    random.shuffle(shuffled)

    assert contacts_expected(replace(facts, contacts=shuffled), calendar, on) == (
        contacts_expected(facts, calendar, on)
    )


@often
@given(CALENDARS, PLACEMENTS)
def test_the_streak_adds_up(calendar: Calendar, placed):
    facts, on = placed
    runs = facts.runs(on)
    assume(runs)

    found = streak(facts, weeks=weeks_of(runs, calendar), named=1, on=on)

    marks = [mark for _, mark in found.marks]
    assert found.weeks_kept == marks.count("kept")
    assert found.weeks_due == marks.count("kept") + marks.count("missed")
    assert found.in_a_row <= found.weeks_kept <= found.weeks_due <= len(marks)
    closed = [mark for mark in marks if mark != "open"]
    since_missed = len(closed) - 1 - closed[::-1].index("missed") if "missed" in closed else -1
    assert found.in_a_row == len(closed) - 1 - since_missed
    assert all(monday <= on for monday, _ in found.marks)
    with_child = [contact for contact in facts.contacts if contact.is_with_child]
    assert (found.share_by_named_adult is None) is (not with_child)
    assert found.share_by_named_adult is None or 0 <= found.share_by_named_adult <= 100


@often
@given(CALENDARS, PLACEMENTS, st.integers(1, 60))
def test_running_on_past_the_end_adds_weeks_and_never_takes_a_met_one(calendar, placed, days):
    facts, _ = placed
    facts = replace(facts, ended_on=None, ends_on=facts.ends_on or facts.starts_on)
    later = facts.ends_on + timedelta(days=days)

    before = contacts_expected(facts, calendar, facts.ends_on)
    after = contacts_expected(facts, calendar, later)

    assert {one.period for one in before} <= {one.period for one in after}
    was, now = [
        {one.period: one.met_on for one in found if one.met_on} for found in (before, after)
    ]
    assert was.items() <= now.items()
    last = {monday_of(day).isoformat() for day in calendar.school_days(Period(later, later))}
    assert last <= {one.period for one in after}


@often
@given(CALENDARS, RUNS, st.data())
def test_an_ending_takes_away_only_the_weeks_after_it(calendar: Calendar, runs: Period, data):
    ended_on = data.draw(st.dates(runs.starts_on, runs.ends_on))
    facts = a_placement(
        starts_on=runs.starts_on, ends_on=runs.ends_on, agreed_on=runs.starts_on - DAY
    )

    before = contacts_expected(facts, calendar, ended_on)
    after = contacts_expected(replace(facts, ended_on=ended_on), calendar, ended_on)

    kept = {one.period: one for one in after}
    assert [one.period for one in after] == [one.period for one in before if one.period in kept]
    for one in before:
        if one.period not in kept:
            monday = date.fromisoformat(one.period)
            days = calendar.school_days(Period(monday, monday + timedelta(days=6)))
            assert not [day for day in days if runs.starts_on <= day <= ended_on]
        elif monday_of(ended_on).isoformat() != one.period:
            assert kept[one.period] == one


@often
@given(CALENDARS, RUNS, st.integers(1, 400))
def test_what_is_known_stays_due_when_the_loaded_dates_end_sooner(calendar, runs, days):
    end = runs.starts_on + timedelta(days=days)
    shorter = Calendar(Period(COVERED.starts_on, end), calendar.half_terms, calendar.closed)

    weeks, needed = contact_weeks(runs=runs, calendar=shorter, first_within=WITHIN)

    whole = {week.monday: week for week in weeks_of(runs, calendar)}
    assert needed == (end if end < runs.ends_on else None)
    assert {week.monday for week in weeks} == {
        monday_of(day)
        for day in shorter.school_days(Period(runs.starts_on, min(end, runs.ends_on)))
    }
    for week in weeks:
        if week.due_on is not None:
            assert week.due_on <= end
            assert week.due_on <= whole[week.monday].due_on
