"""What happens around every form in which something that happened is recorded."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.web.pages import render

FROM_TODAY = "?from=today"


def show(request: Any, template: str, placement: Any, **values: Any) -> HttpResponse:
    """Give a page about a placement, with the child's name, the day, the way back and what `may` be."""
    return render(
        request,
        f"placements/{template}.jinja",
        {
            "placement": placement,
            "child": placement.pupil.known_as,
            "today": request.today,
            "way_back": way_back(request, placement),
            "may": May,
            **values,
        },
    )


def leave(request: Any, sentences: Iterable[str], address: str) -> HttpResponse:
    """Say what was saved on the page that follows."""
    for sentence in sentences:
        messages.success(request, sentence)
    return HttpResponseRedirect(address)


def way_back(request: Any, placement: Any) -> str:
    """The address the person came from: Today, or the placement."""
    if is_from_today(request):
        return reverse("due:today")
    return reverse("placements:placement", args=[placement.reference])


def is_from_today(request: Any) -> bool:
    """Whether the form was opened by a button of Today."""
    return bool(request.GET.get("from") == "today")
