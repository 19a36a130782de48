"""Did it last? Answering the checks after an ending, and beginning again where it did not hold."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.codes import CheckPoint
from homeward.placements.forms.checks import AuthorityCheckForm, BeginAgainForm, CheckForm
from homeward.placements.queries.checks import (
    authority_page,
    check_page,
    checks_page,
    learnt_so_far,
    page_to_begin_again,
)
from homeward.placements.rules.saying import authority_check_saved, check_saved
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.READ_PLACEMENTS, reads="placement")
def checks(request: Any, reference: UUID) -> HttpResponse:
    """The checks as a calm list: what was said, what is open, and whether it has held."""
    placement = queries.placement(request.access, reference)
    shown = checks_page(request.access, placement, on=request.today)
    return recording.show(request, "checks/checks", placement, shown=shown, may=May)


@page(May.ANSWER_CHECKS, reads="placement")
def record_check(request: Any, reference: UUID, point: str) -> HttpResponse:
    """One check, answered by where the child is, or on its behalf by the home school or authority."""
    if point not in CheckPoint.values():
        raise Http404
    placement = queries.placement(request.access, reference)
    shown = check_page(request.access, placement, on=request.today)
    row = shown.row(point)
    form = _check_form(request, placement, shown, row)
    if form.is_valid():
        try:
            actions.record_check(
                placement, point=point, **form.cleaned_data, by=request.access, on=request.today
            )
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            return _answered(request, placement)
    return recording.show(request, "checks/record", placement, form=form, shown=shown, row=row)


@page(May.ANSWER_CHECKS, reads="placement")
def authority_check(request: Any, reference: UUID) -> HttpResponse:
    """What the authority found about a child educated at home, missing or moved away."""
    placement = queries.placement(request.access, reference)
    shown = authority_page(request.access, placement, on=request.today)
    child = placement.pupil.known_as
    form = AuthorityCheckForm(
        request.POST or None, child=child, ended_on=placement.ended_on, today=request.today
    )
    if form.is_valid():
        try:
            check = actions.record_authority_check(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            said = authority_check_saved(check.next_on, request.today)
            return recording.leave(request, [said], recording.way_back(request, placement))
    return recording.show(request, "checks/authority", placement, form=form, shown=shown)


@page(May.START_PLACEMENT, reads="placement")
def begin_again(request: Any, reference: UUID) -> HttpResponse:
    """Begin the placement that follows, with what this time has taught."""
    placement = queries.placement(request.access, reference)
    shown = page_to_begin_again(request.access, placement, on=request.today)
    learnt = learnt_so_far(shown, placement.pupil.known_as)
    form = BeginAgainForm(request.POST or None, initial={"learnt": learnt})
    if form.is_valid():
        try:
            draft = actions.begin_again(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except actions.AlreadyBegun as begun:
            return redirect("placements:placement", begun.placement.reference)
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("placements:placement", draft.reference)
    return recording.show(request, "checks/begin_again", placement, form=form, shown=shown)


def _check_form(request: Any, placement: Any, shown: Any, row: Any) -> CheckForm:
    return CheckForm(
        request.POST or None,
        child=placement.pupil.known_as,
        place=shown.place.name,
        since=row.since_on if row else request.today,
        holds=request.GET.get("holds", ""),
        today=request.today,
    )


def _answered(request: Any, placement: Any) -> HttpResponse:
    now = queries.placement(request.access, placement.reference)
    said = check_saved(now.pupil.known_as, held_on=now.held_on, not_held_on=now.not_held_on)
    address = reverse("placements:checks", args=[now.reference])
    if recording.is_from_today(request) and not now.not_held_on:
        address = recording.way_back(request, placement)
    return recording.leave(request, [said], address)
