"""What somebody typed when their session had run out: kept in the browser's session until they are back.

The form arrives with nobody signed in. Its words wait on the server, tied to the browser by the session
cookie; after sign-in the same address shows them and offers to save them. Nothing is written without
that step, and the words open only to somebody who may open the page.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import loader

KEY = "kept_words"
THROWN_AWAY = "kept_words_away"
MOST = 200_000
"""Characters that are kept; a form with more is not."""

_UNSEEN = ("csrfmiddlewaretoken", "submit_token")


@dataclass(frozen=True, slots=True)
class KeptWords:
    """The fields of a form that was sent after the session had run out."""

    fields: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """What a person would recognise as their own writing."""
        return [value for _, value in self.fields if len(value.strip()) > 12 or " " in value]


class AskToSignIn(LoginRequiredMiddleware):
    """Send strangers to sign in, as Django does, and keep what they had typed."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method == "POST":
            keep(request)
        return super().handle_no_permission(request, view_func)


def keep(request: HttpRequest) -> None:
    """Keep the fields of a form until its sender is signed in again."""
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        if name not in _UNSEEN
        for value in values
    ]
    if sum(len(value) for _, value in fields) <= MOST:
        request.session[KEY] = {"path": request.get_full_path(), "fields": fields}


def found(request: HttpRequest) -> KeptWords | None:
    """The words that wait for this page, or None."""
    session = getattr(request, "session", None)
    kept = session.get(KEY) if session is not None else None
    if not kept or kept["path"] != request.get_full_path():
        return None
    return KeptWords(tuple((name, value) for name, value in kept["fields"]))


def given_back(request: HttpRequest) -> HttpResponse | None:
    """The page that gives the words back, in place of one that the person was just let see."""
    words = found(request)
    if words is None:
        return None
    return HttpResponse(loader.render_to_string("web/kept_words.jinja", {"words": words}, request))


def taken(request: HttpRequest) -> HttpResponse | None:
    """Forget the words once their page is sent again; answers where to go if they were thrown away."""
    if found(request) is None:
        return None
    del request.session[KEY]
    if THROWN_AWAY in request.POST:
        return HttpResponseRedirect(request.get_full_path())
    return None
