"""The child's own page: my plan, what I say there, the letters to me, and the way out."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from homeward.family.actions import words as actions
from homeward.family.forms.words import WeekForm
from homeward.family.queries import child as queries
from homeward.family.rules.child import SAFE_PLACE
from homeward.family.views.letters import laid_out
from homeward.links import actions as links
from homeward.links.codes import LinkKind
from homeward.links.recognising import does_not_open, known
from homeward.placements.actions.messages import note_read
from homeward.web.pages import PUBLIC, ByLink, page, render

type View = Callable[..., HttpResponse]


def _of_child(view: View) -> View:
    """Hand the view the child of a known device; the calm page where their record is elsewhere."""

    @wraps(view)
    def answer(request: Any, reference: UUID, **more: Any) -> HttpResponse:
        found = queries.child(request.access, request.device, on=request.today)
        return does_not_open(request) if found is None else view(request, found, **more)

    return answer


@page(ByLink("child"))
@_of_child
def my_plan(request: Any, found: Any) -> HttpResponse:
    """Show my plan, and keep what is said on it."""
    if found.placement is None:
        return render(request, "family/child/not_yet.jinja", {"found": found})
    shown = queries.child_page(found.access, found, found.placement, on=request.today)
    form = WeekForm(request.POST or None, name=shown.reads.name, worry_to=shown.reads.worry_to)
    if form.is_valid():
        actions.say(found.placement, **form.said(), by=found.access, on=request.today)
        return HttpResponseRedirect(_home(found) + "?sent=1")
    values = {"found": found, "shown": shown, "form": form, "is_sent": "sent" in request.GET}
    return render(request, "family/child/my_plan.jinja", values)


@page(ByLink("child"))
@_of_child
def letter(request: Any, found: Any, letter: UUID) -> HttpResponse:
    """Show a letter that was written to me."""
    shown = queries.letter(found.access, found, letter, on=request.today)
    note_read(shown.sending, at=timezone.now())
    values = {"found": found, "shown": shown} | laid_out(shown)
    return render(request, "family/child/letter.jinja", values)


@page(PUBLIC, once=False)
def leave(request: Any, reference: UUID) -> HttpResponse:
    """Exit this page: nothing opens on this device until the word is said, and a safe page follows.

    Whoever comes here is led away, known or not: it says nothing of whose page it was.
    """
    device = known(request, LinkKind.CHILD, reference)
    if device is not None:
        links.leave(device, at=timezone.now())
    answer = HttpResponseRedirect(SAFE_PLACE)
    answer["Cache-Control"] = "private, no-store"
    answer["Clear-Site-Data"] = '"cache"'
    return answer


def _home(found: Any) -> str:
    return reverse("family:my_plan", args=[found.pupil.reference])
