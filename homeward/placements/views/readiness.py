"""Readiness: how four people see what helps, side by side, and the look of the side one works for."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.readiness import ReadinessForm
from homeward.placements.queries import readiness as reading
from homeward.placements.rules.statements import LEVELS
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.READ_PLACEMENTS, reads="placement")
def readiness(request: Any, reference: UUID) -> HttpResponse:
    """The views of one half term beside each other, where they differ first."""
    placement = queries.commissioned(request.access, reference)
    shown = reading.readiness_page(
        request.access,
        placement,
        half_term=request.GET.get("half_term", ""),
        on=request.today,
    )
    levels = list(LEVELS.values())
    return recording.show(request, "readiness/readiness", placement, shown=shown, levels=levels)


@page(May.RATE_READINESS, reads="placement")
def rate_readiness(request: Any, reference: UUID) -> HttpResponse:
    """How the school or the provider sees what helps."""
    placement, rater = reading.looking(request.access, reference)
    opening = reading.opening(request.access, placement, rater=rater, on=request.today)
    form = ReadinessForm(request.POST or None, opening=opening)
    if form.is_valid():
        access = request.access
        said = {"rater": rater, **form.said(), "name": access.person_name}
        actions.rate_readiness(placement, **said, by=access, on=request.today)
        address = reverse("placements:readiness", args=[placement.reference])
        if recording.is_from_today(request):
            address = recording.way_back(request, placement)
        return recording.leave(request, ["Saved. Thank you for looking."], address)
    return recording.show(request, "readiness/rate", placement, form=form, opening=opening)
