"""The team's queue, and a school's own requests."""

from typing import Any

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.support import forms, queries
from homeward.support.queries import Chosen
from homeward.support.spreadsheet import HEADER, cells
from homeward.web.lists import csv_response
from homeward.web.pages import page, render


@page(May.READ_PLACEMENTS)
def requests(request: Any) -> HttpResponse:
    """The requests somebody sees, narrowed by the address, the worst first."""
    teams = queries.teams_to_choose(request.access)
    narrowed, form = _narrowed(request, teams)
    after = request.GET.get("after", "")[:1000]
    shown = queries.queue(request.access, narrowed, on=request.today, after=after)
    values = {
        "shown": shown,
        "form": form,
        "chosen": narrowed,
        "names": forms.parts_of(is_team=shown.is_team),
        "may_ask": request.access.may(May.ASK_FOR_SUPPORT),
        "teams": teams,
    }
    return render(request, "support/requests.jinja", values)


@page(May.READ_PLACEMENTS)
def spreadsheet(request: Any) -> HttpResponse:
    """The list as narrowed, as CSV."""
    narrowed, _ = _narrowed(request, queries.teams_to_choose(request.access))
    rows = queries.everything(request.access, narrowed, on=request.today)
    return csv_response("requests.csv", HEADER, (cells(row) for row in rows))


def _narrowed(request: Any, teams: list[Any]) -> tuple[Chosen, forms.ListForm]:
    parts = forms.parts_of(is_team=queries.is_of_team(request.access))
    found = forms.chosen(request.GET, parts=parts, teams=[str(team.reference) for team in teams])
    initial = {"shown": found.shown, "kind": found.kind, "team": found.team}
    return found, forms.ListForm(parts=parts.items(), teams=teams, initial=initial)
