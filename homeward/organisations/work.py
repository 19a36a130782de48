"""What the worker does for this room."""

from datetime import date
from typing import Any

from django.conf import settings

from homeward.jobs.registry import job
from homeward.organisations import actions, queries
from homeward.organisations.access import NOBODY
from homeward.organisations.sign_in import letter


@job(actions.SEND_INVITATION)
def send_invitation(payload: dict[str, Any], on: date) -> int:
    """Send the letter of an invitation with a fresh link; one that is gone is not sent.

    Sent again after a failure, only the last link works.
    """
    invitation = queries.waiting_invitation(NOBODY, payload["invitation"])
    if invitation is None:
        return 0
    path = actions.new_link(invitation)
    context = {
        "invitation": invitation,
        "role": invitation.says_role,
        "organisation": invitation.organisation.name,
        "link": settings.BASE_URL.rstrip("/") + path,
        "invited_by": invitation.invited_by,
    }
    letter("organisations/mail/invitation.txt", context, [invitation.email]).send()
    return 1
