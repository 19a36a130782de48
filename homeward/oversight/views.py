"""The overview of many placements, and the hours and heads of providers that are not registered."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.oversight import queries
from homeward.oversight.forms import OverviewForm, chosen
from homeward.oversight.spreadsheet import HEADER, HEADS_HEADER, cells, heads_rows
from homeward.placements import queries as placements
from homeward.web import looking
from homeward.web.lists import csv_response
from homeward.web.pages import page, render


@page(May.READ_OVERVIEW)
def overview(request: Any) -> HttpResponse:
    """Every placement that somebody oversees, the worst first, each with what is wrong."""
    if request.method == "POST":
        return looking.sent(request, reverse("oversight:overview"))
    unsettled = queries.not_settled(request.access)
    shown = queries.summary(request.access, on=request.today, unsettled=unsettled)
    narrowed = _chosen(request, shown)
    rows = queries.listing(
        request.access,
        narrowed,
        on=request.today,
        after=request.GET.get("after", ""),
        unsettled=unsettled,
    )
    form = OverviewForm(
        schools=shown.schools, providers=shown.providers, initial=narrowed.choices()
    )
    values = {"shown": shown, "rows": rows, "form": form, "chosen": narrowed, "may": May}
    return render(request, "oversight/overview.jinja", values)


@page(May.READ_OVERVIEW)
def spreadsheet(request: Any) -> HttpResponse:
    """The overview as narrowed, as CSV."""
    unsettled = queries.not_settled(request.access)
    shown = queries.summary(request.access, on=request.today, unsettled=unsettled)
    rows = queries.everything(
        request.access, _chosen(request, shown), on=request.today, unsettled=unsettled
    )
    return csv_response("overview.csv", HEADER, (cells(row) for row in rows))


@page(May.READ_AREA)
def heads(request: Any) -> HttpResponse:
    """The hours and heads of each provider that is not registered, the worst first."""
    meters = placements.every_meter(request.access, on=request.today)
    return render(request, "oversight/heads.jinja", {"meters": meters, "today": request.today})


@page(May.READ_AREA)
def heads_spreadsheet(request: Any) -> HttpResponse:
    """The hours and heads as CSV."""
    meters = placements.every_meter(request.access, on=request.today)
    return csv_response("hours-and-heads.csv", HEADS_HEADER, heads_rows(meters))


def _chosen(request: Any, shown: queries.Summary) -> queries.Chosen:
    return chosen(
        request.GET,
        schools=shown.schools,
        providers=shown.providers,
        text=looking.kept(request),
    )
