"""On which days each side of a placement looked at what helps, for the facts of many."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from homeward.organisations.access import Access
from homeward.placements.models import ReadinessRating


def rated_on(access: Access, keys: Sequence[int]) -> dict[int, dict[str, list[date]]]:
    """The days on which each side of many placements looked, by their keys: one query."""
    found: dict[int, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    rows = ReadinessRating.objects.filter(placement__in=keys).order_by("rated_on", "id")
    for placement, rater, day in rows.values_list("placement_id", "rater", "rated_on"):
        found[placement][rater].append(day)
    return found
