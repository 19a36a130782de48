"""The service rules as text: what `docs/service-rules/` says is made from the roles themselves."""

from collections.abc import Callable

from homeward.organisations.codes import May, OrganisationKind
from homeward.organisations.roles import ROLES, Role
from homeward.organisations.rules.people import INVITATION_DAYS, roles_at

_PLACES = {
    OrganisationKind.SCHOOL: "At a school",
    OrganisationKind.AUTHORITY: "At the authority",
    OrganisationKind.PROVIDER: "At a provider",
}
_MADE = "<!-- Made by `write_service_rules` from the code. Change that, not this page. -->\n"
_also: dict[str, tuple[str, Callable[[], str]]] = {}


def also(name: str, title: str, page: Callable[[], str]) -> None:
    """Let a room above add its own page: its name in the folder, its title, and who makes its text."""
    _also[name] = (title, page)


def pages() -> dict[str, str]:
    """Answer each page by its name in the folder."""
    return (
        {"README.md": _readme()}
        | {f"{kind.value}.md": _place(kind, says) for kind, says in _PLACES.items()}
        | {name: _MADE + page() for name, (_, page) in _also.items()}
    )


def _readme() -> str:
    roles = "\n".join(
        f"- [{says}]({kind.value}.md): " + ", ".join(role.says for role in roles_at(kind))
        for kind, says in _PLACES.items()
    )
    others = "".join(f"\n- [{title}]({name})" for name, (title, _) in _also.items())
    rows = "\n".join(
        f"| {permission.value} | " + (_held_by(permission) or "nobody") + " |" for permission in May
    )
    return f"""{_MADE}# Who may do what

A person works at an organisation in one or more roles, from a day to a day. Roles held at the same organisation count together; somebody who works at several works for one at a time. From the day a role ends it gives nothing, and somebody whose last role ended is signed out at once.

{roles}{others}

| to | who |
|---|---|
{rows}

## Joining and leaving

- Nobody signs themselves up. An invitation goes by email, works once and lasts {INVITATION_DAYS} days. {_held_by(May.KEEP_PEOPLE)} can invite; an administrator for every school and provider of the area, the others for their own organisation.
- Every member of staff signs in with a password and a code from an authenticator app. A demonstration leaves the code out and says so.
- The last person who can invite for an authority cannot end their own role.

## What is seen

- A record is open to the organisations that are part of it, as the record itself lists. To all others it does not exist.
- Roles that see *only records that name them* are marked on the pages of the places.
"""


def _place(kind: OrganisationKind, says: str) -> str:
    return f"{_MADE}# {says}\n\n" + "\n".join(_role(role) for role in roles_at(kind))


def _role(role: Role) -> str:
    sees = (
        "Sees all records that the organisation is part of."
        if role.sees_all
        else "Sees only records that name them."
    )
    may = "\n".join(f"- {permission.value}" for permission in May if permission in role.may)
    return f"## {role.says}\n\n{sees} May:\n\n{may}\n"


def _held_by(permission: May) -> str:
    return ", ".join(role.says for role in ROLES.values() if permission in role.may)
