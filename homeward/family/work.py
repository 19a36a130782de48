"""Work done in the background: settling again, and the email that a child wants to talk."""

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from homeward.calendars.signals import calendar_changed
from homeward.family.actions.replies_due import settle_all_replies
from homeward.family.actions.words import TELL_WORRY
from homeward.family.actions.words_due import settle_all_words, settle_words_of
from homeward.family.queries.words import addresses_to_tell
from homeward.jobs.actions import queue
from homeward.jobs.registry import daily, job
from homeward.organisations.access import NOBODY
from homeward.organisations.sign_in import letter
from homeward.organisations.signals import person_left, policy_changed
from homeward.placements.signals import adults_changed

SETTLE_REPLIES = "family.settle-replies"
SETTLE_WORDS = "family.settle-words"


@job(SETTLE_REPLIES)
def settle_replies(payload: dict[str, Any], on: date) -> None:
    """Settle what is due about everything that parents wrote."""
    settle_all_replies(on=on)


daily(SETTLE_REPLIES, at="01:55")


@job(SETTLE_WORDS)
def settle_words(payload: dict[str, Any], on: date) -> None:
    """Settle what is due about everything that children said."""
    settle_all_words(on=on)


daily(SETTLE_WORDS, at="01:50")


@job(TELL_WORRY)
def tell_worry(payload: dict[str, Any], on: date) -> int:
    """Tell whoever reads worries, at once, that a child waits: no name, and not a word of it."""
    addresses = addresses_to_tell(NOBODY, payload["words"], on)
    if not addresses:
        return 0
    link = settings.BASE_URL.rstrip("/") + reverse("due:today")
    letter("family/mail/worry.txt", {"link": link}, addresses).send()
    return len(addresses)


def _settle_words_soon(sender: object, **announced: Any) -> None:
    queue(SETTLE_WORDS, {}, unique_key="all")


def _settle_replies_soon(sender: object, **announced: Any) -> None:
    queue(SETTLE_REPLIES, {}, unique_key="all")


def _settle_words_now(sender: object, *, placement: int, on: date, **announced: Any) -> None:
    settle_words_of(placement, on=on)


calendar_changed.connect(_settle_words_soon)
calendar_changed.connect(_settle_replies_soon)
policy_changed.connect(_settle_replies_soon)
person_left.connect(_settle_words_soon)
adults_changed.connect(_settle_words_now)
