"""How people sign in: what allauth asks of us. Nobody can sign themselves up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from homeward.organisations import actions, clock, queries
from homeward.organisations.access import NOBODY
from homeward.web.pages import render

_SAID = {
    "account/messages/password_changed.txt": "Your password was changed.",
    "account/messages/password_set.txt": "Your password was set.",
    "mfa/messages/totp_activated.txt": "Your authenticator app is set up.",
    "mfa/messages/totp_deactivated.txt": "Your authenticator app is no longer used.",
    "mfa/messages/recovery_codes_generated.txt": "These are your new recovery codes.",
}
"""What is worth a word. That somebody signed in is plain from the page they see."""


class InvitedOnly(DefaultAccountAdapter):
    """Sign-in by email and password, for people who accepted an invitation."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "You cannot sign in at present. Ask whoever invited you.",
        "email_password_mismatch": "The email address or the password is not right",
        "enter_current_password": "This is not your password at present",
        "incorrect_password": "This is not your password",
        "incorrect_code": "The code is not right, or it was used already. Wait for the next one",
        "too_many_login_attempts": "Too many attempts. Wait five minutes, or ask for a new password",
        "invalid_password_reset": "This link was used or is too old",
        "rate_limited": "Too many attempts. Wait a minute and try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Any, **details: Any) -> HttpResponse | None:
        """Turn away somebody who has no running role anywhere."""
        if queries.standing(user, None, clock.day) is None:
            user.is_active = False
        answer: HttpResponse | None = super().pre_login(request, user, **details)
        return answer

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Let somebody who works at several organisations say for which one."""
        found = queries.standing(request.user, None, clock.day)  # type: ignore[arg-type]
        if found is not None and len(found.organisations) > 1:
            return reverse("organisations:working_as")
        return str(super().get_login_redirect_url(request))

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        sentence = message or _SAID.get(message_template or "", "")
        if sentence:
            messages.add_message(request, level, sentence, extra_tags=extra_tags)

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Write our own letters: a text file whose first line is its subject."""
        name = template_prefix.rpartition("/")[2]
        to = [email] if isinstance(email, str) else email
        return letter(f"organisations/mail/{name}.txt", context, to)


class InvitedOnlyElsewhere(DefaultSocialAccountAdapter):
    """Sign-in by another service, for people who are known here or were invited.

    The email address must be one that the other service has verified.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join the other service's account to the person of the same, verified address."""
        if sociallogin.is_existing:
            return
        today = clock.today()
        for address in sociallogin.email_addresses:
            if not address.verified:
                continue
            invited = queries.open_invitation_of(NOBODY, address.email)
            person = queries.person_at_work(NOBODY, address.email, today)
            if invited is not None:
                person = actions.accept(invited, on=today)
            if person is not None:
                sociallogin.connect(request, person)
                return
        raise ImmediateHttpResponse(render(request, "account/signup_closed.jinja", status=403))


def letter(template: str, context: dict[str, Any], to: list[str]) -> EmailMessage:
    """Write a plain letter from a text file: `Subject:` line, blank line, body."""
    head, _, body = render_to_string(template, context).strip().partition("\n\n")
    return EmailMessage(head.removeprefix("Subject:").strip(), body.strip() + "\n", None, to)
