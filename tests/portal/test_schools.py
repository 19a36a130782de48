"""The directory, and a school's own page."""

import csv
import io

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from homeward.organisations.access import NOBODY
from homeward.organisations.models import Organisation
from homeward.portal import queries
from homeward.portal.queries import Wanted

from .conftest import Borough


def names(**wanted: str) -> list[str]:
    return [line.name for line in queries.schools(NOBODY, Wanted(**wanted)).items]


@pytest.mark.parametrize(
    "typed", ["st josephs", "St Joseph's", "JOSEPH’S st", "cathol jos", "102420"]
)
def test_a_school_is_found_however_its_name_is_typed(borough: Borough, typed: str) -> None:
    assert names(text=typed) == ["St Joseph’s Catholic Primary School"]


def test_schools_are_narrowed_by_phase_status_and_area(borough: Borough) -> None:
    elsewhere = Organisation.objects.create(
        kind="authority", name="Ealing", search_key="ealing", code="307"
    )
    borough.school("102500", "Ealing Primary", authority=elsewhere)

    assert names(phase="Secondary") == ["Oak Park School (example)"]
    assert names(status="closed") == ["The Skills Hub"]
    assert names(area="307") == ["Ealing Primary"]
    assert len(names()) == 5


def test_the_directory_opens_with_the_open_schools_of_the_authority(
    client: Client, borough: Borough
) -> None:
    html = client.get("/schools/").content.decode()

    assert "3 schools" in html
    assert 'href="/schools/149033/"' in html
    assert 'href="/schools/142107/"' not in html
    assert "Open Government Licence" in html


def test_one_and_none_are_said_in_words(client: Client, borough: Borough) -> None:
    assert "1 school<" in client.get("/schools/?q=oak").content.decode()
    assert "No school fits." in client.get("/schools/?q=zzz").content.decode()


def test_a_long_list_is_read_slice_by_slice_without_gap_or_double(borough: Borough) -> None:
    for number in range(7):
        borough.school(f"10300{number}", "St Mary's School")

    seen: list[str] = []
    after = ""
    while True:
        slice_ = queries.schools(NOBODY, Wanted(), after, size=3)
        seen += [line.urn for line in slice_.items]
        after = slice_.next_after
        if not after:
            break

    assert len(seen) == len(set(seen)) == 11


@pytest.mark.parametrize("after", ["x", "W10", "WyIiLCJ4Il0", "é", "a" * 3000])
def test_a_broken_mark_begins_at_the_start(client: Client, borough: Borough, after: str) -> None:
    response = client.get("/schools/", {"after": after})

    assert response.status_code == 200
    assert "Oak Park" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%25_%27", "phase=nothing", "status=x", "q=" + "a" * 5000]
)
def test_strange_questions_are_answered_in_sentences(
    client: Client, borough: Borough, query: str
) -> None:
    assert client.get(f"/schools/?{query}").status_code in {200, 422}


def test_the_number_of_queries_is_the_same_for_few_and_many(
    client: Client, borough: Borough, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(5):
        client.get("/schools/")
    for number in range(50):
        borough.school(f"1040{number:02}", f"School {number}")
    with django_assert_max_num_queries(5):
        client.get("/schools/")


def test_the_same_schools_come_as_a_file(client: Client, borough: Borough) -> None:
    borough.school("103999", "=cmd School")

    response = client.get("/schools/schools.csv?phase=Primary")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert [row["Name"] for row in rows] == ["'=cmd School", "St Joseph’s Catholic Primary School"]


def test_a_school_shows_what_it_was_and_what_it_became(client: Client, borough: Borough) -> None:
    html = client.get("/schools/142107/").content.decode()

    assert html.index("Hillingdon Tuition Centre") < html.index('href="/schools/149033/"')
    assert "Closed" in html
    assert 'href="/schools/102366/"' not in html


def test_an_example_school_says_so_and_leads_to_no_register(
    client: Client, borough: Borough
) -> None:
    html = client.get("/schools/999001/").content.decode()

    assert "invented for the demonstration" in html
    assert "get-information-schools" not in html
