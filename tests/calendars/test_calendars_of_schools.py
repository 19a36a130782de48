"""The calendar of a school: its own terms over the authority's, closures added, in two queries."""

from datetime import date

import pytest

from homeward.calendars.actions import add_closure, load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.queries import calendar, calendars, years_missing
from homeward.calendars.rules import DatesNeeded, Period
from homeward.organisations.access import NOBODY

from .conftest import TODAY, access_of, day, rows
from .worked import example_calendar

OWN_2026_27 = [
    ("term", "2026-09-07", "2026-12-16", "Autumn term"),
    ("term", "2027-01-07", "2027-03-24", "Spring term"),
    ("term", "2027-04-14", "2027-07-16", "Summer term"),
]


def test_a_school_takes_its_authoritys_dates(loaded, oak_park):
    ours = calendar(NOBODY, oak_park.pk)

    assert ours.covers == Period(day("2026-09-01"), day("2027-08-31"))
    assert len(ours.half_terms) == 6
    assert ours.is_school_day(day("2026-11-24"))
    assert not ours.is_school_day(day("2026-10-28"))


def test_with_its_two_inset_days_it_is_the_example_calendar(loaded, oak_park, ap_lead):
    for inset in ("2026-11-27", "2027-06-25"):
        add_closure(
            oak_park,
            kind=TermDateKind.INSET,
            starts_on=day(inset),
            ends_on=day(inset),
            by=ap_lead,
            on=TODAY,
        )

    ours, whole = calendar(NOBODY, oak_park.pk), example_calendar()

    assert ours.school_days(whole.covers) == whole.school_days(whole.covers)
    assert ours.why_closed(day("2026-11-27")) == "INSET day"


def test_bank_holidays_are_closed_whatever_the_rows_say(loaded, oak_park):
    assert calendar(NOBODY, oak_park.pk).why_closed(day("2027-05-03")) == "Early May bank holiday"


def test_a_schools_own_terms_of_a_year_replace_the_authoritys_half_terms_too(
    loaded, oak_park, elm_road, ap_lead
):
    load_terms(rows(oak_park, OWN_2026_27), by=ap_lead, on=TODAY)

    both = calendars(NOBODY, [oak_park.pk, elm_road.pk])

    assert not both[oak_park.pk].is_school_day(day("2026-09-03"))
    assert both[oak_park.pk].is_school_day(day("2026-10-27"))
    assert both[elm_road.pk].is_school_day(day("2026-09-03"))
    assert not both[elm_road.pk].is_school_day(day("2026-10-27"))


def test_another_year_still_comes_from_the_authority(loaded, hillingdon, oak_park, homeward):
    next_year = [
        (kind, starts.replace("2027", "2028").replace("2026", "2027"),
         ends.replace("2027", "2028").replace("2026", "2027"), name)
        for kind, starts, ends, name in OWN_2026_27
    ]  # fmt: skip
    load_terms(rows(hillingdon, next_year), by=homeward, on=TODAY)
    load_terms(rows(oak_park, OWN_2026_27), by=homeward, on=TODAY)

    assert calendar(NOBODY, oak_park.pk).covers.ends_on == day("2028-08-31")


def test_closures_of_the_authority_and_of_the_school_add_up(
    loaded, hillingdon, oak_park, ap_lead, administrator
):
    for place, by, closed in (
        (hillingdon, administrator, "2026-12-01"),
        (oak_park, ap_lead, "2026-12-02"),
    ):
        add_closure(
            place,
            kind=TermDateKind.CLOSURE,
            starts_on=day(closed),
            ends_on=day(closed),
            name="Snow",
            by=by,
            on=TODAY,
        )
    load_terms(rows(oak_park, OWN_2026_27), by=ap_lead, on=TODAY)

    ours = calendar(NOBODY, oak_park.pk)

    assert ours.why_closed(day("2026-12-01")) == ours.why_closed(day("2026-12-02")) == "Snow"
    assert calendar(NOBODY, hillingdon.pk).is_school_day(day("2026-12-02"))


def test_the_number_of_queries_does_not_grow(
    loaded, hillingdon, make_school, django_assert_num_queries
):
    schools = [make_school(f"School {n}", f"91{n:04}", hillingdon).pk for n in range(40)]

    with django_assert_num_queries(2):
        assert len(calendars(NOBODY, schools)) == 40


def test_a_change_by_another_process_is_seen_at_once(loaded, oak_park):
    assert calendar(NOBODY, oak_park.pk).is_school_day(day("2026-11-26"))

    loaded_row = next(iter(rows(oak_park, [("inset", "2026-11-26", "2026-11-26", "")])))
    from homeward.calendars.models import TermDate

    TermDate.objects.bulk_create(
        [
            TermDate(
                organisation=oak_park,
                kind=loaded_row.kind,
                starts_on=loaded_row.starts_on,
                ends_on=loaded_row.ends_on,
            )
        ]
    )

    assert not calendar(NOBODY, oak_park.pk).is_school_day(day("2026-11-26"))


def test_without_dates_every_count_is_refused(hillingdon, oak_park):
    with pytest.raises(DatesNeeded) as refused:
        calendar(NOBODY, oak_park.pk).nth_school_day_after(TODAY, 1)

    assert refused.value.year == "2026-27"


def test_bank_holidays_that_nobody_knows_end_the_calendar(hillingdon, homeward):
    later = [
        ("term", "2028-09-04", "2028-12-20", ""),
        ("term", "2029-01-04", "2029-03-28", ""),
        ("term", "2029-04-16", "2029-07-20", ""),
    ]
    load_terms(rows(hillingdon, later), by=homeward, on=TODAY)

    assert calendar(NOBODY, hillingdon.pk).covers.ends_on == day("2028-12-31")


def test_the_years_that_are_missing(hillingdon, oak_park, homeward, administrator, ap_lead):
    assert years_missing(administrator, TODAY) == [(hillingdon, "2026-27")]
    assert years_missing(ap_lead, TODAY) == []
    load_terms(rows(hillingdon), by=homeward, on=TODAY)
    load_terms(rows(oak_park, OWN_2026_27[:1]), by=homeward, on=TODAY)

    assert years_missing(administrator, TODAY) == [(oak_park, "2026-27")]
    assert years_missing(ap_lead, TODAY) == [(oak_park, "2026-27")]
    assert years_missing(administrator, date(2027, 1, 4)) == [
        (hillingdon, "2027-28"),
        (oak_park, "2026-27"),
    ]
    assert years_missing(access_of(oak_park, "teacher"), TODAY) == []
    assert years_missing(NOBODY, TODAY) == []
