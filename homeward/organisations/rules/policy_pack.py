"""The policy pack: every number of `Policy`, under its heading, in plain words."""

from collections.abc import Mapping
from types import MappingProxyType

from homeward.organisations.rules.policy import POLICY_KEYS
from homeward.organisations.rules.policy_number import Group, Number, Unit
from homeward.reference.guidance import Force

_BEGINNING = Group(
    "Beginning and keeping in touch",
    (
        Number(
            "first_contact_school_days",
            "First contact",
            "A child who starts in the middle of a school week is spoken with within this many school"
            " days of the start, or by the end of that week where that is later.",
            Unit.SCHOOL_DAYS,
            1,
            10,
            ("house/first-contact", "reintegration/weekly-contact"),
        ),
        Number(
            "urgent_gap_school_days",
            "Gaps of an urgent start",
            "What was missing when a child started in a hurry is put right within this many school"
            " days.",
            Unit.SCHOOL_DAYS,
            1,
            20,
            ("house/urgent-start",),
        ),
        Number(
            "spoken_confirmation_school_days",
            "Safeguarding confirmed by word of mouth",
            "A confirmation that was only spoken is due in writing within this many school days.",
            Unit.SCHOOL_DAYS,
            1,
            5,
            ("house/spoken-confirmation", "safeguarding/written-confirmation"),
        ),
    ),
    rules=("reintegration/weekly-contact",),
)

_REVIEWS = Group(
    "Reviews",
    (
        Number(
            "first_review_school_weeks",
            "First review",
            "The first review is held within this many school weeks of the start.",
            Unit.SCHOOL_WEEKS,
            1,
            12,
            ("house/first-review", "local/interim-twelve-weeks"),
        ),
        Number(
            "review_half_term_school_days",
            "When a half term has its own review",
            "A half term in which the placement runs on at least this many school days has a review"
            " of its own.",
            Unit.SCHOOL_DAYS,
            1,
            20,
            ("house/half-term-counts", "safeguarding/half-termly-review"),
        ),
        Number(
            "return_review_school_days",
            "Review before the planned end",
            "A review that plans the return is held this many school days before the planned end, or"
            " halfway through where that is later.",
            Unit.SCHOOL_DAYS,
            1,
            40,
            ("house/return-review",),
        ),
        Number(
            "return_warning_school_days",
            "Warning that no return review was held",
            "This many school days before the planned end the home school is warned where none was.",
            Unit.SCHOOL_DAYS,
            1,
            40,
            ("house/return-review",),
        ),
        Number(
            "return_escalation_school_days",
            "The authority hears that none was held",
            "This many school days before the planned end the authority is asked to step in.",
            Unit.SCHOOL_DAYS,
            1,
            40,
            ("house/return-review",),
        ),
    ),
)

_LENGTH = Group(
    "How long",
    (
        Number(
            "short_term_weeks",
            "Short term",
            "A placement that is meant to be short lasts at most this many school weeks, added up"
            " over the placements that follow one another. More is warned of, and never refused.",
            Unit.SCHOOL_WEEKS,
            1,
            40,
            ("house/short-term", "local/interim-twelve-weeks", "unregistered/twelve-weeks"),
        ),
        Number(
            "chain_gap_school_days",
            "When a new count begins",
            "After a gap of this many school days the next placement is counted from nothing.",
            Unit.SCHOOL_DAYS,
            1,
            60,
            ("house/chain-gap",),
        ),
    ),
)

_UNREGISTERED = Group(
    "Unregistered providers",
    (
        Number(
            "unregistered_weekly_sessions",
            "Sessions a week with one unregistered provider",
            "More than this many sessions a week for one child is warned of.",
            Unit.SESSIONS,
            1,
            10,
            ("house/unregistered-sessions", "unregistered/twelve-weeks"),
        ),
        Number(
            "full_time_hours",
            "What counts as full time",
            "A child who is taught for more than this many hours a week is counted as full time.",
            Unit.HOURS,
            1,
            32,
            ("unregistered/must-register",),
            force=Force.GOOD_PRACTICE,
            note="Eighteen hours is the department’s guide to its inspectors. The Act itself names no"
            " number of hours.",
        ),
        Number(
            "registration_threshold_pupils",
            "Full-time children that make a setting a school",
            "A draft that would bring a site without registration to this many full-time children of"
            " compulsory school age is warned of, with the law named.",
            Unit.CHILDREN,
            1,
            5,
            ("unregistered/must-register", "unregistered/wider-definition"),
            note="The law says five. A smaller number here only warns sooner; it cannot be larger.",
        ),
        Number(
            "registration_threshold_vulnerable",
            "Full-time children with a plan or looked after",
            "Full-time children who are looked after or have an education, health and care plan are"
            " counted apart: so many of them make a setting a school.",
            Unit.CHILDREN,
            1,
            1,
            ("unregistered/must-register", "unregistered/wider-definition"),
            note="The law says one, so there is no other number to choose.",
        ),
    ),
)

