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
    return _list(request, forms.SearchForm(initial={"q": looking.kept(request)}))


@page(May.READ_PUPILS)
def spreadsheet(request: Any) -> HttpResponse:
    """The list as it is narrowed, as a spreadsheet; never wider than it was asked for."""
    form = forms.ListForm(request.GET)
    if _is_lost(request) or not form.is_valid():
        return HttpResponseRedirect(f"{reverse('pupils:pupils')}?{request.GET.urlencode()}")
    found = queries.everyone(request.access, form.chosen(looking.kept(request)))
    rows = (
        (one.name, one.also, one.year, one.sen_provision, one.has_ehc_plan, one.school)
        for one in found
    )
    return csv_response("children.csv", SPREADSHEET, rows)


def _list(request: Any, search: forms.SearchForm) -> HttpResponse:
    form = forms.ListForm(request.GET)
    chosen = form.chosen(looking.kept(request))
    values = {
        "form": form,
        "search": search,
        "shown": queries.listed(request.access, chosen, after=request.GET.get("after", "")),
        "is_narrowed": bool(request.GET),
        "is_lost": _is_lost(request),
        "may_add": request.access.may(May.EDIT_PUPILS),
    }
    return render(request, "pupils/pupils.jinja", values)


def _look(request: Any) -> HttpResponse:
    search = forms.SearchForm(request.POST)
    if not search.is_valid():
        return _list(request, search)
    if not search.cleaned_data["q"]:
        return redirect("pupils:pupils")
    mark = looking.keep(request, search.cleaned_data["q"])
    return HttpResponseRedirect(f"{reverse('pupils:pupils')}?looked={mark}")


def _is_lost(request: Any) -> bool:
    """Whether the address means a search that this session does not keep, or no longer."""
    return bool(request.GET.get("looked")) and not looking.kept(request)
