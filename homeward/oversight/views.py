"""The overview of many placements."""

from typing import Any

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.oversight import queries
from homeward.web.pages import page, render


@page(May.READ_AREA)
def overview(request: Any) -> HttpResponse:
    """How the area stands: counts that lead to the list behind each."""
    shown = queries.overview(request.access, on=request.today)
    return render(request, "oversight/overview.jinja", {"shown": shown, "today": request.today})
