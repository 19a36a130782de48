"""Closed lists of this room."""

from enum import StrEnum


class StandingKind(StrEnum):
    """Whether a provider is registered as a school, as far as the record knows."""

    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    UNKNOWN = "unknown"


class ConfirmationKind(StrEnum):
    """How a provider confirmed its safeguarding checks."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    EXPIRED = "expired"
    NONE = "none"
