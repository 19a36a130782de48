"""Writing in a request, by the team or by the school."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.support.actions.finishing import (
    NotAllowed,
    finish,
    locked,
    must_be_open,
    tell,
)
from homeward.support.actions.owning import take_if_free
from homeward.support.codes import Awaits
from homeward.support.models import Outcome, Reply, SupportRequest


@transaction.atomic
def reply(
    found: SupportRequest, *, text: str, by: Access, on: date, asks_the_school: bool = False
) -> Reply:
    """Write in the record of a request, as the team or as the school that asked.

    The first of the team to answer has the request. With `asks_the_school` it waits on the school.
    Whoever is to read it gets an email that says only that something waits. Raises IsClosed,
    NotAllowed.
    """
    is_team = is_of_team(by, found)
    now = locked(found)
    must_be_open(now)
    written = write(
        now,
        text=text,
        awaits=_awaits(is_team=is_team, asks_the_school=asks_the_school),
        is_team=is_team,
        by=by,
        on=on,
    )
    if is_team:
        take_if_free(now, by=by, on=on)
    tell(now, is_team=not is_team)
    who = now.team.name if is_team else now.asked_from.name
    asks = " and asked the school something" if written.awaits == Awaits.SCHOOL else ""
    finish(now, kind="written", summary=f"{who} wrote{asks}", by=by, on=on)
    return written


def write(
    found: SupportRequest,
    *,
    text: str,
    awaits: Awaits,
    is_team: bool,
    by: Access,
    on: date,
    reopens: Outcome | None = None,
) -> Reply:
    """Add one row to what was written."""
    return Reply.objects.create(
        keeper_id=found.keeper_id,
        request=found,
        is_from_team=is_team,
        text=text,
        awaits=awaits,
        written_on=on,
        written_by_id=by.person,
        written_from_id=by.organisation or found.keeper_id,
        reopens=reopens,
    )


def is_of_team(by: Access, found: SupportRequest) -> bool:
    """Whether somebody writes for the team; for the school otherwise. Raises NotAllowed."""
    if by.organisation == found.keeper_id and by.may(May.ANSWER_REQUESTS):
        return True
    if by.organisation == found.asked_from_id and by.may(May.READ_PLACEMENTS):
        return False
    raise NotAllowed("This request is between another school and its team.")


def _awaits(*, is_team: bool, asks_the_school: bool) -> Awaits:
    if not is_team:
        return Awaits.TEAM
    return Awaits.SCHOOL if asks_the_school else Awaits.NOBODY
