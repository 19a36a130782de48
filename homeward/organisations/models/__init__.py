from homeward.organisations.models.installation import Installation
from homeward.organisations.models.organisation import (
    Organisation,
    OrganisationLink,
    School,
    Team,
)
from homeward.organisations.models.people import Invitation, Membership, Person
from homeward.organisations.models.policy import PolicyValue

__all__ = [
    "Installation",
    "Invitation",
    "Membership",
    "Organisation",
    "OrganisationLink",
    "Person",
    "PolicyValue",
    "School",
    "Team",
]
