"""A review that was held, with the progress, the actions and the later last day that came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.models import Person
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.end_date import change_end_date
from homeward.placements.actions.writing import finish
from homeward.placements.codes import Decision
from homeward.placements.models import Placement, Review, ReviewAction, ReviewProgress
from homeward.web.days import plural, short_day


@dataclass(frozen=True, slots=True)
class ProgressSaid:
    """How far one target had come, against what was hoped: from -2 to +2."""

    thread: UUID
    progress: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActionWanted:
    """Something to be done: by a person who signs in, or by whoever has this name."""

    what: str
    by_on: date
    who: str = ""
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A later last day. `opened_on` is the last day that stood when the form was opened."""

    new_on: date
    who_agreed: str
    opened_on: date | None = None


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
    decision: str = "",
    decided_because: str = "",
    progress: Sequence[ProgressSaid] = (),
    wanted: Sequence[ActionWanted] = (),
    extension: Extension | None = None,
    by: Access,
    on: date,
) -> Review:
    """Write down a review: who was there, what was said, what was decided, and always the next date.

    What is `wanted` becomes dated actions with owners. A decision to extend brings its `extension`
    with it. Raises NotAllowed for a day to come, a next date that is not later, an extension without
    the decision or the other way round, and for what `change_end_date` refuses; raises Changed
    where somebody else changed the last day meanwhile. Then nothing is written.
    """
    _refuse_days(held_on, next_on, on)
    if (decision == Decision.EXTEND) is (extension is None):
        raise NotAllowed("To extend, say until when and who agreed; and only to extend.")
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
        decision=decision,
        decided_because=decided_because,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    _keep_progress(review, progress)
    _keep_actions(review, wanted)
    if extension is not None:
        _extend(placement, review, extension, by=by, on=on)
    finish(
        placement,
        kind="review.held",
        summary=_summary(review, wanted),
        by=by,
        on=on,
        after=_kept(review, wanted),
    )
    return review


def _refuse_days(held_on: date, next_on: date, on: date) -> None:
    if held_on > on:
        raise NotAllowed("That day is still to come. Record the review when it has been held.")
    if next_on <= held_on:
        raise NotAllowed("The next review must be after this one.")


def _extend(
    placement: Placement, review: Review, extension: Extension, *, by: Access, on: date
) -> None:
    change_end_date(
        placement,
        new_on=extension.new_on,
        because=review.decided_because,
        who_agreed=extension.who_agreed,
        review=review,
        opened_on=extension.opened_on,
        by=by,
        on=on,
    )


def _kept(review: Review, wanted: Sequence[ActionWanted]) -> dict[str, Any]:
    return {
        "held_on": review.held_on,
        "next_on": review.next_on,
        "child_present": review.is_child_present,
        "decision": review.decision,
        "actions": len(wanted),
    }


def _keep_progress(review: Review, progress: Sequence[ProgressSaid]) -> None:
    ReviewProgress.objects.bulk_create(
        ReviewProgress(
            keeper_id=review.keeper_id,
            placement_id=review.placement_id,
            review=review,
            thread=one.thread,
            progress=one.progress,
            note=one.note,
        )
        for one in progress
    )


def _keep_actions(review: Review, wanted: Sequence[ActionWanted]) -> None:
    ReviewAction.objects.bulk_create(
        ReviewAction(
            keeper_id=review.keeper_id,
            placement_id=review.placement_id,
            review=review,
            what=one.what,
            who=one.person.name if one.person else one.who,
            person=one.person,
            by_on=one.by_on,
        )
        for one in wanted
    )


def _summary(review: Review, wanted: Sequence[ActionWanted]) -> str:
    said = [f"Held a review on {short_day(review.held_on)}"]
    if review.decision:
        said.append(Decision(review.decision).label.lower())
    if wanted:
        said.append(plural(len(wanted), "action"))
    return "; ".join([*said, f"next on {short_day(review.next_on)}"])
