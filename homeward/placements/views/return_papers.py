"""What is printed for a return: the agreement to part-time, and the card for the day before."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.placements.queries.return_page import return_page
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.READ_PLACEMENTS, reads="placement")
def part_time_agreement(request: Any, reference: UUID) -> HttpResponse:
    """The part-time steps on paper, to be agreed with the parent: when, how long, and until when."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    return recording.show(request, "return/agreement", placement, shown=shown)


@page(May.READ_PLACEMENTS, reads="placement")
def day_before(request: Any, reference: UUID) -> HttpResponse:
    """A card for the child and the parent: where, who is at the gate, whom to ring."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    return recording.show(request, "return/day_before", placement, shown=shown)
