"""What every test of the house needs."""

from pathlib import Path

import pytest

from tests import jinja_signal, sockets
from tests.cast import cast  # noqa: F401 - a fixture of every test
from tests.guards import let_flush_pass

let_flush_pass()

JOURNEYS = Path(__file__).parent / "journeys"
BY_RULE_NOT_BY_HARDNESS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_configure(config):
    """Quick passwords, today's own date, no stranger to talk to, and pages that can be looked into."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = BY_RULE_NOT_BY_HARDNESS
    settings.TODAY = None
    sockets.guard()
    jinja_signal.send()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the journeys, and walk them last: a browser leaves an event loop behind."""
    for item in items:
        if item.path.is_relative_to(JOURNEYS):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
