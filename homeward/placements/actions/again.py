"""Beginning again after a return or a move that did not hold, with what was learnt."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed, begin
from homeward.placements.actions.writing import finish, locked
from homeward.placements.models import Placement


class AlreadyBegun(ValueError):
    """It was begun again already: `placement` is the one that follows."""

    def __init__(self, placement: Placement) -> None:
        super().__init__("A placement that follows has been begun already.")
        self.placement = placement


@transaction.atomic
def begin_again(placement: Placement, *, learnt: str, by: Access, on: date) -> Placement:
    """Begin the placement that follows one whose return or move did not hold.

    It stands in the same journey, so that the whole chain is counted, and keeps what was learnt; plan,
    provider and dates are new. Raises AlreadyBegun, and NotAllowed where no check says that it did not
    hold, without a word of what was learnt, and for whoever may not start a placement for the child.
    """
    now = locked(placement)
    if now.not_held_on is None:
        raise NotAllowed("No check says that it did not hold. Answer the check first.")
    if not learnt.strip():
        raise NotAllowed("Say what was learnt, so that the next plan can use it.")
    follower = Placement.objects.filter(
        follows=now, withdrawn_on__isnull=True, refused_on__isnull=True
    ).first()
    if follower is not None:
        raise AlreadyBegun(follower)
    draft = begin(now.pupil, follows=now, by=by, on=on)
    draft.learnt = learnt
    draft.save(update_fields=["learnt"])
    finish(
        draft,
        kind="begun-again",
        summary="Begun again, with what was learnt",
        by=by,
        on=on,
        after={"learnt": learnt, "follows": now.reference},
    )
    return draft
