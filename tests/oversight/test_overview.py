"""The overview: who sees what, how it is narrowed, its counts, its pages and its spreadsheets."""

import csv
import io
from datetime import date
from importlib import import_module

import pytest
from django.urls import reverse

from homeward.oversight import queries
from homeward.oversight.queries import Chosen
from tests.cast import DAY
from tests.oversight.planting import agreed
from tests.placements.visiting import asked, visit  # noqa: F401

OVERVIEW = reverse("oversight:overview")
SPREADSHEET = reverse("oversight:spreadsheet")
HEADS = reverse("oversight:heads")
HEADS_SPREADSHEET = reverse("oversight:heads_spreadsheet")


def children(cast, name, on=DAY, **chosen):
    rows = queries.listing(cast.access(name), Chosen(**chosen), on=on).items
    return {row.child for row in rows}


def table(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_each_sees_the_placements_they_take_part_in(cast):
    assert children(cast, "exclusions") == {"Amira Haddad", "Kofi Asante"}
    assert children(cast, "lead") == children(cast, "head") == children(cast, "dsl")
    assert children(cast, "lead") == {"Amira Haddad"}
    assert children(cast, "elm_lead") == children(cast, "far_officer") == set()


@pytest.mark.parametrize("address", [OVERVIEW, SPREADSHEET, HEADS, HEADS_SPREADSHEET])
@pytest.mark.parametrize("name", ["tutor", "teacher", "bridge_worker", "north_worker", "admin"])
def test_there_is_no_overview_for_those_who_oversee_nothing(cast, visit, name, address):  # noqa: F811
    assert visit(name, address).status_code == 403


@pytest.mark.parametrize("address", [HEADS, HEADS_SPREADSHEET])
def test_a_school_has_no_page_of_the_whole_area(cast, visit, address):  # noqa: F811
    assert visit("head", address).status_code == 403
    assert "Hours and heads" not in visit("head", OVERVIEW).text


def test_elm_road_reads_an_empty_page_and_no_name(cast, visit):  # noqa: F811
    page = visit("elm_lead", OVERVIEW)

    assert "No placement is agreed, running, coming back or being checked." in page.text
    assert "Amira" not in page.text
    assert "Bridge House" not in page.text
    assert table(visit("elm_lead", SPREADSHEET)) == []


def test_a_draft_is_not_overseen(cast):
    assert "Ben O’Neil" not in children(cast, "exclusions")


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"school": "none"}, {"Kofi Asante"}),
        ({"year": "9"}, {"Amira Haddad", "Kofi Asante"}),
        ({"year": "8"}, set()),
        ({"text": "haddad"}, {"Amira Haddad"}),
        ({"shown": "running"}, {"Amira Haddad", "Kofi Asante"}),
        ({"shown": "returning"}, set()),
        ({"shown": "monitored"}, set()),
        ({"shown": "starting"}, set()),
        ({"drift": "no_review"}, {"Amira Haddad"}),
    ],
)
def test_it_is_narrowed(cast, chosen, found):
    assert children(cast, "exclusions", **chosen) == found


def test_a_placement_that_has_not_begun_starts_later(cast):
    agreed(cast, "Later", starts_on=date(2026, 11, 30))

    assert children(cast, "lead", shown="starting") == {"Later Planted"}
    assert children(cast, "lead", shown="running") == {"Amira Haddad"}
    (row,) = queries.listing(cast.access("lead"), Chosen(shown="starting"), on=DAY).items
    assert row.drift.sentence == "Starts on Monday 30 November."


def test_the_address_narrows_and_nonsense_in_it_does_not(cast, visit):  # noqa: F811
    provider = cast.bridge_house.reference
    narrowed = visit("exclusions", f"{OVERVIEW}?provider={provider}&year=9&shown=running")
    assert "Amira Haddad" in narrowed.text
    assert "Kofi Asante" not in narrowed.text

    nonsense = "?shown=x&drift=%00&school=y&provider=none&year=99&after=%FF&looked=nobody"
    everything = visit("exclusions", OVERVIEW + nonsense)
    assert everything.status_code == 200
    assert "Kofi Asante" in everything.text


def test_a_name_that_is_typed_stands_in_no_address(cast, visit):  # noqa: F811
    answer = visit("exclusions", OVERVIEW, {"q": "haddad"})

    assert answer.status_code == 302
    assert "haddad" not in answer.url.lower()
    page = visit("exclusions", answer.url)
    assert "Amira Haddad" in page.text
    assert "Kofi Asante" not in page.text


def test_it_counts_by_drift_school_and_provider(cast):
    found = queries.summary(cast.access("exclusions"), on=DAY)

    assert (found.live, found.without_school, found.to_speak) == (2, 1, 2)
    assert sum(number for _, number in found.kinds) == 2
    assert {one.name: one.live for one in found.schools} == {
        "None yet": 1,
        "Oak Park School (example)": 1,
    }
    assert {one.name: one.live for one in found.providers} == {
        "Bridge House (example)": 1,
        "Northgate (example)": 1,
    }
    assert all(one.drifting <= one.live for one in (*found.schools, *found.providers))


def test_the_pages_follow_each_other_without_a_gap(cast, monkeypatch):
    for number in range(3):
        agreed(cast, f"Child{number}")
    monkeypatch.setattr(import_module("homeward.oversight.queries.listing"), "PAGE_SIZE", 2)
    access, seen, after = cast.access("exclusions"), [], ""
    while True:
        page = queries.listing(access, Chosen(), on=DAY, after=after)
        seen += [row.reference for row in page.items]
        if not (after := page.next_after):
            break

    everything = queries.everything(access, Chosen(), on=DAY)
    assert seen == [row.reference for row in everything]
    assert len(set(seen)) == 5


def test_the_page_asks_as_much_for_many_as_for_few_and_at_most_six_times(cast, visit):  # noqa: F811
    few = asked(lambda: visit("exclusions", OVERVIEW))
    for number in range(6):
        agreed(cast, f"Child{number}", by=("lead", "elm_lead")[number % 2])

    many = asked(lambda: visit("exclusions", OVERVIEW))

    assert len(many) == len(few) <= 6, "\n".join(many)


def test_the_spreadsheet_holds_the_sentence_and_is_narrowed_alike(cast, visit):  # noqa: F811
    rows = table(visit("exclusions", SPREADSHEET + "?school=none"))

    (kofi,) = rows
    assert kofi["Child"] == "Kofi Asante"
    assert kofi["Home school"] == "None yet"
    assert kofi["In a sentence"].endswith(".")


def test_the_areas_meters_are_listed_with_schools_and_as_a_spreadsheet(cast, visit):  # noqa: F811
    page = visit("exclusions", HEADS)

    assert "Bridge House (example)" in page.text
    assert "Northgate" not in page.text
    assert "Oak Park School (example): 1, of them full-time 1" in page.text
    assert "Announced, not yet law" in page.text
    assert "Amira" not in page.text
    (row,) = table(visit("exclusions", HEADS_SPREADSHEET))
    assert row["Full-time"] == "1"
    assert row["Rule"] == "R-UAP-02 When a setting must be a school"
    assert row["Line"] == "clear"
