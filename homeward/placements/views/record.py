"""The page of one placement: the task list while it is a draft, the record afterwards."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.placements.codes import Stage, route_says
from homeward.placements.queries.move import is_commissioning
from homeward.web import panels
from homeward.web.pages import page, render


@page(May.READ_PLACEMENTS, reads="placement")
def placement(request: Any, reference: UUID) -> HttpResponse:
    """Show the placement as far as it has come."""
    placement = queries.placement(request.access, reference)
    if queries.stage_of(request.access, placement, on=request.today) == Stage.DRAFT:
        return _tasks(request, placement)
    shown = queries.record(request.access, placement, on=request.today)
    values = {
        "placement": placement,
        "shown": shown,
        "today": request.today,
        "may": May,
        "route_says": route_says,
        "is_commissioning": is_commissioning(request.access, placement),
        "panels": panels.ask(
            "placements.placement", request.access, placement=placement, on=request.today
        ),
    }
    return render(request, "placements/record/placement.jinja", values)


def _tasks(request: Any, placement: Any) -> HttpResponse:
    gate = queries.at_the_gate(request.access, placement, on=request.today)
    values = {
        "placement": placement,
        "gate": gate,
        "groups": gate.tasks(placement),
        "may_write": request.access.may(May.START_PLACEMENT),
    }
    return render(request, "placements/draft/tasks.jinja", values)
