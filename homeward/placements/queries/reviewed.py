"""The facts of reviews: those that were held, and what they decided should be done."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.models import Membership
from homeward.placements.models import Placement, Review, ReviewAction
from homeward.placements.rules.facts import ActionFact, ReviewFact


def reviews(access: Access, keys: Sequence[int]) -> dict[int, list[ReviewFact]]:
    """The reviews of many placements, the oldest first: one query."""
    found: dict[int, list[ReviewFact]] = defaultdict(list)
    rows = Review.objects.filter(placement__in=keys).order_by("held_on", "id")
    said = rows.values_list("placement_id", "held_on", "decision", "next_on")
    for placement, held_on, decision, next_on in said:
        found[placement].append(ReviewFact(held_on, decision, next_on))
    return found


def actions(
    access: Access, placements: Sequence[Placement], *, on: date
) -> dict[int, list[ActionFact]]:
    """What reviews decided should be done, by placement: two queries at most.

    An action is due from the owner's own organisation. One whose owner works for none of the
    parties any more is nobody's by name.
    """
    by_key = {each.pk: each for each in placements}
    rows = list(
        ReviewAction.objects.filter(placement__in=by_key)
        .order_by("by_on", "id")
        .values_list(
            "placement_id",
            "reference",
            "what",
            "who",
            "by_on",
            "person_id",
            "done_on",
            "review__held_on",
            "placement__provider__organisation_id",
        )
    )
    works_at = _works_at({row[5] for row in rows if row[5] is not None}, on)
    found: dict[int, list[ActionFact]] = defaultdict(list)
    for key, reference, what, who, by_on, person, done_on, held_on, provider in rows:
        owner = _owner(by_key[key], provider, works_at.get(person, set()))
        found[key].append(
            ActionFact(
                reference=str(reference),
                what=what,
                who=who,
                by_on=by_on,
                person=person if owner is not None else None,
                owner=owner,
                done_on=done_on,
                decided_on=held_on,
            )
        )
    return found


def _owner(placement: Placement, provider: int | None, works_at: Collection[int]) -> int | None:
    """The first party for which the owner works: the school, the authority, or the provider."""
    parties = (
        placement.home_school_id or placement.commissioner_id,
        placement.keeper_id,
        provider,
    )
    return next((one for one in parties if one in works_at), None)


def _works_at(people: Collection[int], on: date) -> dict[int, set[int]]:
    if not people:
        return {}
    found: dict[int, set[int]] = defaultdict(set)
    rows = Membership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on), person__in=people, person__is_active=True
    )
    for person, organisation in rows.values_list("person_id", "organisation_id"):
        found[person].add(organisation)
    return found
