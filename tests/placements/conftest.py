"""Every test of a placement's pages can open them as somebody."""

from tests.placements.visiting import visit  # noqa: F401 - a fixture
