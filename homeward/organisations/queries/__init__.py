"""Reading this room."""

from homeward.organisations.queries.people import (
    Member,
    authority,
    demo_people,
    invitation,
    invitation_by_token,
    is_at_work,
    kept_organisation,
    members,
    membership,
    open_invitation_of,
    open_invitations,
    person_at_work,
    places,
    roles_for,
    team,
    teams,
    waiting_invitation,
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
    "authority",
    "chain",
    "demo_people",
    "invitation",
    "invitation_by_token",
    "is_at_work",
    "kept_organisation",
    "members",
    "membership",
    "open_invitation_of",
    "open_invitations",
    "person_at_work",
    "places",
    "policy",
    "roles_for",
    "standing",
    "team",
    "teams",
    "waiting_invitation",
    "with_roles",
]
