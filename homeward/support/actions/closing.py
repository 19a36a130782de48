"""Closing a request with what came of it, and opening it again."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.support.actions.finishing import (
    NotYet,
    finish,
    locked,
    must_answer,
    must_have_happened,
    open_outcome,
    tell,
)
from homeward.support.actions.owning import take_if_free
from homeward.support.actions.writing import is_of_team, write
from homeward.support.codes import Awaits, OutcomeKind
from homeward.support.models import Outcome, SupportRequest
from homeward.web.days import short_day


class AlreadyClosed(ValueError):
    """The request was closed before."""


class NotClosed(ValueError):
    """The request is open."""


@transaction.atomic
def close(
    found: SupportRequest, *, outcome: str, came_of_it: str, closed_on: date, by: Access, on: date
) -> Outcome:
    """Close a request with what came of it; nothing is due about it any more.

    Raises AlreadyClosed, NotYet for a day to come or before the asking, NotAllowed.
    """
    must_answer(by, found)
    must_have_happened(closed_on, on, "the outcome")
    now = locked(found)
    if (before := open_outcome(now)) is not None:
        raise AlreadyClosed(f"This request was closed on {short_day(before.closed_on)}.")
    if closed_on < now.asked_on:
        raise NotYet(f"The school asked on {short_day(now.asked_on)}: it cannot have ended before.")
    take_if_free(now, by=by, on=on)
    closed = Outcome.objects.create(
        keeper_id=now.keeper_id,
        request=now,
        kind=outcome,
        came_of_it=came_of_it,
        closed_on=closed_on,
        closed_by_id=by.somebody,
    )
    tell(now, is_team=False)
    label = OutcomeKind(outcome).label
    finish(now, kind="closed", summary=f"Closed: {label.lower()}", by=by, on=on)
    return closed


@transaction.atomic
def reopen(found: SupportRequest, *, because: str, by: Access, on: date) -> SupportRequest:
    """Open a closed request again, by the school or by the team: the team's clock begins anew.

    Why is written in the record like everything else. Raises NotClosed, NotAllowed.
    """
    is_team = is_of_team(by, found)
    now = locked(found)
    outcome = open_outcome(now)
    if outcome is None:
        raise NotClosed("This request is open already.")
    outcome.reopened_on, outcome.reopened_by_id = max(on, outcome.closed_on), by.somebody
    outcome.save(update_fields=["reopened_on", "reopened_by"])
    write(
        now,
        text=because,
        awaits=Awaits.TEAM,
        is_team=is_team,
        by=by,
        on=on,
        reopens=outcome,
    )
    tell(now, is_team=not is_team)
    finish(now, kind="reopened", summary="Opened the request again", by=by, on=on)
    return now
