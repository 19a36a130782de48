"""Closed lists of this room. National lists (reasons, settings) are in `homeward.reference`."""

from enum import StrEnum


class Labelled(StrEnum):
    """A closed list whose members carry the words a person reads."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Labelled":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.label) for member in cls]

    @classmethod
    def values(cls) -> list[str]:
        return [member.value for member in cls]


class Kind(Labelled):
    SHORT_TERM = "short_term", "Short term"
    KS4_TO_END = "ks4_to_end", "Key Stage 4, to the end of Year 11"
    INTERIM = "interim", "Interim, while a school place is found"


class LegalBasis(Labelled):
    OFF_SITE_DIRECTION = (
        "off_site_direction",
        "Off-site direction by the governing body (section 29A)",
    )
    SECTION_19 = "section_19", "Arranged by the local authority (section 19)"
    SUSPENSION = "suspension", "Suspension, from the sixth school day"
    MEDICAL = "medical", "Medical need"
    AGREEMENT = "agreement", "Agreement with the family"


class Route(Labelled):
    """Where the placement leads: decided, or at least owned and dated, from the start."""

    HOME_SCHOOL = "home_school", "Back to the home school"
    NEW_SCHOOL = "new_school", "On to a new school"
    LONG_TERM = "long_term", "On to a new long-term placement"
    POST_16 = "post_16", "On to post-16 education, training or work with study"


class Half(Labelled):
    AM = "am", "Morning"
    PM = "pm", "Afternoon"


class Part(Labelled):
    """What an organisation is to a placement."""

    COMMISSIONER = "commissioner", "Commissioner"
    HOME_SCHOOL = "home_school", "Home school"
    PROVIDER = "provider", "Provider"
    AUTHORITY = "authority", "Local authority"
    RECEIVING = "receiving", "Receiving school or provider"


class StaffPart(Labelled):
    """What a named adult is to a placement."""

    WEEKLY_CONTACT = "weekly_contact", "Weekly contact"
    COVER = "cover", "Covers the weekly contact"
    KEY_WORKER = "key_worker", "Provider key worker"
    DSL = "dsl", "Designated safeguarding lead"
    POST16_LEAD = "post16_lead", "Post-16 lead"
    RETURN_ADULT = "return_adult", "Named adult for the return"
    RECEIVING_ADULT = "receiving_adult", "Named adult at the receiving school"


class LineKind(Labelled):
    """The repeating parts of a plan."""

    TARGET = "target", "Target"
    SUPPORT = "support", "Support"
    ADJUSTMENT = "adjustment", "Reasonable adjustment"
    MILESTONE = "milestone", "Milestone"


class Method(Labelled):
    IN_SCHOOL = "in_school", "In school"
    VISIT = "visit", "Visit to the provider"
    PHONE = "phone", "Phone"
    VIDEO = "video", "Video call"
    LETTER = "letter", "Letter or card"


class SpokeWith(Labelled):
    """Only a contact with the child counts for the week."""

    CHILD = "child", "The child"
    PARENT = "parent", "A parent or carer only"
    PROVIDER = "provider", "The provider only"
    NOBODY = "nobody", "Nobody: I tried"


class Seems(Labelled):
    """How the child seems, on a five-point scale in words."""

    VERY_LOW = "1", "Very low"
    LOW = "2", "Low"
    MIXED = "3", "Up and down"
    FINE = "4", "Fine"
    GOOD = "5", "Good"


class PromiseKept(Labelled):
    YES = "yes", "Yes"
    NOT_YET = "not_yet", "Not yet"
    NO = "no", "No"


class Audience(Labelled):
    PARENTS = "parents", "Parents or carers"
    CHILD = "child", "The child"
    STAFF = "staff", "Wider school staff"
    RETURN_STAFF = "return", "School staff, before the return"
    RECEIVING_STAFF = "receiving", "Staff of the receiving school"
    AUTHORITY = "authority", "The local authority, about part-time"


class ToldBy(Labelled):
    """How somebody was told."""

    MEETING = "meeting", "In a meeting"
    PHONE = "phone", "By phone"
    LETTER = "letter", "By letter"
    EMAIL = "email", "By email"
    BRIEFING = "briefing", "Staff briefing"


class BelongingKind(Labelled):
    TUTOR_LIST = "tutor_list", "On the tutor list"
    TRIPS = "trips", "Told of trips"
    EVENTS = "events", "Invited to events"
    REPORTS = "reports", "Gets reports"
    PARENTS_EVENING = "parents_evening", "Invited to parents' evening"
    PHOTOGRAPHS = "photographs", "In class photographs"


class Outcome(Labelled):
    """How a placement ended. An ending is a fact, planned or not."""

    RETURNED = "returned", "Came back to the home school"
    MOVED = "moved", "Moved to a new school or long-term placement"
    POST_16 = "post_16", "Went on to post-16 education, training or work"
    NEXT_PLACEMENT = "next_placement", "Went on to another placement"
    HOME_EDUCATION = "home_education", "Is educated at home by the parents"
    MISSING = "missing", "Whereabouts not known"
    LEFT_AREA = "left_area", "Left the area"
    OTHER = "other", "Something else"


class Decision(Labelled):
    """What a review decided."""

    CONTINUE = "continue", "Continue as it is"
    CHANGE = "change", "Change the plan"
    EXTEND = "extend", "Extend: a later last day"
    RETURN = "return", "Begin the return to the home school"
    MOVE = "move", "Move on to a new school or long-term placement"
    END = "end", "End the placement"


class LadderMoveKind(Labelled):
    """What happened on the return ladder. Each of them is also a look at how it goes."""

    START = "start", "The first step began"
    STAY = "stay", "Looked at: stays on this step"
    ON = "on", "On to the next step"
    BACK = "back", "A step back"
    PAUSE = "pause", "Paused"
    RESUME = "resume", "Taken up again"
    FULL_TIME = "full_time", "Full time at school"


class MoveKind(Labelled):
    """A move is as good as a return. A managed move is consented, permanent and never a trial."""

    NEW_SCHOOL = "new_school", "A new school"
    LONG_TERM = "long_term", "A long-term placement"
    MANAGED_MOVE = "managed_move", "A managed move"


class MoveAnswerKind(Labelled):
    """What the receiving school or provider says. The latest answer stands."""

    ACCEPTED = "accepted", "Yes, with the plan as it is"
    AMENDED = "amended", "Yes, with changes to the plan"
    DECLINED = "declined", "No"


class CheckPoint(Labelled):
    """When it is asked whether a return or a move holds."""

    FIRST = "first", "First check"
    SECOND = "second", "Second check"
    THIRD = "third", "Third check"
    LAST = "last", "Last check"


class Holds(Labelled):
    """Whether it holds, as whoever checks sees it."""

    YES = "yes", "Yes"
    AT_RISK = "at_risk", "It is at risk"
    NO = "no", "No: it did not hold"


class Helped(Labelled):
    """How much a placement helped, as the child says."""

    NOT = "1", "Not at all"
    LITTLE = "2", "A little"
    SOME = "3", "Some of it did"
    QUITE = "4", "Quite a lot"
    MUCH = "5", "A lot"


class BriefingFor(Labelled):
    """For which beginning the briefing is written."""

    START = "start", "The start of the placement"
    RETURN = "return", "The return to school"


class Happening(Labelled):
    """Is this adjustment happening?"""

    YES = "yes", "Yes"
    PARTLY = "partly", "Sometimes"
    NO = "no", "No"


class Rater(Labelled):
    """Who looks at the statements about what helps."""

    CHILD = "child", "The child"
    PARENT = "parent", "Parents or carers"
    PROVIDER = "provider", "The provider"
    SCHOOL = "school", "The school"


class Stage(Labelled):
    """Where a placement stands: read from its dated facts, never stored."""

    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed, not yet started"
    URGENT = "urgent", "Urgent start, with gaps"
    RUNNING = "running", "Running"
    RETURNING = "returning", "Coming back, step by step"
    DUE_BACK = "due_back", "Due back: no decision yet"
    ENDED = "ended", "Ended"
    MONITORING = "monitoring", "Ended: is it holding?"
    HELD = "held", "Held"
    NOT_HELD = "not_held", "Did not hold"
    WITHDRAWN = "withdrawn", "Withdrawn before the start"
    REFUSED = "refused", "Not agreed"


class DriftKind(Labelled):
    """What is most wrong with a placement, the worst first."""

    GAPS = "gaps", "Started with gaps"
    PAST_END = "past_end", "Past its end, no decision"
    NOT_SPOKEN = "not_spoken", "No contact for two weeks"
    CHECK = "check", "A check is not answered"
    NOT_PREPARED = "not_prepared", "The return is not prepared"
    LADDER = "ladder", "Return ladder over its weeks"
    NO_ROUTE = "no_route", "No route"
    NO_REVIEW = "no_review", "No review when it was due"
    WAITING = "waiting", "Ready and waiting"
    EXTENDED = "extended", "Extended twice or more"
    ON_COURSE = "on_course", "On course"


def route_says(route: str) -> str:
    """The words of a route."""
    return Route(route).label
