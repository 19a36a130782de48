"""What a school does about the links of a family: agree a word, make a link, revoke."""

from datetime import date
from uuid import UUID

from django.db import transaction

from homeward.family.queries.staff import Member
from homeward.history.actions import record
from homeward.links import actions as links
from homeward.links.rules import opening
from homeward.links.secrets import token_for
from homeward.organisations.access import Access
from homeward.placements.models import Placement

NotAWord = links.NotAWord


def agree_word(placement: Placement, member: Member, word: str, *, by: Access, on: date) -> None:
    """Agree the word with somebody of the family. Raises NotAWord with what is wrong about it."""
    links.agree_word(
        word,
        kind=member.kind,
        whom=member.whom,
        keeper=placement.keeper_id,
        names=member.family,
        by=by,
        on=on,
    )


@transaction.atomic
def make_link(placement: Placement, member: Member, *, by: Access, on: date) -> str:
    """Make a link for somebody of the family; answers its address without the host."""
    link = links.make_link(
        kind=member.kind, whom=member.whom, keeper=placement.keeper_id, by=by, on=on
    )
    record(
        keeper=placement.keeper_id,
        about=placement.reference,
        kind="family.link",
        summary=f"Made a personal link for {member.name}",
        by=by,
        on=on,
    )
    return opening(member.kind, member.whom, token_for(link.reference))


@transaction.atomic
def revoke(
    placement: Placement, member: Member, *, device: UUID | None = None, by: Access, on: date
) -> None:
    """Revoke one device of somebody, or every link, device and calendar of theirs, at once."""
    links.revoke(whom=member.whom, keeper=placement.keeper_id, device=device, by=by, on=on)
    what = "one device" if device else "every link and device"
    record(
        keeper=placement.keeper_id,
        about=placement.reference,
        kind="family.revoked",
        summary=f"Revoked {what} of {member.name}",
        by=by,
        on=on,
    )
