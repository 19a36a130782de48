"""How a letter stands, how long is waited before the next try, and when it is given up."""

from datetime import date, datetime, timedelta

from homeward.letters.codes import Channel, State

GIVEN_UP_AFTER = timedelta(days=5)
"""How long a mail server that is down, or says "not now", is tried."""
LONGEST_WAIT = timedelta(hours=1)
HELD_FOR = timedelta(minutes=10)
"""How long one worker holds a letter that it is sending; then another may."""


def wait_after(tries: int) -> timedelta:
    """How long is waited after so many tries: 1, 2, 4 … minutes, at most an hour."""
    return min(timedelta(minutes=2 ** (min(tries, 10) - 1)), LONGEST_WAIT)


def state(
    *,
    channel: str,
    sent_at: datetime | None,
    failed_at: datetime | None,
    bounced_at: datetime | None,
    handed_over_on: date | None,
) -> State:
    """How a letter stands. What was handed over in the end has arrived, whatever came before."""
    if handed_over_on:
        return State.HANDED_OVER
    if bounced_at:
        return State.CAME_BACK
    if failed_at:
        return State.GIVEN_UP
    if sent_at:
        return State.SENT
    return State.WAITING if channel == Channel.EMAIL else State.TO_HAND_OVER
