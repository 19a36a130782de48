"""What every change of people asks first."""

from django.core.exceptions import PermissionDenied

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation
from homeward.organisations.roles import ROLES


def must_keep_people(by: Access, organisation: Organisation) -> None:
    """Raise PermissionDenied unless `by` keeps the people of this organisation.

    Leads and managers keep their own; an authority's administrator those of the whole area.
    """
    if by.is_system:
        return
    is_own = organisation.pk == by.organisation
    is_of_area = by.is_authority and organisation.area == by.organisation
    if not by.may(May.KEEP_PEOPLE) or not (is_own or is_of_area):
        raise PermissionDenied(f"You do not keep the people of {organisation.name}.")


def must_fit(role: str, organisation: Organisation) -> None:
    """Raise PermissionDenied for a role that is not held at this kind of organisation."""
    if role not in ROLES or ROLES[role].at != organisation.kind:
        raise PermissionDenied(f"Nobody holds this role at {organisation.name}.")
