"""Reading this room."""

from homeward.organisations.queries.policy import policy
from homeward.organisations.queries.standing import Standing, access_of, standing

__all__ = ["Standing", "access_of", "policy", "standing"]
