"""What is promised against what happens, and the answers that the lead writes down for others."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.actions.ticks import Ticked, tick_adjustments
from homeward.placements.forms.briefing import TickForm
from homeward.placements.queries import happening as reading
from homeward.placements.rules.ticks import NOBODY_NAMED
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.ANSWER_FAMILY, reads="placement")
def happening(request: Any, reference: UUID) -> HttpResponse:
    """The adjustments and whether they happen, fortnight by fortnight."""
    placement = queries.commissioned(request.access, reference)
    shown = reading.page(request.access, placement, on=request.today)
    may_say = request.access.may(May.RECORD_TELLING)
    return recording.show(request, "briefing/happening", placement, shown=shown, may_say=may_say)


@page(May.RECORD_TELLING, reads="placement")
def tick(request: Any, reference: UUID, owner: str) -> HttpResponse:
    """Write down what an owner says who does not sign in, or what nobody is named for."""
    placement = queries.commissioned(request.access, reference)
    now, asked = reading.asked_of(request.access, placement, owner, on=request.today)
    form = TickForm(request.POST or None, asked=asked.adjustments)
    if form.is_valid():
        try:
            _save(request, placement, now, asked, form)
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            back = reverse("placements:happening", args=[reference])
            return recording.leave(request, ["Saved. Thank you."], back)
    values = {"form": form, "asked": asked, "now": now}
    return recording.show(request, "briefing/tick", placement, **values)


def _save(request: Any, placement: Any, now: Any, asked: Any, form: TickForm) -> None:
    teacher = reading.teacher_of(request.access, asked.owner)
    tick_adjustments(
        placement,
        asked_on=now.asked_on,
        said={thread: Ticked(*said) for thread, said in form.said().items()},
        name=request.access.person_name if asked.owner is NOBODY_NAMED else asked.owner.name,
        teacher=teacher,
        by=request.access,
        on=request.today,
    )
