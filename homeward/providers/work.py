"""Work done in the background: settling providers again after a calendar or a number changed."""

from datetime import date
from typing import Any

from homeward.calendars.signals import calendar_changed
from homeward.jobs.actions import queue
from homeward.jobs.registry import daily, job
from homeward.organisations.signals import policy_changed
from homeward.providers.settling import settle_all

SETTLE = "providers.settle"


@job(SETTLE)
def settle_providers(payload: dict[str, Any], on: date) -> None:
    """Settle what is due about every provider."""
    settle_all(on=on)


daily(SETTLE, at="01:20")


def _settle_soon(sender: object, **announced: Any) -> None:
    queue(SETTLE, {}, unique_key="all")


calendar_changed.connect(_settle_soon)
policy_changed.connect(_settle_soon)
