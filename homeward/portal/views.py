"""The public pages."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse

from homeward.portal import codes, pages, queries, rules
from homeward.portal.addresses import address_of
from homeward.portal.forms import SchoolsWanted
from homeward.reference.guidance import PASSAGES, PROMISES
from homeward.web import panels
from homeward.web.lists import csv_response
from homeward.web.navigation import navigation
from homeward.web.pages import PUBLIC, page, render
from homeward.web.search import words

LONGEST_SEARCH = 200
FOUND_SHOWN = 8


@page(PUBLIC)
def home(request: Any) -> HttpResponse:
    """Say in a breath what this is, and lead on."""
    told = panels.ask("front page", request.access, on=request.today)
    values = {"panels": told, "today_url": settings.LOGIN_REDIRECT_URL, "q": ""}
    return render(request, "portal/home.jinja", values)


@page(PUBLIC)
def guidance(request: Any) -> HttpResponse:
    """Show every source of the rules, with the passages of each."""
    neighbours = [one for one in PASSAGES.values() if one.number.startswith("L")]
    national = [one for one in PASSAGES.values() if one.number.startswith("R-")]
    house = [
        one
        for one in PASSAGES.values()
        if one.number not in PROMISES and one not in neighbours and one not in national
    ]
    values = {"neighbours": neighbours, "national": national, "house": house}
    return render(request, "portal/guidance.jinja", values)


@page(PUBLIC)
def reintegration(request: Any) -> HttpResponse:
    """Show each promise of the authority's page beside where Homeward keeps it."""
    shown = pages.chapters(request.access, request.today)
    kept, promised = pages.kept_of(shown)
    values = {
        "chapters": shown,
        "kept": kept,
        "promised": promised,
        "is_paper": "print" in request.GET,
    }
    return render(request, "portal/reintegration.jinja", values)


@page(PUBLIC)
def schools(request: Any) -> HttpResponse:
    """Show the directory, narrowed down as asked."""
    form = SchoolsWanted(request.GET, areas=queries.areas(request.access))
    values = {"form": form, "attribution": codes.ATTRIBUTION, "slice": None, "number": 0}
    if form.is_valid():
        wanted = queries.Wanted(**form.wanted())
        after = request.GET.get("after", "")[:1000]
        values["slice"] = queries.schools(request.access, wanted, after)
        values["number"] = queries.count_of_schools(request.access, wanted)
    return render(request, "portal/schools.jinja", values)


@page(PUBLIC)
def schools_file(request: Any) -> HttpResponse:
    """Give the schools of the same address as a spreadsheet."""
    form = SchoolsWanted(request.GET, areas=queries.areas(request.access))
    if not form.is_valid():
        return schools(request)
    rows = queries.school_rows(request.access, queries.Wanted(**form.wanted()))
    return csv_response("schools.csv", codes.COLUMNS, rows)


@page(PUBLIC)
def school(request: Any, urn: str) -> HttpResponse:
    """Show what the public register says of one school."""
    found = queries.school(request.access, urn)
    values = {
        "school": found.school,
        "chain": found.chain,
        "attribution": codes.ATTRIBUTION,
        "register": codes.REGISTER + urn,
        "panels": panels.ask("school", request.access, urn=urn, on=request.today),
    }
    return render(request, "portal/school.jinja", values)


@page(PUBLIC)
def contacts(request: Any) -> HttpResponse:
    """Show the teams of the authority: when to ask them, and how."""
    return render(request, "portal/contacts.jinja", {"teams": queries.teams(request.access)})


@page(PUBLIC)
def search(request: Any) -> HttpResponse:
    """Look through everything public at once."""
    text = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST_SEARCH]
    asked = words(text)
    values: dict[str, Any] = {
        "q": text,
        "passages": [],
        "schools": None,
        "teams": [],
        "panels": [],
        "sections": [],
        "address_of": address_of,
    }
    if asked:
        values |= _found(request, text, asked)
    return render(request, "portal/search.jinja", values)


def _found(request: Any, text: str, asked: list[str]) -> dict[str, Any]:
    wanted = queries.Wanted(text=text)
    return {
        "passages": rules.matching(PASSAGES.values(), asked)[:FOUND_SHOWN],
        "schools": queries.schools(request.access, wanted, size=FOUND_SHOWN),
        "teams": queries.teams(request.access, text),
        "sections": rules.sections_matching(navigation(request), asked),
        "panels": panels.ask("search", request.access, text=text, on=request.today),
    }
