"""A review that was held."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish
from homeward.placements.models import Placement, Review
from homeward.web.days import short_day


@transaction.atomic
def record_review(
    placement: Placement,
    *,
    held_on: date,
    next_on: date,
    is_child_present: bool,
    is_parent_present: bool,
    who_else: str = "",
    which_school: str = "",
    child_said: str = "",
    parents_said: str = "",
    what_was_agreed: str = "",
    by: Access,
    on: date,
) -> Review:
    """Write down a review: who was there, what was said, and always the next date.

    Raises NotAllowed for a day to come or a next date that is not later.
    """
    if held_on > on:
        raise NotAllowed("That day is still to come. Record the review when it has been held.")
    if next_on <= held_on:
        raise NotAllowed("The next review must be after this one.")
    review = Review.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        held_on=held_on,
        next_on=next_on,
        is_child_present=is_child_present,
        is_parent_present=is_parent_present,
        who_else=who_else,
        which_school=which_school,
        child_said=child_said,
        parents_said=parents_said,
        what_was_agreed=what_was_agreed,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    finish(
        placement,
        kind="review.held",
        summary=f"Held a review on {short_day(held_on)}; next on {short_day(next_on)}",
        by=by,
        on=on,
        after={"held_on": held_on, "next_on": next_on, "child_present": is_child_present},
    )
    return review
