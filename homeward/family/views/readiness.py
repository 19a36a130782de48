"""What helps, as an adult of the family and as the child see it: each on a page of their own."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from homeward.family import queries as readers
from homeward.family.queries import child as children
from homeward.family.queries.readiness import what_helps
from homeward.links.codes import LinkKind
from homeward.links.recognising import does_not_open
from homeward.links.rules import home_of
from homeward.placements import actions
from homeward.placements.codes import Rater
from homeward.placements.forms.readiness import ReadinessForm
from homeward.placements.queries import readiness as reading
from homeward.web.pages import ByLink, page, render


@page(ByLink("adult"))
def adult(request: Any, reference: UUID) -> HttpResponse:
    """What helps their child, as one adult sees it."""
    found = readers.reader(request.access, request.device, on=request.today)
    if found is None:
        return does_not_open(request)
    home = home_of(LinkKind.ADULT, reference)
    if found.placement is None:
        return HttpResponseRedirect(home)
    page_of = {"home": home, "template": "family/readiness.jinja"}
    return _answer(request, found, Rater.PARENT, adult=found.adult, **page_of)


@page(ByLink("child"))
def child(request: Any, reference: UUID) -> HttpResponse:
    """What helps me, as I see it."""
    found = children.child(request.access, request.device, on=request.today)
    if found is None:
        return does_not_open(request)
    home = home_of(LinkKind.CHILD, reference)
    if found.placement is None:
        return HttpResponseRedirect(home)
    page_of = {"home": home, "template": "family/child/readiness.jinja"}
    return _answer(request, found, Rater.CHILD, **page_of)


def _answer(
    request: Any, found: Any, rater: Rater, *, home: str, template: str, adult: Any = None
) -> HttpResponse:
    """Give the statements with what was answered, or keep what is sent."""
    placement, access = found.placement, found.access
    whose = {"rater": rater, "adult": adult, "on": request.today}
    opening = reading.opening(access, placement, **whose)
    shown = what_helps(access, placement, opening=opening, **whose)
    form = ReadinessForm(request.POST or None, opening=opening)
    if shown.is_open and form.is_valid():
        actions.rate_readiness(
            placement, **whose, **form.said(), name=access.person_name, by=access
        )
        return HttpResponseRedirect(f"{request.path}?sent=1")
    values = {"found": found, "reader": found, "shown": shown, "form": form, "home": home}
    values |= {"child": opening.child}
    sugar = {"is_sent": "sent" in request.GET, "has_faces": "faces" in request.GET}
    return render(request, template, values | sugar)
