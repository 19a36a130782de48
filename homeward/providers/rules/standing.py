"""Whether a provider is registered on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from homeward.providers.codes import STANDING_SAYS, StandingKind
from homeward.reference.guidance import cites


@dataclass(frozen=True, slots=True)
class Registered:
    """One dated row of a provider's registration."""

    is_registered: bool
    from_on: date
    to_on: date | None
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a provider is registered on a day, since when, and under which identifier."""

    kind: StandingKind = StandingKind.UNKNOWN
    since_on: date | None = None
    identifier: str = ""

    @property
    def says(self) -> str:
        return STANDING_SAYS[self.kind]


@cites("local/registration-known")
def standing_on(rows: Iterable[Registered], day: date) -> Standing:
    """Read the standing on a day. A day that no row covers is not known, never assumed (L05)."""
    for row in rows:
        if row.from_on <= day and (row.to_on is None or day <= row.to_on):
            kind = StandingKind.REGISTERED if row.is_registered else StandingKind.UNREGISTERED
            return Standing(kind, row.from_on, row.identifier)
    return Standing()
