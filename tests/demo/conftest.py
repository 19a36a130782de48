"""The demo borough, told once and laid down for each test that looks at it."""

import pytest

from homeward.demo.borough import make
from tests.cast import DAY
from tests.snapshot import laid_down


@pytest.fixture
def borough(db, settings):
    """The whole borough as it stands on DAY."""
    settings.TODAY = DAY
    return laid_down("borough", lambda: make(today=DAY, seed=1, size="borough"))
