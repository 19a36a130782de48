"""What a review decided is done; or not done after all."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish
from homeward.placements.models import ReviewAction


@transaction.atomic
def mark_action_done(
    action: ReviewAction, *, done_on: date, note: str = "", by: Access, on: date
) -> ReviewAction:
    """Write down that an action was done. Of two who say so, the first day stands.

    Raises NotAllowed for a day to come.
    """
    if done_on > on:
        raise NotAllowed("That day is still to come. Record the action when it is done.")
    now = _locked(action)
    if now.done_on is not None:
        return now
    now.done_on, now.done_note = done_on, note
    now.save(update_fields=["done_on", "done_note"])
    finish(
        now.placement,
        kind="review.action-done",
        summary=f"Done: {now.what}",
        by=by,
        on=on,
        after={"action": now.reference, "done_on": done_on, "note": note},
    )
    return now


@transaction.atomic
def reopen_action(action: ReviewAction, *, by: Access, on: date) -> ReviewAction:
    """Take back that an action was done: it is due again. The history keeps what was written."""
    now = _locked(action)
    if now.done_on is None:
        return now
    before = {"action": now.reference, "done_on": now.done_on, "note": now.done_note}
    now.done_on, now.done_note = None, ""
    now.save(update_fields=["done_on", "done_note"])
    finish(
        now.placement,
        kind="review.action-reopened",
        summary=f"Not done after all: {now.what}",
        by=by,
        on=on,
        before=before,
    )
    return now


def _locked(action: ReviewAction) -> ReviewAction:
    return (
        ReviewAction.objects.select_for_update(of=("self",))
        .select_related("placement")
        .get(pk=action.pk)
    )
