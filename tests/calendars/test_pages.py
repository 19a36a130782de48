"""The pages of term dates: open to everybody, kept by few."""

import re
from datetime import date

import icalendar
import pytest
from django.urls import reverse

from homeward.calendars.actions import KIND, add_closure, expect_dates, load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.due import kinds
from homeward.organisations.access import NOBODY
from homeward.organisations.models import Installation, Membership, Person

from .conftest import TODAY, day, rows


@pytest.fixture(autouse=True)
def demonstration(db, monkeypatch, settings):
    settings.TODAY = TODAY
    Installation.objects.create(pk=1, is_demo=True)


@pytest.fixture
def sign_in(client, db):
    def sign_in_as(role, place):
        person = Person.objects.create_user(f"{role}-{place.pk}@example.org", "Mara Lind", "x")
        Membership.objects.create(
            person=person, organisation=place, role=role, from_on=date(2026, 9, 1)
        )
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in_as


def text(response) -> str:
    return response.content.decode()


def address(name, place, *args):
    return reverse(f"calendars:{name}", args=[place.reference, *args])


def test_everybody_can_read_the_only_authoritys_year(client, loaded):
    shown = text(client.get("/term-dates/"))

    assert "School is open, 2026-27" in shown
    assert "Autumn term, first half" in shown
    assert "Wednesday 2 September 2026" in shown
    assert "Early May bank holiday" in shown
    assert "Half-term holiday: Saturday 24 October 2026 to Sunday 1 November 2026" in shown
    assert "The term dates of 2027-28 are not all here yet." in shown


def test_a_page_without_any_dates_says_so(client, oak_park):
    assert "No authority’s term dates are here yet." in text(client.get("/term-dates/"))
    assert "No term dates of 2026-27 are here yet." in text(client.get(address("place", oak_park)))


def test_a_school_is_found_by_words_of_its_name(client, loaded, oak_park, elm_road):
    shown = text(client.get("/term-dates/", {"q": "oak PARK"}))

    assert address("place", oak_park) in shown
    assert address("place", elm_road) not in shown


def test_a_schools_page_says_whose_dates_it_follows(client, loaded, oak_park):
    shown = text(client.get(address("place", oak_park)))

    assert "follows the term dates of <bdi>Hillingdon</bdi>" in shown
    assert "Add an INSET day" not in shown


def test_example_dates_are_labelled(client, hillingdon, homeward):
    load_terms(rows(hillingdon, note="Example dates"), by=homeward, on=TODAY)

    assert "These dates are invented" in text(client.get("/term-dates/"))


@pytest.mark.parametrize("asked", ["2026-28", "1900-01", "rubbish", "9999-00", "\x00"])
def test_a_year_that_is_none_shows_this_year(client, loaded, asked):
    response = client.get("/term-dates/", {"year": asked})

    assert response.status_code == 200
    assert "School is open, 2026-27" in text(response)


def test_an_address_with_a_year_that_is_none_is_not_found(client, loaded):
    assert client.get(f"/term-dates/{loaded.reference}/2026-28/").status_code == 404
    assert client.get(f"/term-dates/{loaded.reference}/2027-28/").status_code == 200


def test_a_providers_reference_is_no_page_of_term_dates(client, loaded, oak_park):
    oak_park.kind = "provider"
    oak_park.save()

    assert client.get(address("place", oak_park)).status_code == 404


def test_a_page_takes_few_queries(client, loaded, oak_park, ap_lead, django_assert_max_num_queries):
    for inset in ("2026-11-27", "2026-12-04", "2027-01-08", "2027-06-25"):
        close(oak_park, inset, ap_lead)

    with django_assert_max_num_queries(8):
        client.get(address("place", oak_park))


def close(place, closed, by):
    return add_closure(
        place,
        kind=TermDateKind.INSET,
        starts_on=day(closed),
        ends_on=day(closed),
        by=by,
        on=TODAY,
    )


