"""Closed lists of this room. National lists (SEN, sex, ethnicity) are in `homeward.reference`."""

from enum import StrEnum


class Hides(StrEnum):
    """What a shield keeps from one adult."""

    HOUSEHOLD = "household"
    PHONE = "phone"
    SCHOOL = "school"
    PROVIDER = "provider"


HIDES_SAYS = {
    Hides.HOUSEHOLD: "Where the child lives",
    Hides.PHONE: "Phone numbers of the other household",
    Hides.SCHOOL: "The home school",
    Hides.PROVIDER: "The provider and its address",
}


class Channel(StrEnum):
    """How an adult likes to be reached."""

    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"


class Relationship(StrEnum):
    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step_parent"
    GRANDPARENT = "grandparent"
    CARER = "carer"
    FOSTER_CARER = "foster_carer"
    SOCIAL_WORKER = "social_worker"
    OTHER = "other"
