"""Which promises of the guidance page this room keeps, where, by which test, and today's counts."""

from collections.abc import Callable
from datetime import date

from homeward.organisations.access import NOBODY
from homeward.portal import counts
from homeward.portal.kept import keep
from homeward.support import queries

_KEPT: tuple[tuple[str, str, str], ...] = (
    ("R20", "Requests for support", "requests to the Exclusions Team answered in time"),
    ("R21", "Ask for support", "mailboxes of teams checked within a year"),
    ("R29", "Requests for support", "requests to the Post-16 team answered in time"),
)


def declare() -> None:
    """Say where each promise is kept, and lend its count."""
    for promise, screen, words in _KEPT:
        keep(
            promise,
            screen=screen,
            url_name="support:requests",
            test="tests/journeys/test_support.py",
        )
        counts.register(promise, _counted(promise, words))


def _counted(promise: str, words: str) -> Callable[[date], counts.Count]:
    def count(on: date) -> counts.Count:
        kept = queries.kept(NOBODY, promise, on)
        return counts.Count(kept.done, kept.of, words)

    return count
