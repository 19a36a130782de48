"""The facts of reviews: those that were held, and what they decided should be done."""

from collections import defaultdict
from collections.abc import Sequence

from homeward.organisations.access import Access
from homeward.placements.models import Review, ReviewAction
from homeward.placements.rules.facts import ActionFact, ReviewFact


def reviews(access: Access, keys: Sequence[int]) -> dict[int, list[ReviewFact]]:
    """The reviews of many placements, the oldest first: one query."""
    found: dict[int, list[ReviewFact]] = defaultdict(list)
    rows = Review.objects.filter(placement__in=keys).order_by("held_on", "id")
    for placement, *said in rows.values_list("placement_id", "held_on", "decision", "next_on"):
        found[placement].append(ReviewFact(*said))
    return found


def actions(access: Access, keys: Sequence[int]) -> dict[int, list[ActionFact]]:
    """What reviews decided should be done, by placement: one query."""
    found: dict[int, list[ActionFact]] = defaultdict(list)
    rows = ReviewAction.objects.filter(placement__in=keys).order_by("by_on", "id")
    names = ("placement_id", "reference", "what", "who", "by_on", "person_id", "done_on")
    for placement, reference, *said in rows.values_list(*names):
        found[placement].append(ActionFact(str(reference), *said))
    return found
