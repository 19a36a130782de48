"""Journeys run in Debian's Chromium against a live server with the database of the test."""

import os

import pytest

from tests.cast import DAY
from tests.journeys.browser import CHROMIUM, DESKTOP, OPTIONS, WHY_NOT, Visit


@pytest.fixture(scope="session", autouse=True)
def _chromium():
    if CHROMIUM is None:
        pytest.skip(WHY_NOT)
    # The browser is driven by an event loop of this thread; the tests themselves are synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": OPTIONS}


@pytest.fixture
def visit(live_server, page, monkeypatch):
    """One person's browser on the live server, on DAY; see `Visit`."""
    monkeypatch.setattr("django.conf.settings.TODAY", DAY)
    page.set_viewport_size(DESKTOP)
    return Visit(page, live_server.url)
