"""Closed lists of this room."""

from enum import StrEnum


class Channel(StrEnum):
    """How a message leaves: by email, on paper, or copied into a text by hand."""

    EMAIL = "email"
    PRINT = "print"
    COPY = "copy"


class Reader(StrEnum):
    """For whom a letter is written."""

    ADULT = "adult"
    CHILD = "child"
    STAFF = "staff"


class State(StrEnum):
    """How a letter stands."""

    label: str

    def __new__(cls, value: str, label: str) -> "State":
        """A state with the words that staff read."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.label = label
        return made

    WAITING = "waiting", "waits to be sent"
    SENT = "sent", "sent"
    CAME_BACK = "came_back", "came back"
    GIVEN_UP = "given_up", "could not be sent"
    TO_HAND_OVER = "to_hand_over", "to be handed over"
    HANDED_OVER = "handed_over", "handed over"

    @property
    def is_arrived(self) -> bool:
        """Whether, as far as is known, it reached its reader."""
        return self in {State.SENT, State.HANDED_OVER}
