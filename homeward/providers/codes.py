"""Closed lists of this room. The setting types are in `homeward.reference`."""

from enum import StrEnum


class StandingKind(StrEnum):
    """Whether a provider is registered as a school, as far as the record knows."""

    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    UNKNOWN = "unknown"


STANDING_SAYS = {
    StandingKind.REGISTERED: "Registered",
    StandingKind.UNREGISTERED: "Not registered",
    StandingKind.UNKNOWN: "Registration not known",
}


class ConfirmationKind(StrEnum):
    """How a provider confirmed its safeguarding checks."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    EXPIRED = "expired"
    NONE = "none"


CONFIRMATION_SAYS = {
    ConfirmationKind.WRITTEN: "Confirmed in writing",
    ConfirmationKind.SPOKEN: "Spoken only: needed in writing",
    ConfirmationKind.EXPIRED: "Expired",
    ConfirmationKind.NONE: "None",
}
