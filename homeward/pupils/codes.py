"""Closed lists of this room. National lists (SEN, sex, ethnicity) are in `homeward.reference`."""

from enum import StrEnum


class Hides(StrEnum):
    """What a shield keeps from one adult."""

    HOUSEHOLD = "household"
    PHONE = "phone"
    SCHOOL = "school"
    PROVIDER = "provider"


HIDES_SAYS = {
    Hides.HOUSEHOLD: "Where the child lives, with its phone numbers",
    Hides.PHONE: "Phone numbers of the family",
    Hides.SCHOOL: "The home school",
    Hides.PROVIDER: "The provider and its address",
}


class Channel(StrEnum):
    """How an adult likes to be reached."""

    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"


CHANNEL_SAYS = {
    Channel.LETTER: "By letter",
    Channel.EMAIL: "By email",
    Channel.PHONE: "By phone",
}


class Relationship(StrEnum):
    """Who an adult is to the child."""

    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step_parent"
    GRANDPARENT = "grandparent"
    CARER = "carer"
    FOSTER_CARER = "foster_carer"
    SOCIAL_WORKER = "social_worker"
    OTHER = "other"


RELATIONSHIP_SAYS = {
    Relationship.MOTHER: "Mother",
    Relationship.FATHER: "Father",
    Relationship.STEP_PARENT: "Step-parent",
    Relationship.GRANDPARENT: "Grandparent",
    Relationship.CARER: "Carer",
    Relationship.FOSTER_CARER: "Foster carer",
    Relationship.SOCIAL_WORKER: "Social worker",
    Relationship.OTHER: "Somebody else",
}

NAMES = (
    "first_name",
    "last_name",
    "preferred_first_name",
    "preferred_last_name",
    "former_names",
)
"""Fields by whose words a child is found."""

IDENTITY = (*NAMES, "born_on", "sex", "upn", "uln", "year_group")
NEEDS = (
    "sen_provision",
    "sen_need",
    "sen_need_second",
    "has_ehc_plan",
    "is_looked_after",
    "looked_after_by",
    "has_social_worker",
    "social_worker",
    "ethnicity",
    "first_language",
    "languages",
    "needs_interpreter",
)
ADULT = (
    "name",
    "relationship",
    "has_parental_responsibility",
    "household",
    "may_receive_letters",
    "channel",
    "phone",
    "email",
    "language",
    "needs_interpreter",
    "court_order",
    "court_order_expires_on",
    "left_on",
)
HOUSEHOLD = ("name", "street", "town", "postcode", "phone", "is_childs_home")

FIRST_YEAR, LAST_YEAR = -2, 14
YEAR_GROUP_SAYS = {
    -2: "Before nursery",
    -1: "Nursery",
    0: "Reception",
    **{number: f"Year {number}" for number in range(1, LAST_YEAR + 1)},
}
