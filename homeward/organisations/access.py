"""Who is asking: one person, in one organisation, with the roles they hold there today."""

from dataclasses import dataclass
from datetime import date

from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.roles import Role


class NobodySignedIn(PermissionError):
    """Only a person can do this, and nobody is signed in."""


@dataclass(frozen=True, slots=True)
class Access:
    """What every query asks first. Built by one middleware; see `docs/the-house.md`.

    `organisation` and `authority` are keys of organisations; for an officer both are the same.
    """

    person: int | None = None
    person_name: str = ""
    organisation: int | None = None
    organisation_name: str = ""
    organisation_kind: str = ""
    authority: int | None = None
    roles: tuple[Role, ...] = ()
    team: int | None = None
    is_system: bool = False
    on: date | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.person is not None

    @property
    def somebody(self) -> int:
        """The key of the person who acts. Raises NobodySignedIn."""
        if self.person is None:
            raise NobodySignedIn
        return self.person

    @property
    def is_authority(self) -> bool:
        return self.organisation_kind == OrganisationKind.AUTHORITY

    @property
    def sees_all(self) -> bool:
        """Whether every placement of the organisation is seen, or only those that name the person."""
        return self.is_system or any(role.sees_all for role in self.roles)

    @property
    def role_names(self) -> tuple[str, ...]:
        return tuple(role.name for role in self.roles)

    @property
    def role_says(self) -> str:
        return ", ".join(role.says for role in self.roles)

    def may(self, permission: object) -> bool:
        """Whether any role held here and now allows it. A job of Homeward itself may do anything."""
        return self.is_system or any(permission in role.may for role in self.roles)

    def holds(self, permission: May) -> bool:
        """Whether a person's own role allows it; for marks that only a person can give."""
        return any(permission in role.may for role in self.roles)


NOBODY = Access()


def system(authority: int) -> Access:
    """Homeward's own work for one authority: nightly jobs, settling, the command line."""
    return Access(
        person_name="Homeward", organisation=authority, authority=authority, is_system=True
    )
