"""How a letter goes: held by one worker, sent, put off, given up, come back, or handed over."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from homeward.history.actions import record
from homeward.letters.catalogue import letter
from homeward.letters.models import Delivery, Message
from homeward.letters.rules import HELD_FOR, wait_after
from homeward.letters.signals import message_bounced
from homeward.organisations.access import Access, system

_LONGEST = 300


class AlreadyHandedOver(Exception):
    """A letter that was handed over before."""


def hold(reference: UUID, *, at: datetime) -> Delivery | None:
    """Take a letter that waits, for this worker alone, and count the try.

    None where it does not wait, or not yet, or another worker holds it.
    """
    free = Delivery.objects.filter(message__reference=reference, next_try_at__lte=at)
    held = free.select_related("message__from_organisation").first()
    if held is None:
        return None
    until = at + HELD_FOR
    ours = Delivery.objects.filter(pk=held.pk, next_try_at=held.next_try_at)
    if not ours.update(next_try_at=until, tries=F("tries") + 1):
        return None
    held.tries += 1
    held.next_try_at = until
    return held


def mark_sent(held: Delivery, *, at: datetime) -> None:
    """A mail server has taken it, whoever holds it by now."""
    Delivery.objects.filter(pk=held.pk, failed_at__isnull=True).update(
        sent_at=at, next_try_at=None, last_problem=""
    )


def put_off(held: Delivery, *, because: str, at: datetime) -> datetime:
    """Try it again later; answers when."""
    again_at = at + wait_after(held.tries)
    _still_held(held).update(next_try_at=again_at, last_problem=because[:_LONGEST])
    return again_at


@transaction.atomic
def give_up(held: Delivery, *, because: str, at: datetime, on: date) -> None:
    """Try it no more, and announce that it becomes something to do."""
    changed = _still_held(held).update(
        failed_at=at, next_try_at=None, last_problem=because[:_LONGEST]
    )
    if changed:
        _announce(held.message, "could not be sent for five days", because, on)


@transaction.atomic
def stop(message: Message, *, because: str, by: Access, on: date) -> bool:
    """Stop an email that still waits, and announce that it did not reach its reader.

    Answers whether there was something to stop: what a mail server has taken is gone.
    """
    stopped = Delivery.objects.filter(message=message, next_try_at__isnull=False).update(
        failed_at=timezone.now(), next_try_at=None, last_problem=because[:_LONGEST]
    )
    if stopped:
        _announce(message, "was stopped before it left", because, on)
    return bool(stopped)


@transaction.atomic
def record_bounce(message: Message, *, because: str, on: date) -> bool:
    """Record that a letter came back, once, and announce it. Answers whether that was new.

    One that was handed over on paper meanwhile, or came back before, changes nothing.
    """
    came_back = Delivery.objects.filter(
        message=message, bounced_at__isnull=True, handed_over_on__isnull=True
    ).update(
        bounced_at=timezone.now(),
        bounced_because=because[:_LONGEST],
        next_try_at=None,
        failed_at=None,
    )
    if came_back:
        _announce(message, "came back", because, on)
    return bool(came_back)


@transaction.atomic
def hand_over(message: Message, *, by: Access, on: date) -> None:
    """Say that a letter was handed over: on paper, or copied into a text. Raises AlreadyHandedOver.

    An email that waits is not sent any more.
    """
    handed = Delivery.objects.filter(message=message, handed_over_on__isnull=True).update(
        handed_over_on=on, handed_over_by_id=by.somebody, next_try_at=None
    )
    if not handed:
        raise AlreadyHandedOver("This letter was handed over already.")
    record(
        keeper=message.keeper_id,
        about=message.about,
        kind="letters.handed_over",
        summary=f"Handed over “{letter(message.letter).title}” to {message.to_name}",
        by=by,
        on=on,
    )


def note_plain_pdf(message: Message) -> None:
    """Note, once, that a letter's PDF could not be tagged, since our fonts lack a sign of it."""
    Delivery.objects.filter(message=message, is_plain_pdf=False).update(is_plain_pdf=True)


def _still_held(held: Delivery) -> QuerySet[Delivery]:
    """The delivery, as long as this worker holds it."""
    return Delivery.objects.filter(pk=held.pk, next_try_at=held.next_try_at)


def _announce(message: Message, what: str, because: str, on: date) -> None:
    message_bounced.send(
        Message,
        about=message.about,
        message=message.reference,
        keeper=message.keeper_id,
        because=because,
        on=on,
    )
    record(
        keeper=message.keeper_id,
        about=message.about,
        kind="letters.not_arrived",
        summary=f"“{letter(message.letter).title}” to {message.to_name} {what}",
        by=system(message.keeper_id),
        on=on,
    )
