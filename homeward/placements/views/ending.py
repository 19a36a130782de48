"""Recording how a placement ended. Closing something is creating an ending."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.ending import EndingForm
from homeward.placements.queries.reviews import ending_page
from homeward.placements.rules.saying import ending_saved
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.END_PLACEMENT, reads="placement")
def record_ending(request: Any, reference: UUID) -> HttpResponse:
    """What happened, and the last day. An ending is a fact: it is never refused."""
    placement = queries.placement(request.access, reference)
    shown = ending_page(request.access, placement, on=request.today)
    child = placement.pupil.known_as
    form = EndingForm(
        request.POST or None, child=child, today=request.today, begins_on=shown.begins_on
    )
    if form.is_valid():
        try:
            ending = actions.record_ending(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except (actions.AlreadyEnded, actions.NotAllowed) as refused:
            form.add_error(None, str(refused))
        else:
            said = ending_saved(child, ending.ended_on, request.today)
            return recording.leave(request, [said], recording.way_back(request, placement))
    return recording.show(request, "ending/record", placement, form=form, shown=shown)
