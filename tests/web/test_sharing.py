"""R30: what is public is shared from its own page, without any other site; a child's page never is."""

import re
from urllib.parse import unquote

import pytest
from django.conf import settings

from tests.placements.visiting import at, visit  # noqa: F401 - a fixture

PUBLIC = [
    "/guidance/",
    "/guidance/reintegration/",
    "/schools/",
    "/schools/?q=oak&status=open",
    "/schools/999901/",
    "/contacts/",
    "/term-dates/",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_gives_its_address_to_copy_and_to_send(cast, client, path):
    html = client.get(path).content.decode()

    address = re.search(r'id="share-address"[^>]*value="([^"]*)"', html)[1].replace("&amp;", "&")
    mail = re.search(r'href="mailto:\?subject=([^&"]+)&amp;body=([^"]*)"', html)
    assert address == settings.BASE_URL + path
    assert unquote(mail[2]) == address
    assert unquote(mail[1])
    assert "data-print" in html


def test_a_page_on_paper_is_shared_by_the_address_it_has_on_the_screen(cast, client):
    html = client.get("/guidance/reintegration/?print").content.decode()

    assert f'value="{settings.BASE_URL}/guidance/reintegration/"' in html


def test_hostile_words_in_an_address_stay_words(cast, client):
    html = client.get("/schools/?q=%22%3E%3Cscript%3E").content.decode()

    assert "<script>" not in html.split("share-address")[1]


@pytest.mark.parametrize(
    "name",
    [
        "placement",
        "plan",
        "plan_versions",
        "agreement",
        "people",
        "contacts",
        "reviews",
        "coming_back",
        "day_before",
        "readiness",
        "move",
        "checks",
        "history",
    ],
)
def test_a_page_about_a_child_is_printed_and_never_shared(cast, visit, name):  # noqa: F811
    html = visit("lead", at(name, cast.running)).content.decode()

    assert "share-address" not in html
    assert "data-share" not in html
    assert "mailto:?" not in html
    assert "data-print" in html
