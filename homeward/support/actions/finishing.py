"""What every action of this room asks first and does last."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied

from homeward.history.actions import record
from homeward.jobs.actions import queue
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.support.models import Outcome, SupportRequest
from homeward.support.settling import settle_request

TELL = "support.tell"


class NotAllowed(PermissionDenied):
    """The request is another team's, or another school's."""


class NotYet(ValueError):
    """Something is recorded for a day on which it cannot have happened."""


class IsClosed(ValueError):
    """The request is closed: it is re-opened before anything is written in it."""


def must_answer(by: Access, found: SupportRequest) -> None:
    """Raise NotAllowed unless somebody answers the requests of this authority."""
    if by.is_system:
        return
    if by.organisation != found.keeper_id or not by.may(May.ANSWER_REQUESTS):
        raise NotAllowed("A request is answered by the team it went to.")


def must_have_happened(day: date, on: date, what: str) -> None:
    """Raise NotYet for a day to come."""
    if day > on:
        raise NotYet(f"That day is still to come. Record {what} when it has happened.")


def locked(found: SupportRequest) -> SupportRequest:
    """The request's row as it is now, locked until the transaction ends."""
    return (
        SupportRequest.objects.select_for_update(of=("self",))
        .select_related("team", "asked_from")
        .get(pk=found.pk)
    )


def open_outcome(found: SupportRequest) -> Outcome | None:
    """What the request is closed with, where it is closed."""
    return Outcome.objects.filter(request=found, reopened_on__isnull=True).first()


def must_be_open(found: SupportRequest) -> None:
    """Raise IsClosed for a request that is closed."""
    if open_outcome(found) is not None:
        raise IsClosed("This request is closed. Open it again to go on.")


def finish(
    found: SupportRequest,
    *,
    kind: str,
    summary: str,
    by: Access,
    on: date,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Settle what is due about the request and write one entry of its history."""
    settle_request(found, on=on)
    record(
        keeper=found.keeper_id,
        about=found.reference,
        kind=f"request.{kind}",
        summary=summary,
        by=by,
        on=on,
        before=before,
        after=after,
    )


def tell(found: SupportRequest, *, is_team: bool) -> None:
    """Queue the email that says only that something waits; one that still waits is enough."""
    whom = "team" if is_team else "school"
    queue(
        TELL,
        {"request": str(found.reference), "whom": whom},
        unique_key=f"{found.reference}:{whom}",
    )
