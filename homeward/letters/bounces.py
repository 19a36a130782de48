"""What a mail server sends back: which letter did not arrive, and why (RFC 3464)."""

import email
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.policy import default
from enum import StrEnum


class Came(StrEnum):
    """What came: a letter is back, it is only late, or it is no notice about a letter at all."""

    BACK = "back"
    LATE = "late"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message as it was read: about which letter, by its Message-ID, and why it came back."""

    came: Came
    message_id: str = ""
    because: str = ""


def read(raw: bytes) -> Notice:
    """Read one message that a mail server sent.

    An answer of a person, or of their holiday assistant, names the letter too but is no notice.
    """
    message = email.message_from_bytes(raw, policy=default)
    report = next(
        (each for each in message.walk() if each.get_content_type() == "message/delivery-status"),
        None,
    )
    if report is None:
        return Notice(Came.OTHER)
    groups = [each for each in report.walk() if each.get("Action")]
    actions = {str(each["Action"]).strip().lower() for each in groups}
    came = Came.BACK if "failed" in actions else Came.LATE if "delayed" in actions else Came.OTHER
    failed = [each for each in groups if str(each["Action"]).strip().lower() == "failed"]
    return Notice(came, _original(message), _because(failed[0]) if failed else "")


def _original(message: EmailMessage | Message) -> str:
    """The Message-ID of what is sent back: whole, or only its headers."""
    for part in message.walk():
        if part.get_content_type() == "text/rfc822-headers":
            inner = email.message_from_string(str(part.get_payload(decode=False)), policy=default)
            return _without_space(inner.get("Message-ID", ""))
        if part.get_content_type() in {"message/rfc822", "message/global"}:
            payload = part.get_payload()
            first = payload[0] if isinstance(payload, list) and payload else None
            if isinstance(first, Message):
                return _without_space(first.get("Message-ID", ""))
    return ""


def _because(failed: Message) -> str:
    """Why, as the other mail server says it."""
    said = str(failed.get("Diagnostic-Code", "") or failed.get("Status", ""))
    words = " ".join(said.partition(";")[2].split() or said.split())
    return f"The mail server of the address sent it back: {words}" if words else "It was sent back."


def _without_space(value: object) -> str:
    return "".join(str(value).split())
