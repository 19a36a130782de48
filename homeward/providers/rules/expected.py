"""What is due about a provider's safeguarding confirmation."""

from dataclasses import dataclass
from datetime import date, timedelta

from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.providers.codes import ConfirmationKind
from homeward.providers.rules.confirmation import Confirmation
from homeward.reference.guidance import cites

IN_WRITING = "providers.confirmation-in-writing"
EXPIRING = "providers.confirmation-expiring"
KINDS = frozenset({IN_WRITING, EXPIRING})
WARNED_BEFORE = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Noted:
    """Where a spoken confirmation was noted: who asks for it in writing."""

    owner: int
    is_authority: bool


@cites("house/spoken-confirmation")
def in_writing(
    stands: Confirmation, *, noted: Noted, due_on: date | None, within: int
) -> list[Expected]:
    """A spoken confirmation is needed in writing, `within` so many school days (H08).

    Due from whoever noted it: the school's AP lead or the authority's commissioner. `due_on` is None
    where the calendar ends before the count does.
    """
    if stands.kind != ConfirmationKind.SPOKEN or stands.confirmed_on is None:
        return []
    return [
        Expected(
            kind=IN_WRITING,
            period=stands.confirmed_on.isoformat(),
            opens_on=stands.confirmed_on,
            due_on=due_on,
            role=RoleName.COMMISSIONER if noted.is_authority else RoleName.AP_LEAD,
            owner=noted.owner,
            arithmetic=f"school day {within} after the spoken one on {_said(stands.confirmed_on)}",
        )
    ]


@cites("safeguarding/written-confirmation")
def expiring(stands: Confirmation) -> list[Expected]:
    """A written confirmation is renewed by its last day (R-KCS-01); asked for 28 days before."""
    is_written = stands.kind in (ConfirmationKind.WRITTEN, ConfirmationKind.EXPIRED)
    if not is_written or stands.expires_on is None:
        return []
    return [
        Expected(
            kind=EXPIRING,
            period=stands.expires_on.isoformat(),
            opens_on=stands.expires_on - WARNED_BEFORE,
            due_on=stands.expires_on,
            role=RoleName.COMMISSIONER,
            arithmetic=f"the written confirmation stands until {_said(stands.expires_on)}",
        )
    ]


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
