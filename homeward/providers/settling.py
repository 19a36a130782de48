"""What is due about a provider's safeguarding confirmation."""

from datetime import date, timedelta

from homeward.calendars import queries as calendars
from homeward.calendars.rules import DatesNeeded
from homeward.due.actions import settle
from homeward.due.rules import Expected
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import RoleName
from homeward.providers.codes import ConfirmationKind
from homeward.providers.models import Provider
from homeward.providers.queries.record import confirmation
from homeward.reference.guidance import cites

IN_WRITING = "providers.confirmation-in-writing"
EXPIRING = "providers.confirmation-expiring"
KINDS = frozenset({IN_WRITING, EXPIRING})
WARNED_BEFORE = timedelta(days=28)


@cites("safeguarding/written-confirmation", "house/spoken-confirmation")
def settle_confirmations(provider: Provider, *, by: Access, on: date) -> None:
    """Expect a spoken confirmation in writing within the policy's school days, and a written one to
    be renewed by its last day. Due from the commissioner of the authority."""
    stands = confirmation(by, provider.pk, on)
    authority = provider.organisation.area
    expected: list[Expected] = []
    if stands.kind == ConfirmationKind.SPOKEN and stands.confirmed_on:
        within = organisations.policy(by, authority, on).spoken_confirmation_school_days
        try:
            due_on = calendars.calendar(by, authority).nth_school_day_after(
                stands.confirmed_on, within
            )
        except DatesNeeded:
            due_on = None
        expected.append(
            Expected(
                kind=IN_WRITING,
                period=stands.confirmed_on.isoformat(),
                opens_on=stands.confirmed_on,
                due_on=due_on,
                role=RoleName.COMMISSIONER,
                arithmetic=f"school day {within} after the spoken one",
            )
        )
    if stands.expires_on and stands.kind in (ConfirmationKind.WRITTEN, ConfirmationKind.EXPIRED):
        expected.append(
            Expected(
                kind=EXPIRING,
                period=stands.expires_on.isoformat(),
                opens_on=stands.expires_on - WARNED_BEFORE,
                due_on=stands.expires_on,
                role=RoleName.COMMISSIONER,
                arithmetic="the day the written confirmation expires",
            )
        )
    settle(
        provider.reference, keeper=authority, owner=authority, expected=expected, kinds=KINDS, on=on
    )
