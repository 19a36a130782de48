"""Writing letters, how each of them goes, and which translations may be sent."""

from homeward.letters.actions.approving import (
    AlreadyApproved,
    AlreadyWithdrawn,
    NothingToApprove,
    TextChanged,
    approve,
    withdraw,
)
from homeward.letters.actions.going import (
    AlreadyHandedOver,
    give_up,
    hand_over,
    hold,
    mark_sent,
    note_plain_pdf,
    put_off,
    record_bounce,
    stop,
)
from homeward.letters.actions.writing import (
    SEND,
    NoAddress,
    NoLink,
    NotApproved,
    NotByEmail,
    Sender,
    To,
    queue_again,
    write,
)

__all__ = [
    "SEND",
    "AlreadyApproved",
    "AlreadyHandedOver",
    "AlreadyWithdrawn",
    "NoAddress",
    "NoLink",
    "NotApproved",
    "NotByEmail",
    "NothingToApprove",
    "Sender",
    "TextChanged",
    "To",
    "approve",
    "give_up",
    "hand_over",
    "hold",
    "mark_sent",
    "note_plain_pdf",
    "put_off",
    "queue_again",
    "record_bounce",
    "stop",
    "withdraw",
    "write",
]
