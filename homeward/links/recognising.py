"""How a request shows that it comes from a known device: one cookie, seen only below its own page."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from homeward.links import actions, queries
from homeward.links.actions import From, Opened
from homeward.links.codes import LinkKind
from homeward.links.rules import coming_back, home_of
from homeward.links.secrets import came_from
from homeward.organisations.access import NOBODY
from homeward.web.pages import render

COOKIE = "homeward-known"


def recognised(request: Any, kind: str, whom: UUID) -> HttpResponse | None:
    """Set `request.device` and answer nothing; or answer the page that says it does not open."""
    request.device = known(request, kind, whom)
    if request.device is None:
        return does_not_open(request)
    if request.device.left_at:
        return HttpResponseRedirect(coming_back(kind, whom))
    actions.seen(request.device, at=timezone.now())
    return None


def known(request: Any, kind: str, whom: UUID) -> Any:
    """The known device of a request, one that left its page included; None for any other."""
    token = request.COOKIES.get(COOKIE, "")
    if not token:
        return None
    return queries.device(NOBODY, token, kind=kind, whom=whom, on=request.today)


def does_not_open(request: HttpRequest, *, is_slow: bool = False) -> HttpResponse:
    """The one calm page for a link that is old, used, guessed or forwarded: it names nobody."""
    status = 429 if is_slow else 404
    response = render(request, "links/does_not_open.jinja", {"is_slow": is_slow}, status)
    response["Cache-Control"] = "private, no-store"
    return response


def sent_from(request: Any) -> From:
    """Where a request comes from."""
    address = get_adapter().get_client_ip(request) or ""
    browser = request.headers.get("User-Agent", "")
    return From(came_from=came_from(address), browser=browser, at=timezone.now(), on=request.today)


def remember(response: HttpResponse, opened: Opened) -> HttpResponse:
    """Give the device its cookie, which it shows only below this person's own page."""
    kind, whom = LinkKind(opened.device.kind), opened.device.whom
    days = (opened.device.until_on - timezone.localdate(opened.device.known_at)).days
    response.set_cookie(
        COOKIE,
        opened.token,
        max_age=max(days, 1) * 86400,
        path=home_of(kind, whom),
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response
