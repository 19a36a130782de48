"""Roles as code: a name, what people call it, what it may do, and whose children it sees."""

from dataclasses import dataclass

from homeward.organisations.codes import May, OrganisationKind, RoleName


@dataclass(frozen=True, slots=True)
class Role:
    """One role. `sees_all` is false for people who see only placements that name them."""

    name: RoleName
    says: str
    at: OrganisationKind
    sees_all: bool
    may: frozenset[May]


_READ = {
    May.READ_TODAY,
    May.READ_PUPILS,
    May.READ_PLACEMENTS,
    May.READ_PROVIDERS,
    May.READ_LETTERS,
}
_SCHOOL_STAFF = {May.READ_BRIEFINGS, May.RATE_READINESS, May.ANSWER_FAMILY}
_RUN = _READ | {
    May.EDIT_PUPILS,
    May.START_PLACEMENT,
    May.EDIT_PLAN,
    May.AGREE_PLACEMENT,
    May.RECORD_CONTACT,
    May.RECORD_TELLING,
    May.END_PLACEMENT,
    May.ANSWER_CHECKS,
    May.READ_OVERVIEW,
    May.SEND_LETTERS,
    May.ANSWER_FAMILY,
    May.RATE_READINESS,
    May.WAIVE,
    May.READ_HISTORY,
}
_LEAD_SCHOOL = _RUN | {
    May.READ_BRIEFINGS,
    May.KEEP_CALENDAR,
    May.KEEP_PEOPLE,
    May.ADD_PROVIDERS,
    May.ANSWER_MOVE,
    May.ASK_FOR_SUPPORT,
}
_HEAD = _LEAD_SCHOOL | {May.ALLOW_URGENT_START, May.APPROVE_RETURN, May.HEAR_WORRIES}
_OFFICER = _RUN | {
    May.ALLOW_URGENT_START,
    May.ANSWER_REQUESTS,
    May.READ_AREA,
    May.ADD_PROVIDERS,
    May.KEEP_PROVIDERS,
}


def _role(
    name: RoleName, says: str, at: OrganisationKind, may: set[May], *, sees_all: bool = True
) -> Role:
    return Role(name=name, says=says, at=at, sees_all=sees_all, may=frozenset(may))


_SCHOOL, _AUTHORITY, _PROVIDER = (
    OrganisationKind.SCHOOL,
    OrganisationKind.AUTHORITY,
    OrganisationKind.PROVIDER,
)

ROLES: dict[str, Role] = {
    role.name: role
    for role in (
        _role(RoleName.AP_LEAD, "AP lead", _SCHOOL, _LEAD_SCHOOL),
        _role(
            RoleName.CONTACT_ADULT,
            "Weekly-contact adult",
            _SCHOOL,
            _READ | _SCHOOL_STAFF | {May.RECORD_CONTACT, May.RECORD_TELLING},
            sees_all=False,
        ),
        _role(RoleName.HEADTEACHER, "Headteacher", _SCHOOL, _HEAD),
        _role(RoleName.DEPUTY, "Named deputy", _SCHOOL, _HEAD),
        _role(
            RoleName.TEACHER,
            "Teacher",
            _SCHOOL,
            {May.READ_TODAY, May.READ_PLACEMENTS, May.READ_BRIEFINGS},
            sees_all=False,
        ),
        _role(
            RoleName.DSL,
            "Designated safeguarding lead",
            _SCHOOL,
            _READ
            | _SCHOOL_STAFF
            | {
                May.HEAR_WORRIES,
                May.RECORD_CONTACT,
                May.RECORD_TELLING,
                May.ANSWER_CHECKS,
                May.ASK_FOR_SUPPORT,
                May.READ_OVERVIEW,
                May.READ_HISTORY,
            },
        ),
        _role(RoleName.EXCLUSIONS_OFFICER, "Exclusions Team officer", _AUTHORITY, _OFFICER),
        _role(RoleName.POST16_OFFICER, "Post-16 team officer", _AUTHORITY, _OFFICER),
        _role(
            RoleName.COMMISSIONER,
            "AP commissioner",
            _AUTHORITY,
            _OFFICER | {May.KEEP_CALENDAR, May.APPROVE_TRANSLATIONS},
        ),
        _role(
            RoleName.ADMINISTRATOR,
            "Administrator",
            _AUTHORITY,
            {
                May.READ_TODAY,
                May.READ_LETTERS,
                May.APPROVE_TRANSLATIONS,
                May.KEEP_POLICY,
                May.KEEP_CALENDAR,
                May.KEEP_PEOPLE,
                May.READ_PROVIDERS,
                May.ADD_PROVIDERS,
                May.KEEP_PROVIDERS,
            },
        ),
        _role(
            RoleName.KEY_WORKER,
            "Key worker",
            _PROVIDER,
            {
                May.READ_TODAY,
                May.READ_PLACEMENTS,
                May.READ_PROVIDERS,
                May.ANSWER_CHECKS,
                May.RATE_READINESS,
            },
        ),
        _role(
            RoleName.PROVIDER_MANAGER,
            "Provider manager",
            _PROVIDER,
            {
                May.READ_TODAY,
                May.READ_PLACEMENTS,
                May.READ_PROVIDERS,
                May.ANSWER_MOVE,
                May.ANSWER_CHECKS,
                May.RATE_READINESS,
                May.KEEP_PEOPLE,
            },
        ),
    )
}


def roles_with(permission: May) -> list[Role]:
    """The roles that hold a permission, in the order of the list above."""
    return [role for role in ROLES.values() if permission in role.may]


def who_may(permission: object) -> str:
    """The roles that hold a permission, in words: "Headteacher, Named deputy or Administrator"."""
    says = [role.says for role in ROLES.values() if permission in role.may]
    return " or ".join(part for part in (", ".join(says[:-1]), *says[-1:]) if part)
