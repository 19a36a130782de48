"""Asking a team of the authority for support."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.models import Team
from homeward.placements.models import Placement
from homeward.support.actions.finishing import finish, tell
from homeward.support.codes import RequestKind
from homeward.support.models import SupportRequest


class TeamOfAnother(ValueError):
    """The team belongs to another authority than the record."""


@transaction.atomic
def ask_for_support(
    *,
    team: Team,
    kind: str,
    asks: str,
    by: Access,
    on: date,
    placement: Placement | None = None,
    tried: str = "",
    sharing_basis: str = "",
) -> SupportRequest:
    """Ask a team for support, about a placement or, with a question, without one.

    The authority that keeps the placement keeps the request. Queues the email to the team's mailbox
    and starts its clock. Raises TeamOfAnother.
    """
    keeper = placement.keeper_id if placement else by.authority
    school = by.organisation
    if keeper is None or school is None or team.authority_id != keeper:
        raise TeamOfAnother("This team belongs to another authority than the record.")
    found = SupportRequest.objects.create(
        keeper_id=keeper,
        team=team,
        placement=placement,
        kind=kind,
        tried=tried,
        asks=asks,
        sharing_basis=sharing_basis if kind == RequestKind.POST_16 else "",
        asked_on=on,
        asked_by_id=by.somebody,
        asked_from_id=school,
    )
    tell(found, is_team=True)
    label = RequestKind(kind).label
    finish(found, kind="asked", summary=f"Asked the {team.name}: {label.lower()}", by=by, on=on)
    return found
