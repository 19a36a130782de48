"""Closed lists of this room."""

from homeward.organisations.codes import TeamKind
from homeward.placements.codes import Labelled


class RequestKind(Labelled):
    """What a school asks a team for."""

    RETURN = "return", "Support to return"
    FRESH_START = "fresh_start", "A fresh start at a new school"
    POST_16 = "post_16", "Post-16"
    QUESTION = "question", "A question"


ANSWERED_BY = {
    RequestKind.RETURN: TeamKind.EXCLUSIONS,
    RequestKind.FRESH_START: TeamKind.EXCLUSIONS,
    RequestKind.POST_16: TeamKind.POST16,
}
"""The team that a kind goes to without asking. A question goes to any team."""


class Awaits(Labelled):
    """Who has to write next, once something was written."""

    TEAM = "team", "The team"
    SCHOOL = "school", "The school"
    NOBODY = "nobody", "Nobody"


class State(Labelled):
    """Where a request stands; read from its dated facts, never stored."""

    NEW = "new", "Nobody has taken it"
    OWNED = "owned", "With the team"
    WAITING = "waiting", "Waiting on the school"
    ANSWERED = "answered", "Answered"
    CLOSED = "closed", "Closed"


class StepKind(Labelled):
    """What kind of thing is done."""

    VISIT = "visit", "Visit"
    MEETING = "meeting", "Meeting"
    CALL = "call", "Call"
    REFERRAL = "referral", "Referral to another service"
    OTHER = "other", "Something else"


class Answer(Labelled):
    """What a school said that was asked for a place."""

    YES = "yes", "Yes"
    NO = "no", "No"


class OutcomeKind(Labelled):
    """What came of a request."""

    RETURNED = "returned", "The child came back to school"
    SUPPORTED = "supported", "Support was agreed and goes on"
    NEW_SCHOOL = "new_school", "A new school said yes"
    DESTINATION = "destination", "A post-16 place was found"
    ADVISED = "advised", "Advice was given"
    PASSED_ON = "passed_on", "Passed on to another service"
    NOT_NEEDED = "not_needed", "No longer needed"
