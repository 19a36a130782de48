"""The front page, and what holds for every public page."""

import re

import pytest
from django.test import Client

from homeward.web import navigation
from homeward.web.pages import PUBLIC

from .conftest import Borough

PAGES = [
    "/",
    "/guidance/",
    "/guidance/reintegration/",
    "/guidance/reintegration/?print",
    "/schools/",
    "/schools/?q=nothing+like+it",
    "/schools/142107/",
    "/contacts/",
    "/search/",
    "/search/?q=skills",
]


def test_a_stranger_understands_in_a_breath_and_is_led_on(client: Client, borough: Borough) -> None:
    html = client.get("/").content.decode()

    assert "Every child away from school has a way back" in html
    assert 'action="/search/"' in html
    assert 'href="/sign-in/"' in html
    for address in ("/guidance/", "/schools/", "/contacts/"):
        assert f'<a href="{address}">' in html


def test_every_section_open_to_everybody_has_a_card(client: Client, borough: Borough) -> None:
    html = client.get("/").content.decode()

    public = [one for one in navigation._sections.values() if one.permission is PUBLIC]
    assert len(re.findall('class="hw-card"', html)) == len(public)
    assert all(f">{one.name}</a></h3>" in html for one in public)


@pytest.mark.parametrize("address", PAGES)
def test_every_public_page_is_whole_and_asks_no_other_host(
    client: Client, borough: Borough, address: str
) -> None:
    response = client.get(address)
    html = response.content.decode()

    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert (
        "default-src &#x27;none&#x27;".replace("&#x27;", "'") in response["Content-Security-Policy"]
    )
    assert not re.search(r"<(script|img|link|iframe)[^>]+(src|href)=\"https?:", html)
    assert not re.search(r"\son\w+=|\sstyle=|<style", html)


@pytest.mark.parametrize("address", PAGES)
def test_head_is_answered_as_get(client: Client, borough: Borough, address: str) -> None:
    assert client.head(address).status_code == 200


def test_an_address_that_is_nowhere(client: Client, borough: Borough) -> None:
    response = client.get("/schools/000000/")

    assert response.status_code == 404
    assert "We cannot find this page" in response.content.decode()
