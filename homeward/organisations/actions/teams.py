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
    """Change what is said of a team; the kind stays.

    Without `verified_on` the day of the last check stays, but for a new mailbox, which nobody has
    checked yet.
    """
    _must_keep_card(by, team.authority_id)
    if verified_on is not None or mailbox != team.mailbox:
        team.verified_on = verified_on
    team.name, team.when_to_use, team.mailbox, team.phone = name, when_to_use, mailbox, phone
    team.save()
    _note(team, f"Changed the team {name}", by=by, on=on)
    return team


@transaction.atomic
def verify_team(team: Team, *, by: Access, on: date) -> Team:
    """Write down that a team's mailbox and telephone were tried today, and reach it (R21)."""
    _must_keep_card(by, team.authority_id)
    team.verified_on = on
    team.save(update_fields=["verified_on"])
    _note(team, f"Checked how to reach the team {team.name}", by=by, on=on)
    return team


def _must_keep(by: Access, authority: int) -> None:
    if not by.is_system and (by.organisation != authority or not by.may(May.KEEP_PEOPLE)):
        raise PermissionDenied("The teams of an authority are kept by its administrator.")


def _must_keep_card(by: Access, authority: int) -> None:
    """The administrator, and those who answer in the team, keep how it is reached."""
    may = by.may(May.KEEP_PEOPLE) or by.may(May.ANSWER_REQUESTS)
    if not by.is_system and (by.organisation != authority or not may):
        raise PermissionDenied("How a team is reached is kept by the authority.")


def _note(team: Team, summary: str, *, by: Access, on: date) -> None:
    record(
        keeper=team.authority_id,
        about=team.reference,
        kind="team.changed",
        summary=summary,
        by=by,
        on=on,
    )
