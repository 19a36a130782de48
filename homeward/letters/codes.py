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
