"""The list of placements."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import queries
from homeward.placements.forms.listing import ListForm, chosen
from homeward.placements.spreadsheet import HEADER, cells
from homeward.web import looking
from homeward.web.lists import csv_response
from homeward.web.pages import page, render


@page(May.READ_PLACEMENTS)
def placements(request: Any) -> HttpResponse:
    """The placements somebody sees, narrowed by the address; a name that is typed stands in none."""
    if request.method == "POST":
        return looking.sent(request, reverse("placements:placements") + "?shown=all")
    providers, schools = queries.narrowing(request.access)
    narrowed = chosen(
        request.GET, [key for key, _ in (*providers, *schools)], text=looking.kept(request)
    )
    form = ListForm(
        providers=providers,
        schools=schools,
        initial=narrowed.choices(),
    )
    after = request.GET.get("after", "")
    rows = queries.listing(request.access, narrowed, on=request.today, after=after)
    values = {"rows": rows, "form": form, "chosen": narrowed, "may": May, "today": request.today}
    return render(request, "placements/record/list.jinja", values)


@page(May.READ_PLACEMENTS)
def spreadsheet(request: Any) -> HttpResponse:
    """The list as narrowed, as CSV."""
    providers, schools = queries.narrowing(request.access)
    narrowed = chosen(
        request.GET, [key for key, _ in (*providers, *schools)], text=looking.kept(request)
    )
    rows = queries.everything(request.access, narrowed, on=request.today)
    return csv_response("placements.csv", HEADER, (cells(row) for row in rows))
