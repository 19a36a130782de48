"""The pages of term dates: public to read, kept by those who may."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from homeward.calendars import actions, queries
from homeward.calendars.forms import ClosureForm, TermsForm, terms_as_typed
from homeward.calendars.ical import term_calendar
from homeward.organisations.codes import May
from homeward.web.pages import PUBLIC, page, render


@page(PUBLIC)
def term_dates(request: Any) -> HttpResponse:
    shown = queries.term_dates_page(
        request.access,
        typed=request.GET.get("q", "")[:100],
        year=request.GET.get("year", ""),
        on=request.today,
    )
    return render(request, "calendars/term_dates.jinja", {"page": shown})


@page(PUBLIC)
def place(request: Any, reference: UUID, year: str = "") -> HttpResponse:
    organisation = _found(queries.place(request.access, reference))
    shown = queries.year_page(request.access, organisation, year=year, on=request.today)
    return render(request, "calendars/place.jinja", {"page": shown})


@page(PUBLIC)
def calendar_file(request: Any, reference: UUID) -> HttpResponse:
    organisation = _found(queries.place(request.access, reference))
    this_year = queries.year_page(request.access, organisation, year="", on=request.today)
    next_year = queries.year_page(
        request.access, organisation, year=this_year.later, on=request.today
    )
    response = HttpResponse(
        term_calendar([this_year, next_year]), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="term-dates.ics"'
    return response


@page(May.KEEP_CALENDAR)
def add_closure(request: Any, reference: UUID) -> HttpResponse:
    organisation = _found(queries.kept_place(request.access, reference))
    calendar = queries.calendar(request.access, organisation.pk)
    form = ClosureForm(request.POST or None, calendar=calendar)
    if form.is_valid():
        try:
            actions.add_closure(
                organisation, **form.cleaned_data, by=request.access, on=request.today
            )
            return redirect("calendars:place", reference)
        except actions.AlreadyClosed as taken:
            form.add_error("starts_on", str(taken))
    return render(request, "calendars/closure.jinja", {"form": form, "organisation": organisation})


@page(May.KEEP_CALENDAR)
def remove_closure(request: Any, reference: UUID) -> HttpResponse:
    closure = _found(queries.removable(request.access, reference))
    if request.method == "POST":
        actions.remove_closure(closure, by=request.access, on=request.today)
        return redirect("calendars:place", closure.organisation.reference)
    return render(request, "calendars/removal.jinja", {"closure": closure})


@page(May.KEEP_CALENDAR)
def load_terms(request: Any, reference: UUID, year: str) -> HttpResponse:
    organisation = _found(queries.kept_place(request.access, reference))
    now = terms_as_typed(queries.calendar(request.access, organisation.pk), year)
    form = TermsForm(request.POST or None, initial=now, year=year, organisation=organisation.pk)
    if form.is_valid():
        actions.load_terms(form.rows, by=request.access, on=request.today)
        return redirect("calendars:year", reference, year)
    return render(
        request,
        "calendars/terms.jinja",
        {"form": form, "organisation": organisation, "year": year},
    )


def _found[Record](record: Record | None) -> Record:
    if record is None:
        raise Http404
    return record
