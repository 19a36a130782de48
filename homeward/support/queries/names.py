"""How requests are named on lines, and where word of them goes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.organisations.access import Access
from homeward.organisations.codes import RoleName
from homeward.organisations.models import Membership
from homeward.support.codes import RequestKind
from homeward.support.models import SupportRequest
from homeward.support.queries.visible import visible


@dataclass(frozen=True, slots=True)
class Name:
    """A request by the child's name, the school that asks and what for."""

    reference: UUID
    child: str
    school: str
    kind: str


def names(access: Access, references: Collection[UUID]) -> list[Name]:
    """Name those of the requests that the person may see."""
    rows = visible(access).filter(reference__in=list(references))
    return [
        Name(
            reference=row.reference,
            child=row.placement.pupil.name if row.placement else "",
            school=row.asked_from.name,
            kind=_lower(RequestKind(row.kind).label),
        )
        for row in rows.select_related("asked_from", "placement__pupil")
    ]


def address_to_tell(access: Access, reference: UUID | str, whom: str, on: date) -> str:
    """The address that hears that something waits: the team's mailbox, or whoever asked.

    Where the one who asked has left the school, its AP lead; "" where nobody is known.
    """
    found = (
        SupportRequest.objects.filter(reference=reference)
        .select_related("team", "asked_by")
        .first()
    )
    if found is None:
        return ""
    if whom == "team":
        return found.team.mailbox
    rows = Membership.objects.filter(
        organisation_id=found.asked_from_id, person__is_active=True
    ).select_related("person")
    here = [row for row in rows.order_by("pk") if row.runs_on(on)]
    asker = next((row for row in here if row.person_id == found.asked_by_id), None)
    lead = next((row for row in here if row.role == RoleName.AP_LEAD), None)
    told = asker or lead
    return told.person.email if told else ""


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
