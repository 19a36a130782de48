"""Every worked example that a function of the calendar can answer."""

from datetime import date

import pytest

from homeward.calendars.rules import (
    DatesNeeded,
    NoticeReading,
    Period,
    annual_review_notice_by,
    compulsory_school_age,
    decision_notified_by,
    half_terms_to_review,
    intensive_limit,
    invitations_by,
    last_friday_in_june,
    last_school_day_of,
    latest_notice,
    participation_window,
    review_excused_by,
    sixth_day,
    year_group,
)

from .worked import Example, example_calendar, examples

CALENDAR = example_calendar()
day = date.fromisoformat


def each(*rules: str):
    return pytest.mark.parametrize("example", examples(*rules), ids=lambda example: example.id)


def test_the_example_calendar_has_its_191_school_days():
    assert len(CALENDAR.school_days(Period(day("2026-09-01"), day("2027-08-31")))) == 191


@each("R-OSD-02")
def test_written_notice_before_the_first_day_off_site(example: Example):
    latest = latest_notice(
        CALENDAR, example.day("first_day"), reading=NoticeReading(example.inputs["reading"])
    )

    assert latest == day(example.result["latest_notice"])


@each("R-OSD-06")
def test_a_review_that_was_asked_for(example: Example):
    last = example.inputs["last_review"]

    window, held = review_excused_by(example.day("request"), [day(last)] if last else [])

    assert [window.starts_on, window.ends_on] == [day(each) for each in example.result["window"]]
    assert (not held) is example.result["must_hold"]


@each("R-OSD-07")
def test_invitations_to_a_review(example: Example):
    assert invitations_by(example.day("meeting")) == day(example.result["invite_by"])


@each("R-OSD-08")
def test_the_decision_of_a_review(example: Example):
    assert decision_notified_by(example.day("meeting")) == day(example.result["notify_by"])


@each("R-EHC-01")
def test_papers_of_an_annual_review(example: Example):
    assert annual_review_notice_by(example.day("meeting")) == day(example.result["notice_by"])


@each("R-EXC-02")
def test_the_sixth_day_of_an_exclusion(example: Example):
    suspensions = [
        (day(starts), day(ends) if ends else None) for starts, ends in example.inputs["suspensions"]
    ]

    assert sixth_day(CALENDAR, suspensions) == day(example.result["sixth_day"])


@each("R-KCS-03")
def test_half_terms_that_a_placement_touches(example: Example):
    touched = half_terms_to_review(CALENDAR, Period(example.day("starts"), example.day("ends")))

    assert len(touched) == example.result["half_terms"]
    assert [days for _, days in touched] == example.result["school_days"]


@each("R-UAP-01")
def test_the_twelve_weeks_of_an_intensive_placement(example: Example):
    last = intensive_limit(example.day("starts"))

    assert last == day(example.result["last_day"])
    inside = Period(example.day("starts"), last)
    assert last_school_day_of(CALENDAR, inside) == day(example.result["last_school_day"])


@each("R-AGE-01")
def test_compulsory_school_age_begins(example: Example):
    assert compulsory_school_age(example.day("born")).starts_on == day(example.result["from"])


@each("R-AGE-02")
def test_compulsory_school_age_ends(example: Example):
    if "year" in example.inputs:
        leaving = last_friday_in_june(example.inputs["year"])
        assert leaving == day(example.result["last_friday_in_june"])
    else:
        assert compulsory_school_age(example.day("born")).ends_on == day(example.result["to"])


@each("R-AGE-03")
def test_the_usual_year_group(example: Example):
    assert year_group(example.day("born"), example.day("on")) == example.result["nc_year"]


@each("R-RPA-01")
def test_the_duty_to_go_on_learning(example: Example):
    window = participation_window(example.day("born"))

    assert window == Period(day(example.result["from"]), day(example.result["to"]))


SCHOOL_DAYS_AFTER = {
    "R-EXC-07": ("received", "consider_by", 15),
    "R-EXC-08": ("received", "consider_by", 50),
    "R-PEX-05": ("decision_received", "not_before_end_of", 15),
    "R-REG-05": ("learned", "send_by", 15),
    "R-FAP-01": ("agreed", "place_by", 20),
}


@each(*SCHOOL_DAYS_AFTER)
def test_clocks_that_count_school_days_after_a_day(example: Example):
    start, end, days = SCHOOL_DAYS_AFTER[example.rule]

    if example.result.get("dates_needed"):
        with pytest.raises(DatesNeeded) as refused:
            CALENDAR.nth_school_day_after(example.day(start), days)
        assert refused.value.after == day("2027-08-31")
        assert refused.value.year == "2027-28"
    else:
        counted = CALENDAR.nth_school_day_after(example.day(start), days)
        assert counted == day(example.result[end])


@each("R-FAP-02")
def test_an_application_during_the_year(example: Example):
    received = example.day("received")

    assert CALENDAR.nth_school_day_after(received, 10) == day(example.result["aim"])
    assert CALENDAR.nth_school_day_after(received, 15) == day(example.result["latest"])


@each("R-REG-02")
def test_twenty_school_days_in_a_row(example: Example):
    broken = example.inputs["broken_on"]
    starts = example.day("run_starts")
    first = CALENDAR.nth_school_day_after(day(broken), 1) if broken else starts

    assert CALENDAR.nth_school_day_after(first, 19) == day(example.result["twentieth_day"])
