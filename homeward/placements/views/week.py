"""The planned week."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.week import ELSEWHERE, WeekForm, opened
from homeward.placements.views.section import answer
from homeward.web.pages import page


@page(May.START_PLACEMENT, reads="placement")
def week(request: Any, reference: UUID) -> HttpResponse:
    """Which half days, how long, and at which address."""
    placement = queries.commissioned(request.access, reference)
    sites = {str(site.reference): site for site in queries.sites(request.access, placement)}
    form = _form(request, placement, sites)
    return answer(
        request,
        placement,
        form,
        section="week",
        save=lambda: actions.set_week(
            placement,
            sessions=_wanted(form, sites),
            edited=form.opened_at(),
            by=request.access,
            on=request.today,
        ),
        template="placements/draft/week.jinja",
    )


def _form(request: Any, placement: Any, sites: dict[str, Any]) -> WeekForm:
    planned = opened(queries.typed_week(request.access, placement))
    return WeekForm(
        request.POST or None,
        sites=[(key, str(site)) for key, site in sites.items()],
        initial=planned | {"edited": placement.edited},
    )


def _wanted(form: WeekForm, sites: dict[str, Any]) -> list[actions.SessionWanted]:
    return [
        actions.SessionWanted(
            weekday=weekday,
            half=half,
            minutes=minutes,
            site=sites.get(where),
            address=form.cleaned_data["address"] if where == ELSEWHERE else "",
        )
        for weekday, half, minutes, where in form.planned_half_days()
    ]
