"""Who changed what on a placement, and who read it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.history import queries as history_queries
from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.web.pages import page, render


@page(May.READ_HISTORY, reads="placement")
def history(request: Any, reference: UUID) -> HttpResponse:
    """Every entry of the record, newest first, and who has read it."""
    placement = queries.commissioned(request.access, reference)
    before = request.GET.get("before", "")
    values = {
        "placement": placement,
        "entries": history_queries.entries(
            request.access,
            reference,
            before_number=int(before) if before.isdecimal() and len(before) < 12 else None,
        ),
        "readings": history_queries.readings(request.access, reference),
    }
    return render(request, "placements/record/history.jinja", values)
