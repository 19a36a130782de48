"""R21, R29: the teams and their addresses are always shown."""

from django.test import Client

from homeward.organisations.models import Team

from .conftest import Borough


def test_each_team_says_when_to_ask_it_and_how(client: Client, borough: Borough) -> None:
    html = client.get("/contacts/").content.decode()

    assert "Exclusions Team" in html
    assert "When a child is coming back to school." in html
    assert 'href="mailto:exclusionsupport@hillingdon.gov.uk"' in html
    assert 'href="tel:018954960123"' in html


def test_no_team_yet_is_said_in_words(client: Client, borough: Borough) -> None:
    Team.objects.all().delete()

    assert "No team has been entered yet." in client.get("/contacts/").content.decode()
