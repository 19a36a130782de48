"""R30: the guidance in our own words, beside where Homeward keeps it; to share and to print."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from homeward.portal import counts, kept
from homeward.portal.chapters import CHAPTERS
from homeward.portal.counts import Count
from homeward.portal.papers import papers
from homeward.reference.guidance import PASSAGES, PROMISES

from .conftest import Borough


@pytest.fixture(autouse=True)
def as_registered(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put back what rooms registered, whatever a test registers."""
    places, counted = {k: list(v) for k, v in kept._kept.items()}, dict(counts._counted)
    yield
    kept._kept.clear()
    kept._kept.update(places)
    counts._counted.clear()
    counts._counted.update(counted)


def test_every_promise_stands_in_one_chapter() -> None:
    numbers = [number for _, _, chapter in CHAPTERS for number in chapter]

    assert numbers == list(PROMISES)


def test_each_promise_is_shown_by_its_number(client: Client, borough: Borough) -> None:
    html = client.get("/guidance/reintegration/").content.decode()

    for number in PROMISES:
        assert f'id="{number}"' in html
    assert "https://leap.hillingdon.gov.uk/article/10968/Reintegration" in html


def test_a_promise_says_where_it_is_kept_and_todays_count(client: Client, borough: Borough) -> None:
    kept._kept.clear()
    kept.keep(
        "R13", screen="Log a contact", url_name="portal:home", test="tests/journeys/test_x.py"
    )
    counts.register("R13", lambda on: Count(12, 12, "children contacted this week"))

    html = client.get("/guidance/reintegration/").content.decode()

    assert "Log a contact" in html
    assert "tests/journeys/test_x.py" in html
    assert "12 of 12 children contacted this week" in html
    assert "<strong>1 of 30</strong>" in html
    assert html.count("Not built yet") == 29


def test_a_count_is_asked_for_the_day() -> None:
    asked: list[date] = []
    counts.register("R13", lambda on: asked.append(on) or Count(0, 0, "children"))  # type: ignore[func-returns-value]

    counts.count("R13", date(2026, 11, 24))

    assert asked == [date(2026, 11, 24)]
    assert counts.count("R99", date(2026, 11, 24)) is None


def test_few_children_are_not_counted_before_strangers() -> None:
    few = Count(1, 2, "children contacted")

    assert counts.said(few, is_signed_in=False) == "Fewer than 5 today (children contacted)"
    assert counts.said(few, is_signed_in=True) == "1 of 2 children contacted"
    assert counts.said(Count(0, 0, "children"), is_signed_in=True) == (
        "Nothing to count today (children)"
    )


def test_the_page_can_be_shared_and_printed_without_javascript(
    client: Client, borough: Borough
) -> None:
    html = client.get("/guidance/reintegration/").content.decode()
    paper = client.get("/guidance/reintegration/?print").content.decode()

    assert f'value="{settings.BASE_URL}/guidance/reintegration/"' in html
    assert 'href="mailto:?subject=' in html
    assert 'href="?print" data-print' in html
    assert "hw-paper" in paper
    assert "Printed from Homeward on" in paper


def test_every_other_passage_is_on_the_guidance_page(client: Client, borough: Borough) -> None:
    html = client.get("/guidance/").content.decode()

    for passage in PASSAGES.values():
        assert passage.number in PROMISES or f'id="{passage.number}"' in html


def test_the_papers_in_the_repository_are_current() -> None:
    folder = Path(settings.BASE_DIR) / "docs" / "guidance"

    for name, text in papers().items():
        assert (folder / name).read_text() == text, f"{name}: run manage.py write_docs"
