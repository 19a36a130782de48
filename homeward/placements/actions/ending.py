"""A placement ended: a fact, planned or not, recorded by whoever knows it."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Outcome
from homeward.placements.models import Ending, Placement
from homeward.placements.rules.known import day_in_words
from homeward.web.days import short_day


class AlreadyEnded(ValueError):
    """The placement has an ending."""


@transaction.atomic
def record_ending(
    placement: Placement,
    *,
    ended_on: date,
    outcome: str,
    destination: str = "",
    is_planned: bool,
    because: str = "",
    child_said: str = "",
    what_worked: str = "",
    by: Access,
    on: date,
) -> Ending:
    """Write down how and when a placement ended. Weeks after the last day are no longer due.

    Raises AlreadyEnded, or NotAllowed for a day to come, a day before the start, or a placement
    that never started.
    """
    now = locked(placement)
    if now.ended_on:
        raise AlreadyEnded(f"It ended on {day_in_words(now.ended_on)} already.")
    if ended_on > on:
        raise NotAllowed("That day is still to come. Record the ending when it has happened.")
    begins = now.first_session_on or now.starts_on
    if begins is None or not (now.agreed_on or now.urgent_on or now.first_session_on):
        raise NotAllowed("The placement has not started. Withdraw it instead.")
    if ended_on < begins:
        raise NotAllowed("The last day must be on or after the first day.")
    ending = Ending.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        ended_on=ended_on,
        outcome=outcome,
        destination=destination,
        is_planned=is_planned,
        because=because,
        child_said=child_said,
        what_worked=what_worked,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    now.ended_on = ended_on
    now.edited += 1
    now.save(update_fields=["ended_on", "edited"])
    finish(
        now,
        kind="ended",
        summary=f"{Outcome(outcome).label}, last day {short_day(ended_on)}",
        by=by,
        on=on,
        after={"ended_on": ended_on, "outcome": outcome, "destination": destination},
    )
    return ending
