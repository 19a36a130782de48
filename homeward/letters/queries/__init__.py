"""Reading letters. Whose they are is known to the rooms above, which guard who may see one."""

from homeward.letters.queries.messages import (
    Sent,
    by_message_id,
    link_of,
    message,
    messages,
    standing,
    with_link,
)
from homeward.letters.queries.translations import (
    Standing,
    approval,
    approvals,
    languages,
    standings,
)

__all__ = [
    "Sent",
    "Standing",
    "approval",
    "approvals",
    "by_message_id",
    "languages",
    "link_of",
    "message",
    "messages",
    "standing",
    "standings",
    "with_link",
]
