"""Opening a personal link of an adult or a child: one question, and the page.

Reading the address opens nothing, so that programs which look at links beforehand use none up.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from homeward.family import queries
from homeward.family.forms.opening import WordForm
from homeward.links import actions as links
from homeward.links import queries as known_links
from homeward.links.codes import GuessKind, LinkKind
from homeward.links.recognising import does_not_open, known, remember, sent_from
from homeward.links.rules import coming_back, home_of
from homeward.web.pages import PUBLIC, page, render


@page(PUBLIC, once=False)
def adult(request: Any, reference: UUID, token: str) -> HttpResponse:
    """Open the link of an adult of a family."""
    return _open(request, LinkKind.ADULT, reference, token)


@page(PUBLIC, once=False)
def child(request: Any, reference: UUID, token: str) -> HttpResponse:
    """Open the link of a child."""
    return _open(request, LinkKind.CHILD, reference, token)


@page(PUBLIC, once=False)
def adult_back(request: Any, reference: UUID) -> HttpResponse:
    """Ask an adult's word again, on a device that left the page."""
    return _come_back(request, LinkKind.ADULT, reference)


@page(PUBLIC, once=False)
def child_back(request: Any, reference: UUID) -> HttpResponse:
    """Ask a child's word again, on a device that left the page."""
    return _come_back(request, LinkKind.CHILD, reference)


def _open(request: Any, kind: LinkKind, whom: UUID, token: str) -> HttpResponse:
    """A device that is known goes straight to the page; for any other the link has to stand."""
    if not queries.has_page(request.access, kind, whom, on=request.today):
        return _guess(request, whom)
    if (device := known(request, kind, whom)) is not None:
        return HttpResponseRedirect(
            coming_back(kind, whom) if device.left_at else home_of(kind, whom)
        )
    found = links.opens(token, kind=kind, whom=whom, sent=sent_from(request))
    if found is None or known_links.word(request.access, whom) is None:
        return _guess(request, whom)

    def confirmed(word: str) -> HttpResponse:
        opened = links.open_link(token, kind=kind, whom=whom, proof=word, sent=sent_from(request))
        return remember(HttpResponseRedirect(home_of(kind, whom)), opened)

    return _ask(request, whom, confirmed)


def _come_back(request: Any, kind: LinkKind, whom: UUID) -> HttpResponse:
    device = known(request, kind, whom)
    if device is None or not queries.has_page(request.access, kind, whom, on=request.today):
        return does_not_open(request)
    home = HttpResponseRedirect(home_of(kind, whom))
    if device.left_at is None:
        return home

    def confirmed(word: str) -> HttpResponse:
        links.come_back(device, proof=word, sent=sent_from(request))
        return home

    return _ask(request, whom, confirmed)


def _ask(request: Any, whom: UUID, confirmed: Callable[[str], HttpResponse]) -> HttpResponse:
    """Ask for the word; and once it is said, answer what opens, or what went wrong."""
    form = WordForm(request.POST or None)
    if form.is_valid():
        try:
            return confirmed(form.cleaned_data["word"])
        except links.SlowDown:
            return does_not_open(request, is_slow=True)
        except links.DoesNotOpen:
            return does_not_open(request)
        except links.Blocked:
            return _render(request, "family/blocked.jinja", {})
        except links.WrongWord as wrong:
            form.add_error("word", form.does_not_fit(wrong.left))
    if queries.is_blocked(request.access, whom):
        return _render(request, "family/blocked.jinja", {})
    return _render(request, "family/open.jinja", {"form": form})


def _guess(request: Any, whom: UUID) -> HttpResponse:
    """Write down a link that does not open, and answer the page that names nobody."""
    try:
        links.guessed(GuessKind.LINK, sent_from(request), whom)
    except links.SlowDown:
        return does_not_open(request, is_slow=True)
    return does_not_open(request)


def _render(request: Any, template: str, values: dict[str, Any]) -> HttpResponse:
    response = render(request, template, values)
    response["Cache-Control"] = "private, no-store"
    return response
