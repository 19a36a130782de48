"""Ready and waiting: counted while no place is found."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions
from homeward.placements.actions import waiting as waits
from homeward.placements.forms.move import BeginWaitingForm, EndWaitingForm
from homeward.placements.queries import move as reading
from homeward.placements.queries.visible import commissioned
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.START_PLACEMENT, reads="placement")
def waiting(request: Any, reference: UUID) -> HttpResponse:
    """How long a child has waited; begin to count, or say what was found."""
    placement = commissioned(request.access, reference)
    shown = reading.wait(request.access, placement, on=request.today)
    child, is_open = placement.pupil.known_as, shown.is_open
    form: Any = (
        EndWaitingForm(request.POST or None, today=request.today)
        if is_open
        else BeginWaitingForm(request.POST or None, child=child, today=request.today)
    )
    act: Any = waits.end_waiting if is_open else waits.begin_waiting
    if form.is_valid():
        try:
            act(placement, **form.cleaned_data, by=request.access, on=request.today)
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            said = "Saved. The wait is over." if is_open else "Saved. The wait is counted."
            return recording.leave(request, [said], recording.way_back(request, placement))
    return recording.show(request, "move/waiting", placement, form=form, shown=shown)
