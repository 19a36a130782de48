"""Closed lists of this room."""

from enum import StrEnum


class ReplyKind(StrEnum):
    """What somebody of the family says beside an entry."""

    REPLY = "reply"
    NOT_RIGHT = "not_right"


class ReplyAbout(StrEnum):
    """Beside what a reply stands."""

    PLACEMENT = "placement"
    CONTACT = "contact"
    REVIEW = "review"
    PLAN = "plan"
    LETTER = "letter"
    END_DATE = "end_date"
    LADDER = "ladder"


class QuestionKind(StrEnum):
    """What a parent says yes or no to."""

    PLAN = "plan"
    PART_TIME = "part_time"
    END_DATE = "end_date"
    REVIEW = "review"


class NoteKind(StrEnum):
    """What the school writes to the child."""

    NOTE = "note"
    NEWS = "news"
