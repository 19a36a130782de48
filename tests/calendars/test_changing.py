"""Loading, closing, taking back: twice is once, history is written, the change is announced."""

import pytest

from homeward.calendars import actions
from homeward.calendars.actions import (
    AlreadyClosed,
    NotTheirs,
    WrongTermDates,
    add_closure,
    expect_dates,
    load_terms,
    remove_closure,
)
from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.queries import removable
from homeward.calendars.signals import calendar_changed
from homeward.due.models import Expectation
from homeward.history.models import Entry
from homeward.organisations.access import NOBODY

from .conftest import TERMS_2026_27, TODAY, access_of, day, rows


@pytest.fixture
def announced():
    heard = []

    def hear(sender, organisation_ids, by, on, **_):
        heard.append((organisation_ids, on))

    calendar_changed.connect(hear)
    yield heard
    calendar_changed.disconnect(hear)


def close(place, by, starts="2026-11-27", ends=None, kind=TermDateKind.INSET, name=""):
    return add_closure(
        place,
        kind=kind,
        starts_on=day(starts),
        ends_on=day(ends or starts),
        name=name,
        by=by,
        on=TODAY,
    )


def test_loading_twice_writes_nothing_the_second_time(hillingdon, oak_park, homeward, announced):
    first = load_terms(rows(hillingdon), by=homeward, on=TODAY)
    second = load_terms(rows(hillingdon), by=homeward, on=TODAY)

    assert (first.created, first.unchanged) == (6, 0)
    assert (second.created, second.unchanged) == (0, 6)
    assert Entry.objects.filter(kind="calendar.terms.loaded").count() == 1
    assert announced == [(frozenset({hillingdon.pk, oak_park.pk}), TODAY)]


def test_a_corrected_term_takes_the_place_of_the_old_one(loaded, homeward):
    corrected = [("term", "2026-09-03", "2026-12-17", "Autumn term")]

    done = load_terms(rows(loaded, corrected), by=homeward, on=TODAY)

    assert (done.created, done.replaced) == (1, 1)
    autumn = TermDate.objects.get(kind="term", starts_on__year=2026)
    assert autumn.ends_on == day("2026-12-17")


def test_a_new_name_or_note_changes_the_row(loaded, homeward):
    done = load_terms(rows(loaded, note="Example dates"), by=homeward, on=TODAY)

    assert (done.changed, done.created, done.replaced) == (6, 0, 0)
    assert all(row.is_example for row in TermDate.objects.all())


def test_one_wrong_row_and_nothing_is_written(hillingdon, homeward, announced):
    wrong = [*TERMS_2026_27, ("term", "2027-09-02", "2026-12-18", "")]

    with pytest.raises(WrongTermDates, match="before it starts"):
        load_terms(rows(hillingdon, wrong), by=homeward, on=TODAY)

    assert not TermDate.objects.exists()
    assert announced == []


def test_an_inset_day_is_added_and_taken_back_with_its_history(
    loaded, oak_park, ap_lead, announced
):
    inset = close(oak_park, ap_lead)
    remove_closure(inset, by=ap_lead, on=TODAY)

    entries = Entry.objects.filter(about=oak_park.reference).order_by("number")
    assert [entry.kind for entry in entries] == [
        "calendar.closure.added",
        "calendar.closure.removed",
    ]
    assert all(entry.keeper_id == loaded.pk for entry in entries)
    assert announced == [(frozenset({oak_park.pk}), TODAY)] * 2
    assert not TermDate.objects.filter(organisation=oak_park).exists()


def test_taking_back_twice_writes_one_entry(loaded, oak_park, ap_lead):
    inset = close(oak_park, ap_lead)
    again = TermDate.objects.select_related("organisation").get(pk=inset.pk)

    remove_closure(inset, by=ap_lead, on=TODAY)
    remove_closure(again, by=ap_lead, on=TODAY)

    assert Entry.objects.filter(kind="calendar.closure.removed").count() == 1


def test_the_same_days_are_closed_once(loaded, oak_park, ap_lead):
    close(oak_park, ap_lead)

    with pytest.raises(AlreadyClosed):
        close(oak_park, ap_lead)


def test_only_whoever_keeps_the_dates_may_change_them(
    loaded, oak_park, elm_road, ap_lead, administrator
):
    inset = close(elm_road, administrator)

    for stranger in (ap_lead, access_of(oak_park, "teacher"), NOBODY):
        with pytest.raises(NotTheirs):
            close(elm_road, stranger, "2026-12-04")
        with pytest.raises(NotTheirs):
            remove_closure(inset, by=stranger, on=TODAY)
        assert removable(stranger, inset.reference) is None
    assert removable(administrator, inset.reference) == inset


def test_a_term_is_not_added_or_removed_as_a_closure(loaded, administrator):
    with pytest.raises(WrongTermDates):
        close(loaded, administrator, kind=TermDateKind.TERM)
    term = TermDate.objects.filter(kind="term").first()
    with pytest.raises(WrongTermDates):
        remove_closure(term, by=administrator, on=TODAY)
    assert removable(administrator, term.reference) is None


def test_dates_that_a_count_ran_out_of_are_asked_of_the_authority_once(
    loaded, oak_park, elm_road, ap_lead
):
    for _ in range(2):
        expect_dates([(oak_park.pk, "2027-28"), (elm_road.pk, "2027-28")], by=ap_lead, on=TODAY)

    asked = Expectation.objects.get(kind=actions.KIND)
    assert (asked.about, asked.period, asked.owner_id) == (
        loaded.reference,
        "2027-28",
        loaded.pk,
    )
    assert asked.role == "administrator"
    assert "31 August 2027" in asked.arithmetic


def test_a_school_with_its_own_terms_is_asked_itself(loaded, oak_park, ap_lead):
    own = [("term", "2027-09-02", "2027-12-17", "Autumn term")]
    load_terms(rows(oak_park, own), by=ap_lead, on=TODAY)

    expect_dates([(oak_park.pk, "2027-28")], by=ap_lead, on=TODAY)

    asked = Expectation.objects.get(kind=actions.KIND)
    assert (asked.about, asked.owner_id, asked.role) == (
        oak_park.reference,
        oak_park.pk,
        "ap_lead",
    )
    assert asked.keeper_id == loaded.pk


def test_loading_the_dates_meets_what_was_asked(loaded, oak_park, ap_lead, homeward):
    expect_dates([(oak_park.pk, "2027-28")], by=ap_lead, on=TODAY)
    next_year = [
        ("term", "2027-09-02", "2027-12-17", ""),
        ("term", "2028-01-05", "2028-03-30", ""),
        ("term", "2028-04-18", "2028-07-20", ""),
    ]

    load_terms(rows(loaded, next_year), by=homeward, on=day("2026-12-01"))

    asked = Expectation.objects.get(kind=actions.KIND)
    assert asked.met_on == day("2026-12-01")
    assert not expect_dates([(oak_park.pk, "2027-28")], by=ap_lead, on=day("2026-12-02"))
