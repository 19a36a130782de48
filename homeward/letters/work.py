"""Work done in the background: sending one letter, and trying again when the mail server cannot."""

import smtplib
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from homeward.jobs.actions import TryLater
from homeward.jobs.registry import job
from homeward.letters import actions, queries
from homeward.letters.envelope import email_of
from homeward.letters.models import Delivery
from homeward.letters.rules import HELD_FOR
from homeward.organisations.access import NOBODY

_REST = timedelta(minutes=1)
"""How long a mail server that did not answer is left alone, so that other work goes on meanwhile."""


class _MailServer:
    """Whether the mail server answers, as far as this worker knows."""

    rests_until: datetime | None = None


class Refused(Exception):
    """The mail server refuses this letter for good. The text says why."""


@job(actions.SEND)
def send(payload: dict[str, Any], on: date) -> int:
    """Send one letter that waits; raises TryLater where that must wait. Answers how many were sent."""
    now = timezone.now()
    reference = UUID(payload["message"])
    stands = queries.standing(NOBODY, [reference])[reference]
    if stands.next_try_at is None:
        return 0
    free_at = max(stands.next_try_at, _MailServer.rests_until or now)
    if free_at > now:
        raise TryLater(free_at)
    held = actions.hold(reference, at=now)
    if held is None:  # another worker was quicker
        raise TryLater(now + HELD_FOR)
    return _send(held, until=datetime.fromisoformat(payload["until"]), on=on)


def _send(held: Delivery, *, until: datetime, on: date) -> int:
    try:
        _post(held)
    except Refused as refused:
        actions.record_bounce(held.message, because=str(refused), on=on)
        return 0
    except OSError as problem:  # every problem of SMTP is one
        return _not_now(held, _says(problem), until=until, on=on)
    actions.mark_sent(held, at=timezone.now())
    return 1


def _post(held: Delivery) -> None:
    """Hand one letter to the mail server. Raises Refused, or OSError where it may work later."""
    try:
        email_of(held.message).send()
    except smtplib.SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        _judge(code, words, refused)
    except smtplib.SMTPDataError as refused:
        _judge(refused.smtp_code, refused.smtp_error, refused)
    except smtplib.SMTPException:
        raise  # of the server or its settings, not of this letter
    except ValueError as wrong:
        raise Refused("No email can be sent to this address. It is not written as one.") from wrong
    _MailServer.rests_until = None


def _judge(code: int, words: bytes | str, refused: smtplib.SMTPException) -> None:
    """A refusal for good is the letter's; "not now" is the server's."""
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    if 500 <= code < 600:
        raise Refused(f"The mail server refused it: {code} {' '.join(said.split())}") from refused
    raise refused


def _not_now(held: Delivery, because: str, *, until: datetime, on: date) -> int:
    now = timezone.now()
    if now >= until:
        actions.give_up(held, because=because, at=now, on=on)
        return 0
    raise TryLater(actions.put_off(held, because=because, at=now))


def _says(problem: OSError) -> str:
    """What kept the mail server from taking it, in a sentence; and whether to leave it alone a while."""
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return "The mail server did not accept Homeward’s name and password."
    if isinstance(problem, smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError):
        return "The mail server said: not now."
    _MailServer.rests_until = timezone.now() + _REST
    return "The mail server did not answer."
