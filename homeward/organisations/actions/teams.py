"""The teams of an authority: who can help, by mailbox and telephone."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation, Team


@transaction.atomic
def add_team(
    authority: Organisation,
    *,
    kind: str,
    name: str,
    by: Access,
    on: date,
    when_to_use: str = "",
    mailbox: str = "",
    phone: str = "",
    verified_on: date | None = None,
) -> Team:
    """Add a team of an authority: whom schools turn to, and when."""
    _must_keep(by, authority.pk)
    team = Team.objects.create(
        authority=authority,
        kind=kind,
        name=name,
        when_to_use=when_to_use,
        mailbox=mailbox,
        phone=phone,
        verified_on=verified_on,
    )
    _note(team, f"Added the team {name}", by=by, on=on)
    return team


@transaction.atomic
def edit_team(
    team: Team,
    *,
    name: str,
    when_to_use: str,
    mailbox: str,
    phone: str,
    by: Access,
    on: date,
    verified_on: date | None = None,
) -> Team:
    """Change what is said of a team; the kind stays."""
    _must_keep(by, team.authority_id)
    team.name, team.when_to_use, team.mailbox, team.phone = name, when_to_use, mailbox, phone
    team.verified_on = verified_on
    team.save()
    _note(team, f"Changed the team {name}", by=by, on=on)
    return team


def _must_keep(by: Access, authority: int) -> None:
    if not by.is_system and (by.organisation != authority or not by.may(May.KEEP_PEOPLE)):
        raise PermissionDenied("The teams of an authority are kept by its administrator.")


def _note(team: Team, summary: str, *, by: Access, on: date) -> None:
    record(
        keeper=team.authority_id,
        about=team.reference,
        kind="team.changed",
        summary=summary,
        by=by,
        on=on,
    )
