"""What the worker can do, and what it does every day: declared by the rooms, from `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils import timezone

type Handler = Callable[[dict[str, Any], date], int | None]


class UnknownJob(LookupError):
    """A job of a kind that no room declares."""


@dataclass(frozen=True, slots=True)
class Daily:
    """A kind queued once a day, from a time of day on (London)."""

    kind: str
    at: time


_handlers: dict[str, Handler] = {}
_daily: dict[str, Daily] = {}
_clock: list[Callable[[], date]] = []


def job(kind: str) -> Callable[[Handler], Handler]:
    """Declare the function that does jobs of a kind: `(payload, on)`. It may run twice.

    It answers how many messages it sent, where it sends any.
    """

    def declare(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return declare


def daily(kind: str, *, at: str) -> None:
    """Queue a kind every day from a time on; a night that was missed is caught up once."""
    _daily[kind] = Daily(kind, time.fromisoformat(at))


def handler(kind: str) -> Handler:
    """The function for a kind. Raises UnknownJob."""
    try:
        return _handlers[kind]
    except KeyError as missing:
        raise UnknownJob(f"No room declares the job {kind!r}.") from missing


def every_day() -> list[Daily]:
    """All daily kinds, the earliest first."""
    return sorted(_daily.values(), key=lambda one: (one.at, one.kind))


def today_is(clock: Callable[[], date]) -> None:
    """Lent by the room that knows what day it is (a demonstration has its own)."""
    _clock[:] = [clock]


def today() -> date:
    """The day on which jobs run."""
    return _clock[0]() if _clock else timezone.localdate()
