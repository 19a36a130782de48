"""How people sign in: what allauth asks of us. Nobody can sign themselves up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """Sign-in by email and password, for people who accepted an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class InvitedOnlyElsewhere(DefaultSocialAccountAdapter):
    """Sign-in by another service, for people who are known here or were invited."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