_RETURN = Group(
    "Coming back, and did it last?",
    (
        Number(
            "part_time_weeks",
            "A part-time timetable or a return by steps",
            "It lasts at most this many weeks. A longer one needs the headteacher’s reason, the"
            " parent’s agreement, an end date, and the authority told.",
            Unit.WEEKS,
            1,
            12,
            ("local/part-time-six-weeks", "house/ladder-length", "part-time/limits"),
            note="Statutory guidance asks for an end date and reviews; six weeks is local.",
        ),
        Number(
            "ladder_look_weeks",
            "Looking at the steps of a return",
            "A return by steps is looked at again every so many weeks.",
            Unit.WEEKS,
            1,
            6,
            ("house/ladder-length", "part-time/limits"),
        ),
        Number(
            "checks_first_weeks",
            "First check after the child came back or moved",
            "The school where the child is says how it goes, this many weeks afterwards.",
            Unit.WEEKS,
            1,
            6,
            ("house/did-it-last", "reintegration/success"),
        ),
        Number(
            "checks_second_weeks",
            "Second check",
            "The school where the child is says how it goes, this many weeks afterwards.",
            Unit.WEEKS,
            2,
            12,
            ("house/did-it-last", "reintegration/success"),
        ),
        Number(
            "checks_third_weeks",
            "Third check",
            "The school where the child is says how it goes, this many weeks afterwards.",
            Unit.WEEKS,
            3,
            26,
            ("house/did-it-last", "reintegration/success"),
        ),
        Number(
            "checks_last_terms",
            "Last check",
            "Only after this check, so many terms afterwards, is it said that the return or the move"
            " held.",
            Unit.TERMS,
            1,
            6,
            ("house/did-it-last", "reintegration/success"),
        ),
    ),
)

_MOVE = Group(
    "Moving on to a new school or placement",
    (
        Number(
            "move_answer_school_days",
            "An answer to a move",
            "A school or provider that is asked to take a child for good answers within this many"
            " school days of joining.",
            Unit.SCHOOL_DAYS,
            1,
            30,
            ("house/move-answer", "admissions/in-year"),
        ),
        Number(
            "waiting_place_school_days",
            "Ready and waiting",
            "The authority is asked to find a place for a child who is ready within this many school"
            " days.",
            Unit.SCHOOL_DAYS,
            1,
            60,
            ("house/ready-and-waiting", "admissions/fair-access"),
            note="The School Admissions Code gives twenty school days to a child who is considered under"
            " fair access. For every other child it is a setting.",
        ),
    ),
)

_SUPPORT = Group(
    "Asking the authority",
    (
        Number(
            "support_answer_school_days",
            "An answer to a request for support",
            "A team of the authority answers within this many school days, and so does a school that"
            " the team asks something.",
            Unit.SCHOOL_DAYS,
            1,
            20,
            ("house/support-answer",),
        ),
    ),
)

_FAMILY = Group(
    "Family, child and teachers",
    (
        Number(
            "personal_link_days",
            "How long a personal link waits",
            "A personal link that nobody has opened stops working after this many days.",
            Unit.DAYS,
            1,
            90,
            ("house/personal-links",),
        ),
        Number(
            "known_device_days",
            "How long a device is known",
            "A telephone or computer that opened a personal link opens the same page again for this"
            " many days.",
            Unit.DAYS,
            1,
            180,
            ("house/personal-links",),
        ),
        Number(
            "review_invitation_days",
            "Invitation to a review",
            "Parents and child are invited this many days before a review.",
            Unit.DAYS,
            1,
            30,
            ("house/review-invitation",),
        ),
        Number(
            "family_answer_school_days",
            "Asking a parent again",
            "A parent who has not answered a question is asked again after this many school days.",
            Unit.SCHOOL_DAYS,
            1,
            20,
            ("house/asked-again",),
        ),
        Number(
            "family_reply_school_days",
            "An answer to the family",
            "What a parent or a child writes is answered within this many school days; a worry on the"
            " same school day, whatever stands here.",
            Unit.SCHOOL_DAYS,
            1,
            10,
            ("house/family-answered",),
        ),
        Number(
            "tick_weeks",
            "How long adjustments are asked about",
            "For this many weeks after a return, each adjustment’s owners are asked whether it happens.",
            Unit.WEEKS,
            1,
            26,
            ("house/adjustment-ticks", "reintegration/adjustments"),
        ),
        Number(
            "tick_every_weeks",
            "How often adjustments are asked about",
            "Within that time they are asked once in so many weeks.",
            Unit.WEEKS,
            1,
            6,
            ("house/adjustment-ticks", "reintegration/adjustments"),
        ),
    ),
)

GROUPS = (_BEGINNING, _REVIEWS, _LENGTH, _UNREGISTERED, _RETURN, _MOVE, _SUPPORT, _FAMILY)

NUMBERS: Mapping[str, Number] = MappingProxyType(
    {number.key: number for group in GROUPS for number in group.numbers}
)
"""Each number of `Policy` by its key."""


def undescribed() -> list[str]:
    """The numbers that nothing here describes, and descriptions of numbers that are not there."""
    return sorted(set(POLICY_KEYS) ^ set(NUMBERS))
