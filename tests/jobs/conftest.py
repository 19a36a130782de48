from datetime import date

import pytest

from homeward.jobs import registry

TODAY = date(2026, 11, 24)


@pytest.fixture
def kinds(monkeypatch):
    """No room's work: each test declares its own."""
    monkeypatch.setattr(registry, "_handlers", {})
    monkeypatch.setattr(registry, "_daily", {})


@pytest.fixture
def done(kinds):
    """Declares the job "tell", which notes what it was given and on which day."""
    seen = []
    registry.job("tell")(lambda payload, on: seen.append((payload["who"], on)))
    return seen
