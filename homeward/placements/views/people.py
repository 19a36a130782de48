"""The adults of a placement."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.people import EndForm, NamedAdultForm
from homeward.placements.queries.move import is_commissioning
from homeward.placements.views.section import answer
from homeward.web.pages import page, render


@page(May.READ_PLACEMENTS, reads="placement")
def people(request: Any, reference: UUID) -> HttpResponse:
    """Who is named, who covers, and which organisations can see the placement."""
    placement = queries.placement(request.access, reference)
    values = {
        "placement": placement,
        "adults": queries.named_adults(request.access, placement),
        "parties": queries.who_sees(request.access, placement),
        "section": queries.section(request.access, placement, "people", on=request.today),
        "may_name": request.access.may(May.EDIT_PLAN)
        and is_commissioning(request.access, placement),
        "today": request.today,
    }
    return render(request, "placements/people/people.jinja", values)


@page(May.EDIT_PLAN, reads="placement")
def name_adult(request: Any, reference: UUID) -> HttpResponse:
    """Name an adult: whoever had the part hands it over the day before."""
    placement = queries.commissioned(request.access, reference)
    form = _naming_form(request, placement)
    return answer(
        request,
        placement,
        form,
        section="people",
        save=lambda: actions.name_adult(
            placement,
            **_named(request, placement, form),
            by=request.access,
            on=request.today,
        ),
        template="placements/people/name.jinja",
        leads_to="placements:people",
    )


@page(May.EDIT_PLAN, reads="placement")
def end_adult(request: Any, reference: UUID, adult: UUID) -> HttpResponse:
    """Say that somebody's part ended."""
    placement = queries.commissioned(request.access, reference)
    named = queries.named_adult(request.access, placement, adult)
    form = EndForm(request.POST or None, initial={"last_on": request.today})
    if form.is_valid():
        try:
            actions.end_named_adult(
                named, last_on=form.cleaned_data["last_on"], by=request.access, on=request.today
            )
        except actions.NotAllowed as refused:
            form.add_error("last_on", str(refused))
        else:
            return redirect("placements:people", reference)
    values = {"placement": placement, "named": named, "form": form}
    return render(request, "placements/people/end.jinja", values)


def _naming_form(request: Any, placement: Any) -> NamedAdultForm:
    choices = queries.people_to_name(request.access, placement, on=request.today)
    return NamedAdultForm(
        request.POST or None,
        people=[(str(one.reference), one.name) for one in choices],
        initial={"from_on": request.today, "part": request.GET.get("part", "")},
    )


def _named(request: Any, placement: Any, form: NamedAdultForm) -> dict[str, Any]:
    typed = dict(form.cleaned_data)
    chosen = queries.person_to_name(
        request.access, placement, typed.pop("person"), on=request.today
    )
    return {**typed, "person": chosen}
