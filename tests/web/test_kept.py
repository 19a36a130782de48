"""A form sent after the session ran out is given back after sign-in."""

import pytest
from django.urls import reverse

from homeward.organisations.models import Installation
from homeward.placements.models import Placement


@pytest.fixture
def address(cast):
    Installation.objects.create(pk=1, is_demo=True)
    return reverse("placements:why", kwargs={"reference": cast.draft.reference})


def send(client, address, cast):
    said = {"edited": cast.draft.edited, "immediate_need": "Time with one adult he trusts"}
    return client.post(address, {**said, "csrfmiddlewaretoken": "x"})


def test_the_words_wait_until_their_writer_is_back_and_are_saved(cast, client, address):
    asked = send(client, address, cast)
    client.force_login(cast.lead)

    back = client.get(address).content.decode()
    saved = client.post(
        address, {"edited": cast.draft.edited, "immediate_need": "Time with one adult he trusts"}
    )

    assert asked.status_code == 302
    assert "sign-in" in asked.url
    assert "Time with one adult he trusts" in back
    assert "Nothing is lost" in back
    assert saved.status_code == 302
    assert Placement.objects.get(pk=cast.draft.pk).immediate_need.startswith("Time with one")
    assert "Nothing is lost" not in client.get(address).content.decode()


def test_the_words_can_be_thrown_away(cast, client, address):
    send(client, address, cast)
    client.force_login(cast.lead)

    client.post(address, {"kept_words_away": "1"})

    assert "Nothing is lost" not in client.get(address).content.decode()


def test_somebody_who_may_not_open_the_page_does_not_see_the_words(cast, client, address):
    send(client, address, cast)
    client.force_login(cast.elm_lead)

    page = client.get(address, follow=True)

    assert b"one adult he trusts" not in page.content
