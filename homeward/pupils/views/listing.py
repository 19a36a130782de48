"""The list of children, and finding one."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.pupils import forms, queries
from homeward.web import looking
from homeward.web.lists import csv_response
from homeward.web.pages import page, render

SPREADSHEET = ("Name", "Legal name, if another", "Year group", "SEN", "EHC plan", "Home school")


@page(May.READ_PUPILS)
def pupils(request: Any) -> HttpResponse:
    """The children somebody may read, by last name; sent with words, those who are called so."""
    if request.method == "POST":
        return _look(request)
    typed = looking.kept(request)
    form = forms.ListForm(request.GET)
    shown = queries.listed(request.access, form.chosen(typed), after=request.GET.get("after", ""))
    return render(
        request,
        "pupils/pupils.jinja",
        {
            "form": form,
            "search": forms.SearchForm(initial={"q": typed}),
            "shown": shown,
            "is_narrowed": bool(request.GET),
            "may_add": request.access.may(May.EDIT_PUPILS),
        },
    )


@page(May.READ_PUPILS)
def spreadsheet(request: Any) -> HttpResponse:
    """The list as it is narrowed, as a spreadsheet."""
    form = forms.ListForm(request.GET)
    found = queries.everyone(request.access, form.chosen(looking.kept(request)))
    rows = (
        (one.name, one.also, one.year, one.sen_provision, one.has_ehc_plan, one.school)
        for one in found
    )
    return csv_response("children.csv", SPREADSHEET, rows)


def _look(request: Any) -> HttpResponse:
    form = forms.SearchForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["q"]:
        return redirect("pupils:pupils")
    mark = looking.keep(request, form.cleaned_data["q"])
    return HttpResponseRedirect(f"{reverse('pupils:pupils')}?looked={mark}")
