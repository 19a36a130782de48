"""A child comes back to school: the page of the return, the mark, and the adjustments."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.returning import (
    AdjustmentForm,
    MistakeForm,
    PreparedForm,
    ReturnForm,
)
from homeward.placements.queries.return_page import return_page
from homeward.placements.rules.saying import near_day
from homeward.placements.views import recording
from homeward.placements.views.section import REFUSALS
from homeward.web.pages import page


@page(May.READ_PLACEMENTS, reads="placement")
def coming_back(request: Any, reference: UUID) -> HttpResponse:
    """The return as it stands: what is missing, the steps, and what happened."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    return recording.show(request, "return/coming_back", placement, shown=shown, may=May)


@page(May.RECORD_CONTACT, reads="placement")
def record_return(request: Any, reference: UUID) -> HttpResponse:
    """Record that the child came back: a fact, never refused, on whatever day it was."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    if "mistake" in request.POST:
        return _taken_back(request, placement, shown)
    form = _return_form(request, placement, shown)
    if form.is_valid():
        try:
            actions.record_return(placement, **form.said(), by=request.access, on=request.today)
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            said = f"Saved. {placement.pupil.known_as} is back at school: welcome."
            gaps = "What the school still misses is due that day." if shown.gaps else ""
            return recording.leave(
                request, filter(None, [said, gaps]), back_to_return(request, placement)
            )
    values = {"form": form, "mistake": MistakeForm(), "shown": shown}
    return recording.show(request, "return/began", placement, **values)


@page(May.APPROVE_RETURN, reads="placement")
def prepared(request: Any, reference: UUID) -> HttpResponse:
    """Mark the school as prepared, or see what it still misses. It keeps no child away."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    numbers = {"plan_number": shown.known.plan.number, "ladder_number": shown.known.ladder_number}
    form = PreparedForm(request.POST or None, initial=numbers)
    if form.is_valid():
        try:
            actions.approve_prepared(
                placement,
                **form.numbers(),
                note=form.cleaned_data["note"],
                by=request.access,
                on=request.today,
            )
        except (actions.NotPrepared, *REFUSALS) as refused:
            form.add_error(None, str(refused))
        else:
            return recording.leave(request, [_PREPARED], back_to_return(request, placement))
    return recording.show(request, "return/prepared", placement, form=form, shown=shown)


_PREPARED = "School is prepared: saved with your name and the version of the plan."


@page(May.RECORD_TELLING, reads="placement")
def adjustment(request: Any, reference: UUID, thread: UUID) -> HttpResponse:
    """Record whether one adjustment is in place."""
    placement = queries.commissioned(request.access, reference)
    shown = queries.adjustment(request.access, placement, thread)
    form = AdjustmentForm(request.POST or None, today=request.today)
    if form.is_valid():
        try:
            actions.record_adjustment(
                placement, thread=thread, **form.cleaned_data, by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            word = "In place" if form.cleaned_data["is_in_place"] else "Not in place yet"
            said = f"Saved. {word}: {shown.line.what}."
            return recording.leave(request, [said], back_to_return(request, placement))
    return recording.show(request, "return/adjustment", placement, form=form, shown=shown)


def _return_form(request: Any, placement: Any, shown: Any) -> ReturnForm:
    facts = shown.known.facts
    return ReturnForm(
        request.POST or None,
        child=placement.pupil.known_as,
        today=request.today,
        begins_on=facts.begins_on,
        recorded_on=placement.return_began_on,
        has_steps=bool(shown.steps),
    )


def _taken_back(request: Any, placement: Any, shown: Any) -> HttpResponse:
    form = MistakeForm(request.POST)
    if form.is_valid():
        try:
            actions.take_back_return(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            day = near_day(placement.return_began_on, request.today)
            said = f"Taken back: {placement.pupil.known_as} did not come back on {day}."
            return recording.leave(request, [said], back_to_return(request, placement))
    plain = ReturnForm(
        child=placement.pupil.known_as,
        today=request.today,
        begins_on=None,
        recorded_on=placement.return_began_on,
        has_steps=bool(shown.steps),
    )
    values = {"form": plain, "mistake": form, "shown": shown}
    return recording.show(request, "return/began", placement, **values)


def back_to_return(request: Any, placement: Any) -> str:
    """Today, where the person came from it; else the page of the return."""
    if recording.is_from_today(request):
        return recording.way_back(request, placement)
    return reverse("placements:coming_back", args=[placement.reference])
