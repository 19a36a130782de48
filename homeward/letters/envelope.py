"""A letter as an email: plain words, one stable Message-ID, answers to the school, none to a machine."""

import re
from email.headerregistry import Address
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from homeward.letters.models import Message
from homeward.letters.queries import with_link
from homeward.organisations.access import system


def email_of(message: Message) -> EmailMessage:
    """The email of a message. Written again it is the same one, so a mail server can know a copy."""
    access = system(message.keeper_id)
    return EmailMessage(
        subject=message.subject,
        body=with_link(access, message),
        from_email=_from(message.from_organisation.name),
        to=[message.address],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Date": format_datetime(timezone.localtime(message.written_at)),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "OOF, AutoReply",
            "Content-Language": message.language,
        },
    )


def _from(organisation: str) -> str:
    """The sender of the settings, under the name of whoever writes."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    name = re.sub(r"[\x00-\x1f\x7f]", " ", organisation).strip()
    return str(Address(display_name=name, addr_spec=address))
