"""Opening and sending the pages of a placement as one of the cast, on a day."""

import re
from html import unescape

import pytest
from django.urls import reverse

from homeward.due.models import Expectation
from homeward.organisations.models import Installation
from tests.asked import SIGN_IN_AND_ACCESS, asked
from tests.cast import DAY

__all__ = ["SIGN_IN_AND_ACCESS", "answers", "asked", "at", "boxes", "line", "plain", "visit"]


@pytest.fixture
def visit(cast, client, monkeypatch):
    """Open a page as one of the cast, or send its form; answers the response with its `text`."""
    Installation.objects.create(pk=1, is_demo=True)

    def go(name, address, data=None, on=DAY, follow=False):
        monkeypatch.setattr("django.conf.settings.TODAY", on)
        client.force_login(cast.people[name])
        if data is None:
            answer = client.get(address, follow=follow)
        else:
            answer = client.post(address, data, follow=follow)
        answer.text = plain(answer.content.decode())
        return answer

    return go


def at(name, placement, query="", **more):
    """The address of a page of a placement."""
    return reverse(f"placements:{name}", kwargs={"reference": placement.reference, **more}) + query


def plain(html):
    """What a person reads of a page, on one line."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"</?(?:bdi|strong|q|em|span)\b[^>]*>", "", html)))


def answers(client, address, **typed):
    """What the form of a page would send as it opens, with what is typed into it."""
    html = client.get(address).content.decode()
    sent = {}
    for tag in re.findall(r"<input\b[^>]*>", html):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        is_choice = said.get("type") in {"radio", "checkbox"}
        if "name" in said and (not is_choice or re.search(r"\schecked\b", tag)):
            sent[said["name"]] = unescape(said.get("value", ""))
    for name, text in re.findall(r'<textarea\b[^>]*name="(\w+)"[^>]*>(.*?)</textarea>', html, re.S):
        sent[name] = unescape(text)
    return {**sent, **typed}


def line(placement, kind, period):
    """What is stored as due."""
    return Expectation.objects.get(about=placement.reference, kind=kind, period=period)


def boxes(name, day):
    """A day as its three boxes send it."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
