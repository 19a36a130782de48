"""Who may open a page, and what happens around it: declared once, above each view."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from hashlib import sha256
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.template import loader
from django.urls import resolve
from django.utils.cache import patch_cache_control

from . import kept
from .hooks import hooks

__all__ = [
    "PUBLIC",
    "SIGNED_IN",
    "ByLink",
    "hooks",
    "may_follow",
    "may_open",
    "page",
    "refuse",
    "render",
]

type View = Callable[..., HttpResponse]

METHODS = ("GET", "HEAD", "POST")
TOKEN = "submit_token"  # noqa: S105 - the name of a form field


class Door(Enum):
    """The two doors that need no role and no link."""

    PUBLIC = "everybody"
    SIGNED_IN = "everybody who is signed in"


PUBLIC = Door.PUBLIC
SIGNED_IN = Door.SIGNED_IN


@dataclass(frozen=True, slots=True)
class ByLink:
    """The door that a personal link opens: to the known device of whoever the page is for.

    `kind` is whose page it is; the view's `reference` says of whom.
    """

    kind: str


def page(permission: Any, *, reads: str = "", once: bool = True) -> Callable[[View], View]:
    """Declare who may open a view: PUBLIC, SIGNED_IN or a permission such as `May.PLACE`.

    Behind `ByLink` a device that is not known gets the page that says so, signed in or not.
    `reads` names the kind of record shown; its reading is noted after a page was given, with the
    view's `reference`. `once` lets a form that was sent twice act once. Strangers are asked to sign
    in; members without the permission get the sentence that says who has it.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            access = getattr(request, "access", None)
            if (away := _at_the_door(request, permission, access, kwargs)) is not None:
                return away
            if request.method == "POST" and (away := kept.taken(request)) is not None:
                return away
            if request.method == "POST" and once:
                response = _act_once(request, access, lambda: view(request, *args, **kwargs))
            else:
                response = view(request, *args, **kwargs)
            if request.method == "GET" and response.status_code == 200:
                response = kept.given_back(request) or response
            if reads and request.method == "GET" and response.status_code == 200 and hooks.on_read:
                hooks.on_read(access, reads, kwargs.get("reference"), request)
            if permission is not PUBLIC and not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True, no_store=True)
            return response

        answer.permission = permission  # type: ignore[attr-defined]
        answer.reads = reads  # type: ignore[attr-defined]
        is_open = permission is PUBLIC or isinstance(permission, ByLink)
        return login_not_required(answer) if is_open else answer

    return declare


def may_open(permission: Any, access: Any) -> bool:
    """May somebody with this access open what is declared with this permission?"""
    if permission is PUBLIC:
        return True
    if access is None or not access.is_signed_in:
        return False
    return permission is SIGNED_IN or bool(access.may(permission))


def may_follow(access: Any, address: str) -> bool:
    """May somebody with this access open the page at an address? Asked before a button is offered.

    Whose record it is stays the page's own question. Raises Resolver404 for an address of no page.
    """
    view = resolve(address.partition("?")[0]).func
    return may_open(getattr(view, "permission", SIGNED_IN), access)


def render(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Answer a page. One that shows a form with mistakes is answered with 422."""
    from .forms import has_mistakes  # forms need Django's apps; permissions do not

    values = context or {}
    if status == 200 and has_mistakes(values.values()):
        status = 422
    return HttpResponse(loader.render_to_string(template, values, request), status=status)


def refuse(request: HttpRequest, sentence: str = "", who: str = "") -> HttpResponse:
    """Answer that this is not for the person signed in, and who can do it instead."""
    return render(request, "web/not_allowed.jinja", {"sentence": sentence, "role_words": who}, 403)


def _at_the_door(
    request: HttpRequest, permission: Any, access: Any, kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Answer whoever may not come in; None for those who may."""
    if isinstance(permission, ByLink):
        if hooks.by_link is None:
            raise Http404
        return hooks.by_link(request, permission.kind, kwargs["reference"])
    return None if may_open(permission, access) else _turn_away(request, permission, access)


def _turn_away(request: HttpRequest, permission: Any, access: Any) -> HttpResponse:
    if access is None or not access.is_signed_in:
        return redirect_to_login(request.get_full_path())
    who = hooks.who_may(permission, request) if hooks.who_may else ""
    return refuse(request, who=who)


def _sent(request: HttpRequest) -> str:
    """A name for exactly this submission: the same words under the same token, sent again or not.

    Other words under an old token are another submission, and are not dropped.
    """
    said = sorted((name, value) for name, all_ in request.POST.lists() for value in all_)
    said = [pair for pair in said if pair[0] != "csrfmiddlewaretoken"]
    return sha256(repr(said).encode()).hexdigest()


def _act_once(request: HttpRequest, access: Any, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Let the first submission of a form act, and answer any later one with where that led."""
    if not request.POST.get(TOKEN) or hooks.submissions is None:
        return act()
    token = _sent(request)
    with transaction.atomic():
        location = hooks.submissions.claim(token, access)
        if location is not None:
            return HttpResponseRedirect(location)
        response = act()
        if isinstance(response, HttpResponseRedirect):
            hooks.submissions.remember(token, access, response.url)
        else:
            hooks.submissions.release(token, access)
        return response
