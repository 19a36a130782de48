"""Work done in the background: settling requests again, and the email that something waits."""

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from homeward.calendars.signals import calendar_changed
from homeward.jobs.actions import queue
from homeward.jobs.registry import daily, job
from homeward.organisations.access import NOBODY
from homeward.organisations.sign_in import letter
from homeward.organisations.signals import person_left, policy_changed
from homeward.support import actions, queries
from homeward.support.settling import settle_all

SETTLE = "support.settle"


@job(SETTLE)
def settle_requests(payload: dict[str, Any], on: date) -> None:
    """Settle what is due about every request."""
    settle_all(on=on)


daily(SETTLE, at="01:40")


@job(actions.TELL)
def tell(payload: dict[str, Any], on: date) -> int:
    """Send the email that says only that something waits; to nobody where no address is known."""
    address = queries.address_to_tell(NOBODY, payload["request"], payload["whom"], on)
    if not address:
        return 0
    link = settings.BASE_URL.rstrip("/") + reverse("support:requests")
    letter("support/mail/waiting.txt", {"link": link}, [address]).send()
    return 1


def _settle_soon(sender: object, **announced: Any) -> None:
    queue(SETTLE, {}, unique_key="all")


calendar_changed.connect(_settle_soon)
policy_changed.connect(_settle_soon)
person_left.connect(_settle_soon)