def test_the_calendar_file_has_all_day_events_with_exclusive_ends(
    client, loaded, oak_park, ap_lead
):
    close(oak_park, "2026-11-27", ap_lead)

    response = client.get(address("calendar_file", oak_park))

    events = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    spans = {str(event["SUMMARY"]): (event["DTSTART"].dt, event["DTEND"].dt) for event in events}
    assert response["Content-Type"].startswith("text/calendar")
    assert spans["Oak Park School (example): Autumn term 2026-27, first half"] == (
        day("2026-09-02"),
        day("2026-10-24"),
    )
    assert spans["Oak Park School (example): INSET day"] == (day("2026-11-27"), day("2026-11-28"))
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_an_ap_lead_adds_an_inset_day_and_takes_it_back(sign_in, loaded, oak_park):
    client = sign_in("ap_lead", oak_park)
    typed = {"kind": "inset", "starts_on": "2026-11-27", "name": ""}

    added = client.post(address("add_closure", oak_park), typed)

    assert added.status_code == 302
    inset = TermDate.objects.get(organisation=oak_park)
    assert (inset.starts_on, inset.ends_on) == (day("2026-11-27"), day("2026-11-27"))
    removal = reverse("calendars:removal", args=[inset.reference])
    assert removal in text(client.get(added.url))
    assert "Friday 27 November 2026" in text(client.get(removal))
    assert client.post(removal).status_code == 302
    assert not TermDate.objects.filter(organisation=oak_park).exists()
    assert client.get(removal).status_code == 404


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"kind": "inset"}, "Enter the first day"),
        ({"starts_on": "2026-11-27"}, "Say whether it is an INSET day or a closure"),
        ({"kind": "inset", "starts_on": "2026-11-28"}, "There is no school then already: Weekend"),
        ({"kind": "inset", "starts_on": "2027-05-03"}, "Early May bank holiday"),
        (
            {"kind": "closure", "starts_on": "2026-11-27", "ends_on": "2026-11-26"},
            "The last day must be the first day or later",
        ),
        ({"kind": "inset", "starts_on": "2026-11-09", "ends_on": "2026-12-09"}, "too long"),
        ({"kind": "term", "starts_on": "2026-11-27"}, "Choose one of the answers shown"),
        ({"kind": "closure", "starts_on": "2026-02-30"}, "not a real date"),
        ({"kind": "closure", "starts_on": "2026-11-27", "name": "Sn\x00w"}, "hidden"),
    ],
)
def test_what_cannot_be_a_closed_day_gets_a_sentence(sign_in, loaded, oak_park, typed, told):
    response = sign_in("ap_lead", oak_park).post(address("add_closure", oak_park), typed)

    assert response.status_code == 422
    assert told in text(response)
    assert not TermDate.objects.filter(organisation=oak_park).exists()


def test_the_same_day_twice_is_said_on_the_form(sign_in, loaded, oak_park, ap_lead):
    close(oak_park, "2026-11-27", ap_lead)
    loaded_closed = {"kind": "inset", "starts_on": "2026-11-26", "ends_on": "2026-11-27"}

    response = sign_in("ap_lead", oak_park).post(address("add_closure", oak_park), loaded_closed)

    assert response.status_code == 422
    assert "already down" in text(response)


def test_strangers_keep_nothing(client, sign_in, loaded, oak_park, elm_road, ap_lead):
    inset = close(oak_park, "2026-11-27", ap_lead)
    pages = [
        address("add_closure", oak_park),
        address("load_terms", oak_park, "2026-27"),
        reverse("calendars:removal", args=[inset.reference]),
    ]

    assert [client.get(page).status_code for page in pages] == [302, 302, 302]
    sign_in("ap_lead", elm_road)
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    assert [client.post(page).status_code for page in pages] == [404, 404, 404]
    sign_in("teacher", oak_park)
    assert [client.get(page).status_code for page in pages] == [403, 403, 403]


TYPED_2027_28 = {
    "autumn_first": "2027-09-02",
    "autumn_last": "2027-12-17",
    "october_first": "2027-10-25",
    "october_last": "2027-10-29",
    "spring_first": "2028-01-05",
    "spring_last": "2028-03-31",
    "february_first": "2028-02-14",
    "february_last": "2028-02-18",
    "summer_first": "2028-04-18",
    "summer_last": "2028-07-20",
    "may_first": "2028-05-29",
    "may_last": "2028-06-02",
}


def test_an_administrator_enters_the_dates_that_are_needed(sign_in, loaded, oak_park, ap_lead):
    expect_dates([(oak_park.pk, "2027-28")], by=ap_lead, on=TODAY)
    form = address("load_terms", loaded, "2027-28")
    client = sign_in("administrator", loaded)

    assert client.get(form).status_code == 200
    kept = client.post(form, TYPED_2027_28)

    assert kept.status_code == 302
    shown = text(client.get(kept.url))
    assert "School is open, 2027-28" in shown
    assert "not complete" not in shown


def test_correcting_begins_with_the_dates_that_are_loaded(sign_in, loaded):
    shown = text(sign_in("administrator", loaded).get(address("load_terms", loaded, "2026-27")))

    boxes = {"autumn_first_day": 2, "october_first_day": 26, "october_last_day": 30,
             "may_last_month": 6, "summer_last_day": 21}  # fmt: skip
    for name, value in boxes.items():
        assert re.search(rf'name="{name}"[^>]* value="{value}"', shown), name


def test_terms_in_the_wrong_order_get_a_sentence(sign_in, loaded):
    wrong = TYPED_2027_28 | {"spring_first": "2027-12-01"}

    response = sign_in("administrator", loaded).post(
        address("load_terms", loaded, "2027-28"), wrong
    )

    assert response.status_code == 422
    assert "This term must start after the one before" in text(response)


def test_dates_needed_leads_to_the_form_of_its_year(loaded):
    kind = kinds.kind(KIND)
    described = kinds.described(NOBODY, {kind.describer: {loaded.reference}})

    assert kind.address(loaded.reference, "2027-28") == address("load_terms", loaded, "2027-28")
    assert "Hillingdon" in kind.asks(described[kind.describer, loaded.reference])
    assert kind.guidance.number == "H13"
