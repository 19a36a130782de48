"""Reading this room."""

from homeward.organisations.queries.people import (
    Member,
    demo_people,
    invitation,
    invitation_by_token,
    is_at_work,
    kept_organisation,
    members,
    membership,
    open_invitations,
    places,
    roles_for,
    team,
    teams,
    with_roles,
)
from homeward.organisations.queries.policy import policy
from homeward.organisations.queries.schools import Step, chain
from homeward.organisations.queries.standing import Standing, access_of, standing

__all__ = [
    "Member",
    "Standing",
    "Step",
    "access_of",
    "chain",
    "demo_people",
    "invitation",
    "invitation_by_token",
    "is_at_work",
    "kept_organisation",
    "members",
    "membership",
    "open_invitations",
    "places",
    "policy",
    "roles_for",
    "standing",
    "team",
    "teams",
    "with_roles",
]
