"""The staff list of a child: who teaches or supports them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.actions import teachers as changing
from homeward.placements.forms.teachers import EndTeacherForm, StaffListForm, TeacherForm
from homeward.placements.queries import teachers as reading
from homeward.placements.rules.staff_list import Taught, read_list, staff_list
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.ANSWER_FAMILY, reads="placement")
def teachers(request: Any, reference: UUID) -> HttpResponse:
    """Who teaches or supports the child now, and who did."""
    placement = queries.commissioned(request.access, reference)
    shown = reading.staff_list(request.access, placement, on=request.today)
    values = {"shown": shown, "may_edit": request.access.may(May.EDIT_PLAN)}
    return recording.show(request, "teachers/teachers", placement, **values)


@page(May.EDIT_PLAN, reads="placement")
def paste(request: Any, reference: UUID) -> HttpResponse:
    """Read a pasted list or a file, show line by line what was understood, then add them all."""
    placement = queries.commissioned(request.access, reference)
    form = StaffListForm(request.POST or None, request.FILES or None)
    previewed = None
    if form.is_valid():
        lines = read_list(form.cleaned_data["text"])
        wanted = staff_list(lines)
        if request.POST.get("step") == "add":
            try:
                added = changing.add_teachers(
                    placement, wanted=wanted, by=request.access, on=request.today
                )
            except actions.NotAllowed as refused:
                form.add_error(None, str(refused))
            else:
                return _leave(request, placement, f"Saved. {_counted(len(added))} added.")
        previewed = _preview(request, placement, lines, wanted, form)
    return recording.show(request, "teachers/paste", placement, form=form, previewed=previewed)


@page(May.EDIT_PLAN, reads="placement")
def add_teacher(request: Any, reference: UUID) -> HttpResponse:
    """One teacher by hand."""
    placement = queries.commissioned(request.access, reference)
    form = TeacherForm(request.POST or None)
    if form.is_valid():
        wanted = [Taught(**form.cleaned_data)]
        try:
            changing.add_teachers(placement, wanted=wanted, by=request.access, on=request.today)
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            return _leave(request, placement, f"Saved. {wanted[0].name} is on the list.")
    return recording.show(request, "teachers/add", placement, form=form)


@page(May.EDIT_PLAN, reads="placement")
def end_teacher(request: Any, reference: UUID, taught: UUID) -> HttpResponse:
    """Say from which day somebody no longer teaches the child."""
    placement = queries.commissioned(request.access, reference)
    row = reading.taught(request.access, placement, taught)
    form = EndTeacherForm(request.POST or None, today=request.today)
    if form.is_valid():
        try:
            changing.end_teacher(row, **form.cleaned_data, by=request.access, on=request.today)
        except actions.NotAllowed as refused:
            form.add_error("to_on", str(refused))
        else:
            return _leave(request, placement, f"Saved. {row.teacher.name}: ended.")
    return recording.show(request, "teachers/end", placement, form=form, row=row)


@page(May.SEND_LETTERS, reads="placement")
def card(request: Any, reference: UUID, taught: UUID) -> HttpResponse:
    """A link for one teacher to copy or print, and the figures that confirm it, said by hand."""
    placement = queries.commissioned(request.access, reference)
    row = reading.taught(request.access, placement, taught)
    made = None
    if request.method == "POST":
        made = changing.make_card(row, by=request.access, on=request.today)
    return recording.show(request, "teachers/card", placement, row=row, made=made)


def _preview(
    request: Any, placement: Any, lines: Any, wanted: Any, form: StaffListForm
) -> dict[str, Any]:
    known = reading.known(request.access, placement, on=request.today)
    return {
        "lines": reading.previewed(request.access, lines, known),
        "wanted": wanted,
        "text": form.cleaned_data["text"],
        "not_understood": sum(not line.is_understood for line in lines),
        "words": _counted(len(wanted)),
    }


def _counted(count: int) -> str:
    return "1 teacher" if count == 1 else f"{count} teachers"


def _leave(request: Any, placement: Any, said: str) -> HttpResponse:
    back = reverse("placements:teachers", args=[placement.reference])
    return recording.leave(request, [said], back)
