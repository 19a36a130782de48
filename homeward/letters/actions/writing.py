"""Writing a letter to one person, and having it sent."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from homeward.history.actions import record
from homeward.jobs.actions import queue
from homeward.letters import queries
from homeward.letters.catalogue import letter as in_catalogue
from homeward.letters.codes import Channel
from homeward.letters.models import Delivery, Message
from homeward.letters.rules import GIVEN_UP_AFTER
from homeward.letters.texts import LINK, Said
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.web.uuid7 import uuid7

SEND = "letters.send"


class NotApproved(Exception):
    """A translation that nobody of the authority has approved. The text says so."""


class NoAddress(Exception):
    """A letter by email to somebody without an email address."""


class NoLink(Exception):
    """A letter whose words hold the place of a personal link, without a link; or the other way."""


class NotByEmail(Exception):
    """Only what goes by email, and did not arrive, can be sent again."""


@dataclass(frozen=True, slots=True)
class Sender:
    """From whom a letter is: the organisation, its name and address in lines, and where answers go."""

    organisation: Organisation
    letterhead: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class To:
    """To whom a letter goes, and how. `postal` is the address in lines, for the window of an envelope."""

    name: str
    channel: Channel
    email: str = ""
    postal: str = ""


@transaction.atomic
def write(
    *,
    letter: str,
    about: UUID,
    keeper: int,
    sender: Sender,
    to: To,
    language: str,
    said: Said,
    english: str = "",
    link: UUID | None = None,
    by: Access,
    on: date,
) -> Message:
    """Write a letter to one person, word for word, and queue it where it goes by email.

    All in the caller's transaction, and so is the history: the caller knows what happened. `link` is
    the reference of the personal link whose place the words mark. Raises UnknownLetter, NoAddress,
    NoLink, or NotApproved for a translation that may not be sent.
    """
    _must_be_whole(letter, keeper, to, language, said, link, by, on)
    reference = uuid7()
    message = Message.objects.create(
        reference=reference,
        keeper_id=keeper,
        about=about,
        letter=letter,
        from_organisation=sender.organisation,
        letterhead=sender.letterhead,
        reply_to=sender.reply_to,
        to_name=to.name,
        channel=to.channel,
        address=to.email if to.channel == Channel.EMAIL else "",
        postal=to.postal,
        language=language,
        subject=said.subject,
        body=said.body,
        english=english,
        link=link,
        message_id=f"<{reference}@{urlsplit(settings.BASE_URL).hostname}>",
        written_on=on,
        written_by_id=by.person,
        written_by_name=by.person_name,
    )
    now = timezone.now()
    is_email = to.channel == Channel.EMAIL
    Delivery.objects.create(
        keeper_id=keeper, message=message, next_try_at=now if is_email else None
    )
    if is_email:
        _queue(message, now)
    return message


@transaction.atomic
def queue_again(message: Message, *, by: Access, on: date) -> None:
    """Send a letter again that came back or was given up, to the same address.

    Raises NotByEmail where it goes otherwise, waits still, or has not come back.
    """
    now = timezone.now()
    stopped = Delivery.objects.filter(message=message, next_try_at__isnull=True).exclude(
        failed_at__isnull=True, bounced_at__isnull=True
    )
    is_again = message.channel == Channel.EMAIL and stopped.update(
        tries=0,
        next_try_at=now,
        last_problem="",
        sent_at=None,
        failed_at=None,
        bounced_at=None,
        bounced_because="",
    )
    if not is_again:
        raise NotByEmail("Only an email that came back, or could not be sent, can be sent again.")
    _queue(message, now)
    record(
        keeper=message.keeper_id,
        about=message.about,
        kind="letters.again",
        summary=f"Sent “{in_catalogue(message.letter).title}” to {message.to_name} again",
        by=by,
        on=on,
    )


def _queue(message: Message, now: datetime) -> None:
    told = {"message": str(message.reference), "until": (now + GIVEN_UP_AFTER).isoformat()}
    queue(SEND, told, unique_key=str(message.reference))


def _must_be_whole(
    letter: str,
    keeper: int,
    to: To,
    language: str,
    said: Said,
    link: UUID | None,
    by: Access,
    on: date,
) -> None:
    title = in_catalogue(letter).title
    if to.channel == Channel.EMAIL and not to.email:
        raise NoAddress(f"{to.name} has no email address.")
    if (LINK in said.body) != (link is not None):
        raise NoLink(f"“{title}” and its personal link do not fit together.")
    if language not in queries.languages(by, keeper, letter, on):
        raise NotApproved(f"Nobody of the authority has approved “{title}” in this language.")
