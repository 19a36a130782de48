"""One place that says who is asking and what day it is: `request.access` and `request.today`."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from homeward.organisations import clock
from homeward.organisations.access import NOBODY, Access
from homeward.organisations.queries import Standing, standing
from homeward.web.pages import PUBLIC

WORKING_AS = "working_as"
BEFORE_SECOND_FACTOR = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
    }
)


class AccessMiddleware:
    """Sets `access`, `today` and `standing` on every request: one query beside the person's own.

    Somebody whose memberships have all ended is signed out by their next request. Outside a
    demonstration a person without a second factor has no rights until it is set up.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        found = _standing(request)
        request.standing = found
        request.access = NOBODY if found is None else _access(found)
        request.today = clock.today() if found is None else found.on
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Send a person without a second factor to where it is set up, whatever they asked for."""
        if not needs_second_factor(request.standing) or getattr(view, "permission", None) is PUBLIC:
            return None
        if request.resolver_match.url_name in BEFORE_SECOND_FACTOR:
            return None
        return HttpResponseRedirect(reverse("mfa_activate_totp"))


def needs_second_factor(found: Standing | None) -> bool:
    """Whether this person must still set up a second factor."""
    return found is not None and not found.is_demo and not found.has_second_factor


def _access(found: Standing) -> Access:
    if needs_second_factor(found):
        return Access(person=found.access.person, person_name=found.access.person_name, on=found.on)
    return found.access


def _standing(request: Any) -> Standing | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return None
    found = standing(request.user, request.session.get(WORKING_AS), clock.day)
    if found is None:
        logout(request)
    return found
