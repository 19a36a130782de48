"""Reading what was sent, word for word, and how it went."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404

from homeward.letters.catalogue import LETTERS
from homeward.letters.codes import State
from homeward.letters.models import Delivery, Message
from homeward.letters.rules import state
from homeward.letters.texts import LINK
from homeward.links import queries as links
from homeward.organisations.access import Access


@dataclass(frozen=True, slots=True)
class Sent:
    """One message as a list shows it: to whom, how, when, and how it went."""

    reference: UUID
    letter: str
    title: str
    to_name: str
    channel: str
    address: str
    language: str
    subject: str
    written_on: date
    written_by_name: str
    state: State
    because: str
    tries: int
    next_try_at: datetime | None
    sent_at: datetime | None
    bounced_at: datetime | None
    failed_at: datetime | None
    handed_over_on: date | None
    is_plain_pdf: bool

    @property
    def is_arrived(self) -> bool:
        return self.state.is_arrived


def messages(access: Access, about: UUID) -> list[Sent]:
    """Every message about one record, the newest first. Whoever asks guards who may see them."""
    rows = Delivery.objects.filter(message__about=about).select_related("message")
    return [_sent(row) for row in rows.order_by("-message_id")]


def standing(access: Access, references: Collection[UUID]) -> dict[UUID, Sent]:
    """How some messages stand, by reference, in one query. Whoever asks guards who may see them."""
    rows = Delivery.objects.filter(message__reference__in=references).select_related("message")
    return {row.message.reference: _sent(row) for row in rows}


def message(access: Access, reference: UUID) -> Message:
    """One message, word for word. Raises Http404. Whoever asks guards who may see it."""
    found = Message.objects.filter(reference=reference).select_related("from_organisation").first()
    if found is None:
        raise Http404
    return found


def by_message_id(access: Access, message_id: str) -> Message | None:
    """The message that left under this Message-ID."""
    return Message.objects.filter(message_id=message_id).first()


def with_link(access: Access, message: Message) -> str:
    """The words with the address of the personal link in its place, for printing or copying."""
    return message.body.replace(LINK, link_of(access, message))


def link_of(access: Access, message: Message) -> str:
    """The address of a message's personal link; "" where it has none."""
    address = links.address_of(access, message.link) if message.link else ""
    return settings.BASE_URL.rstrip("/") + address if address else ""


def _sent(row: Delivery) -> Sent:
    said = row.message
    found = LETTERS.get(said.letter)
    return Sent(
        reference=said.reference,
        letter=said.letter,
        title=found.title if found else said.subject,
        to_name=said.to_name,
        channel=said.channel,
        address=said.address,
        language=said.language,
        subject=said.subject,
        written_on=said.written_on,
        written_by_name=said.written_by_name,
        state=state(
            channel=said.channel,
            sent_at=row.sent_at,
            failed_at=row.failed_at,
            bounced_at=row.bounced_at,
            handed_over_on=row.handed_over_on,
        ),
        because=row.bounced_because or row.last_problem,
        tries=row.tries,
        next_try_at=row.next_try_at,
        sent_at=row.sent_at,
        bounced_at=row.bounced_at,
        failed_at=row.failed_at,
        handed_over_on=row.handed_over_on,
        is_plain_pdf=row.is_plain_pdf,
    )
