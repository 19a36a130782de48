"""Tests of the family's pages can open the child's own, and those of a placement as somebody."""

from tests.family.child import my_plan  # noqa: F401 - a fixture
from tests.family.mother import phone  # noqa: F401 - a fixture
from tests.placements.visiting import visit  # noqa: F401 - a fixture
