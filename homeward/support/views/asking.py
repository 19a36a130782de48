"""Asking a team for support: about a placement, or a question without one."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.placements.queries import placement as placement_of
from homeward.support import actions, forms, queries
from homeward.web.pages import page, render


@page(May.ASK_FOR_SUPPORT, reads="placement")
def ask(request: Any, reference: UUID) -> HttpResponse:
    """Ask for support to return, a fresh start, post-16, or anything else about a placement."""
    placement = placement_of(request.access, reference)
    cards = queries.cards(request.access, placement.keeper_id)
    form = forms.AskForm(request.POST or None, cards=cards, initial=_opened(request))
    if form.is_valid():
        said = form.said() | {"placement": placement}
        return _asked(request, said)
    values = {
        "form": form,
        "placement": placement,
        "cards": cards,
        "requests": queries.open_about(request.access, placement),
    }
    return render(request, "support/ask.jinja", values)


@page(May.ASK_FOR_SUPPORT)
def question(request: Any) -> HttpResponse:
    """Ask a team something that is not about one placement."""
    if request.access.authority is None:
        raise Http404
    cards = queries.cards(request.access, request.access.authority)
    form = forms.QuestionForm(request.POST or None, cards=cards, initial=_opened(request))
    if form.is_valid():
        return _asked(request, form.said())
    return render(request, "support/question.jinja", {"form": form, "cards": cards})


def _asked(request: Any, said: dict[str, Any]) -> HttpResponse:
    found = actions.ask_for_support(**said, by=request.access, on=request.today)
    return redirect("support:request", found.reference)


def _opened(request: Any) -> dict[str, str]:
    """What a card's link chose beforehand."""
    return {name: request.GET.get(name, "") for name in ("kind", "team")}
