"""Who may take on what, and how long an invitation holds."""

import hashlib

from homeward.organisations.codes import OrganisationKind
from homeward.organisations.roles import ROLES, Role

INVITATION_DAYS = 14
"""Calendar days in which an invitation is to be accepted. House default."""


def roles_at(kind: str) -> list[Role]:
    """The roles that somebody can hold at this kind of organisation, in the order of the list."""
    return [role for role in ROLES.values() if role.at == OrganisationKind(kind)]


def digest(token: str) -> str:
    """The SHA-256 of a token, in hex: what is kept of a link. Tokens are random, so unsalted."""
    return hashlib.sha256(token.encode()).hexdigest()
