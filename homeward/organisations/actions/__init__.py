"""Each change of this room."""

from homeward.organisations.actions.authorities import AuthorityRow, load_authorities
from homeward.organisations.actions.invitations import (
    SEND_INVITATION,
    AlreadyMember,
    InvitationGone,
    accept,
    create_administrator,
    invite,
    new_link,
    withdraw,
)
from homeward.organisations.actions.membership import (
    LastKeeper,
    end_membership,
    join,
    sign_out_everywhere,
)
from homeward.organisations.actions.policy import (
    CannotBeSet,
    PolicyChanged,
    set_policy_value,
    take_back_policy_value,
)
from homeward.organisations.actions.teams import add_team, edit_team, verify_team

__all__ = [
    "SEND_INVITATION",
    "AlreadyMember",
    "AuthorityRow",
    "CannotBeSet",
    "InvitationGone",
    "LastKeeper",
    "PolicyChanged",
    "accept",
    "add_team",
    "create_administrator",
    "edit_team",
    "end_membership",
    "invite",
    "join",
    "load_authorities",
    "new_link",
    "set_policy_value",
    "sign_out_everywhere",
    "take_back_policy_value",
    "verify_team",
    "withdraw",
]
