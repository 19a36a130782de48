"""Whether a safeguarding confirmation holds on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from homeward.providers.codes import CONFIRMATION_SAYS, ConfirmationKind
from homeward.reference.guidance import cites


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One confirmation as it was given: in writing until a day, or spoken."""

    confirmed_on: date
    is_written: bool
    given_by: str
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What stands on a day."""

    kind: ConfirmationKind = ConfirmationKind.NONE
    confirmed_on: date | None = None
    expires_on: date | None = None
    given_by: str = ""

    @property
    def says(self) -> str:
        return CONFIRMATION_SAYS[self.kind]


@cites("safeguarding/written-confirmation", "house/spoken-confirmation")
def confirmation_on(rows: Iterable[Confirmed], day: date) -> Confirmation:
    """Read what stands on a day (R-KCS-01): the newest written one that has not expired, else a
    spoken one given since, else that it expired."""
    given = sorted((row for row in rows if row.confirmed_on <= day), key=lambda r: r.confirmed_on)
    written = [row for row in given if row.is_written]
    for row in reversed(written):
        if row.expires_on is None or day <= row.expires_on:
            return Confirmation(
                ConfirmationKind.WRITTEN, row.confirmed_on, row.expires_on, row.given_by
            )
    last_written = written[-1] if written else None
    for row in reversed(given):
        is_since = last_written is None or (
            last_written.expires_on is not None and row.confirmed_on > last_written.expires_on
        )
        if not row.is_written and is_since:
            return Confirmation(ConfirmationKind.SPOKEN, row.confirmed_on, None, row.given_by)
    if last_written:
        return Confirmation(
            ConfirmationKind.EXPIRED,
            last_written.confirmed_on,
            last_written.expires_on,
            last_written.given_by,
        )
    return Confirmation()
