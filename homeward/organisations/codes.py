"""Closed lists of this room."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    AUTHORITY = "authority"
    SCHOOL = "school"
    PROVIDER = "provider"


class RoleName(StrEnum):
    """What a member does at their organisation; `roles.ROLES` says what each may do."""

    AP_LEAD = "ap_lead"
    CONTACT_ADULT = "contact_adult"
    HEADTEACHER = "headteacher"
    DEPUTY = "deputy"
    TEACHER = "teacher"
    DSL = "dsl"
    EXCLUSIONS_OFFICER = "exclusions_officer"
    POST16_OFFICER = "post16_officer"
    COMMISSIONER = "commissioner"
    ADMINISTRATOR = "administrator"
    KEY_WORKER = "key_worker"
    PROVIDER_MANAGER = "provider_manager"


class May(StrEnum):
    """What a role may do. One name per thing a person would say they did."""

    READ_TODAY = "read what is due"
    READ_PUPILS = "read children's records"
    EDIT_PUPILS = "write children's records"
    READ_PLACEMENTS = "read placements"
    START_PLACEMENT = "start a placement"
    EDIT_PLAN = "write the reintegration plan"
    AGREE_PLACEMENT = "agree a placement"
    ALLOW_URGENT_START = "allow an urgent start"
    RECORD_CONTACT = "record weekly contact"
    RECORD_TELLING = "record who was told"
    END_PLACEMENT = "record that a placement ended"
    APPROVE_RETURN = "approve that the school is prepared for a return"
    ANSWER_MOVE = "answer for a receiving school or provider"
    ANSWER_CHECKS = "answer the checks after a return or a move"
    ASK_FOR_SUPPORT = "ask a team of the authority for support"
    ANSWER_REQUESTS = "answer requests for support"
    SEND_LETTERS = "write to the family and to teachers, and give or revoke personal links"
    READ_LETTERS = "read the catalogue of letters"
    APPROVE_TRANSLATIONS = "approve translations of letters"
    ANSWER_FAMILY = "answer what parents and children say on their pages"
    HEAR_WORRIES = "read what worries a child"
    READ_BRIEFINGS = "read the briefings written for them"
    RATE_READINESS = "look at what helps, with the child, the parents and the others"
    WAIVE = "waive what is due"
    READ_HISTORY = "read the history of a record"
    READ_PROVIDERS = "read providers' records"
    ADD_PROVIDERS = "add a provider, its sites and its safeguarding confirmation"
    KEEP_PROVIDERS = "keep providers' records"
    KEEP_CALENDAR = "keep term dates and closures"
    KEEP_PEOPLE = "invite people and end their membership"
    READ_OVERVIEW = "read the overview of placements"
    READ_AREA = "read every placement of the area"
    KEEP_POLICY = "set the authority's own numbers"


class TeamKind(StrEnum):
    """Teams of an authority that a placement page names under *Who can help*."""

    EXCLUSIONS = "exclusions"
    POST16 = "post16"
    PARTICIPATION = "participation"
    ADMISSIONS = "admissions"
    OTHER = "other"


class LinkKind(StrEnum):
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"


DEMO_PASSWORD = "homeward-demo"  # noqa: S105 - shown on the sign-in page of a demonstration
DEMO_SIGN_INS = (
    "lead@oakpark.example",
    "tutor@oakpark.example",
    "head@oakpark.example",
    "teacher@oakpark.example",
    "lead@elmroad.example",
    "keyworker@bridgehouse.example",
    "keyworker@northgate.example",
    "exclusions@authority.example",
    "post16@authority.example",
    "commissioner@authority.example",
    "admin@authority.example",
)
"""The people of a demonstration, in the order in which its sign-in page offers them."""
