"""One box over everything public."""

import pytest
from django.test import Client

from homeward.portal.rules import matching
from homeward.reference.guidance import PASSAGES

from .conftest import Borough


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("term dates", 'href="/term-dates/"'),
        ("skills", 'href="/schools/149033/"'),
        ("st josephs", 'href="/schools/102420/"'),
        ("exclusions", 'href="/contacts/#team-'),
        ("R13", 'href="/guidance/reintegration/#R13"'),
        ("weekly contact", "/guidance/"),
        ("L10", 'href="/guidance/#L10"'),
    ],
)
def test_what_is_public_is_found(client: Client, borough: Borough, typed: str, found: str) -> None:
    assert found in client.get("/search/", {"q": typed}).content.decode()


@pytest.mark.parametrize("typed", ["", " ", "zzzz", "\0", "'", "<script>", "%", "a" * 9000])
def test_any_question_is_answered(client: Client, borough: Borough, typed: str) -> None:
    response = client.get("/search/", {"q": typed})

    assert response.status_code == 200
    assert "<script>" not in response.content.decode().replace("<script type=", "")


def test_nothing_found_says_what_to_try(client: Client, borough: Borough) -> None:
    assert "Nothing fits." in client.get("/search/?q=zzzz").content.decode()


def test_passages_named_by_the_words_come_first() -> None:
    found = matching(PASSAGES.values(), ["r13"])

    assert found[0].number == "R13"
    assert matching(PASSAGES.values(), []) == []
