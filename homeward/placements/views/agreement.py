"""The start gate: agree, start urgently, record that the child came, or close a draft."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.agreement import ClosingForm, FirstSessionForm, UrgentForm
from homeward.placements.views.section import REFUSALS
from homeward.web.pages import page, render


@page(May.AGREE_PLACEMENT, reads="placement")
def agreement(request: Any, reference: UUID) -> HttpResponse:
    """What the gate still misses, each with the promise it protects; and the button that agrees."""
    placement = queries.commissioned(request.access, reference)
    refusal = ""
    if request.method == "POST":
        try:
            actions.agree(placement, by=request.access, on=request.today)
        except actions.GapsRemain:
            refusal = "Not agreed yet: the record does not keep every promise."
        except REFUSALS as refused:
            refusal = str(refused)
        else:
            messages.success(request, "The placement is agreed.")
            return redirect("placements:placement", reference)
    shown = queries.agreement(request.access, placement, on=request.today)
    values = {"placement": placement, "shown": shown, "refusal": refusal}
    return render(request, "placements/agreement/gate.jinja", values, 422 if refusal else 200)


@page(May.ALLOW_URGENT_START, reads="placement")
def urgent(request: Any, reference: UUID) -> HttpResponse:
    """Let it start with named gaps, with a reason."""
    placement = queries.commissioned(request.access, reference)
    form = UrgentForm(request.POST or None)
    if form.is_valid():
        try:
            actions.allow_urgent_start(
                placement, because=form.cleaned_data["because"], by=request.access, on=request.today
            )
        except (actions.GapsRemain, *REFUSALS) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The child may start. The gaps are on everybody's list.")
            return redirect("placements:placement", reference)
    shown = queries.agreement(request.access, placement, on=request.today)
    values = {"placement": placement, "shown": shown, "form": form}
    return render(request, "placements/agreement/urgent.jinja", values)


@page(May.RECORD_CONTACT, reads="placement")
def first_session(request: Any, reference: UUID) -> HttpResponse:
    """Record that the child came: never refused, whatever the record lacks."""
    placement = queries.commissioned(request.access, reference)
    form = FirstSessionForm(
        request.POST or None, today=request.today, initial={"came_on": request.today}
    )
    if form.is_valid():
        try:
            actions.record_first_session(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error("came_on", str(refused))
        else:
            messages.success(request, "Recorded. Anything the plan still misses is now due.")
            return redirect("placements:placement", reference)
    return render(
        request, "placements/agreement/first_session.jinja", {"placement": placement, "form": form}
    )


@page(May.AGREE_PLACEMENT, reads="placement")
def closing(request: Any, reference: UUID) -> HttpResponse:
    """Withdraw a placement before its start, or say that it was not agreed."""
    placement = queries.commissioned(request.access, reference)
    form = ClosingForm(request.POST or None)
    if form.is_valid():
        close = actions.withdraw if form.cleaned_data["how"] == "withdrawn" else actions.refuse
        try:
            close(
                placement, because=form.cleaned_data["because"], by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("placements:placement", reference)
    return render(
        request, "placements/agreement/closing.jinja", {"placement": placement, "form": form}
    )
