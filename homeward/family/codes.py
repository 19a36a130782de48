"""Closed lists of this room."""

from enum import StrEnum

from homeward.placements.codes import Labelled


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


class WeekWas(Labelled):
    """How the week was, as the child says: a scale in words."""

    VERY_HARD = "1", "Very hard"
    HARD = "2", "Hard"
    MIXED = "3", "Up and down"
    FINE = "4", "All right"
    GOOD = "5", "Good"


DEMO_PARENT = "mother@haddad.example"
DEMO_TEACHER = "teacher@oakpark.example"
"""Whose pages the sign-in page of a demonstration offers: this parent, her child, this teacher."""
