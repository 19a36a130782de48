"""A child's record: reading it, beginning it, identity, needs, home school."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.pupils import actions, forms, queries
from homeward.pupils.codes import IDENTITY, NEEDS
from homeward.pupils.forms.opened import begins_with
from homeward.pupils.views.answering import answer
from homeward.reference.codes import labels
from homeward.web import panels
from homeward.web.pages import page, render


@page(May.READ_PUPILS, reads="pupil")
def pupil(request: Any, reference: UUID) -> HttpResponse:
    """Everything that is known of a child, the family adult by adult."""
    record = queries.record(request.access, reference, on=request.today)
    told = panels.ask("pupils.pupil", request.access, pupil=record.pupil, on=request.today)
    says = {
        "sex": labels("sex"),
        "provision": labels("sen", codeset="provision"),
        "need": labels("sen", codeset="type"),
        "ethnicity": labels("ethnicity"),
    }
    return render(request, "pupils/pupil.jinja", {"record": record, "panels": told, "says": says})


@page(May.EDIT_PUPILS)
def new(request: Any) -> HttpResponse:
    """Begin the record of a child, once it is sure that there is none."""
    school = queries.own_school(request.access)
    form = forms.NewForm(
        request.POST or None, today=request.today, asks_school=request.access.is_authority
    )
    same: list[Any] = []
    if form.is_valid():
        same = _numbered(request, form) or _namesakes(request, form)
        made = None if same else _begin(request, form, school)
        if made:
            return redirect("pupils:pupil", made.reference)
    return render(request, "pupils/new.jinja", {"form": form, "same": same, "school": school})


@page(May.EDIT_PUPILS, reads="pupil")
def identity(request: Any, reference: UUID) -> HttpResponse:
    """Names, birthday, numbers, year group."""
    child = queries.own_pupil(request.access, reference)
    form = forms.IdentityForm(
        request.POST or None, initial=begins_with(child, IDENTITY), today=request.today
    )
    return answer(request, child, form, lambda: _amend(request, child, form), "identity")


@page(May.EDIT_PUPILS, reads="pupil")
def needs(request: Any, reference: UUID) -> HttpResponse:
    """SEN, plan, looked after, social worker, languages."""
    child = queries.own_pupil(request.access, reference)
    form = forms.NeedsForm(request.POST or None, initial=begins_with(child, NEEDS))
    return answer(request, child, form, lambda: _amend(request, child, form), "needs")


@page(May.EDIT_PUPILS, reads="pupil")
def move(request: Any, reference: UUID) -> HttpResponse:
    """Another home school, or none yet. Whoever gives a child up no longer reads the record."""
    child = queries.own_pupil(request.access, reference)
    form = forms.MoveForm(request.POST or None)
    if form.is_valid():
        has_school = form.cleaned_data["has_school"]
        school = queries.school(request.access, form.cleaned_data["urn"]) if has_school else None
        if has_school and school is None:
            form.add_error("urn", "No open school has this URN")
        else:
            actions.move_to_school(child, school=school, by=request.access, on=request.today)
            return redirect("pupils:pupils")
    return render(request, "pupils/move.jinja", {"child": child, "form": form, "met": []})


def _numbered(request: Any, form: Any) -> list[Any]:
    """The child who has the number typed, where the person may read the record."""
    upn = form.cleaned_data["upn"]
    same = queries.numbered(request.access, upn) if upn else []
    if same:
        form.add_error("upn", "There is already a record with this unique pupil number: use it")
    return same


def _namesakes(request: Any, form: Any) -> list[Any]:
    """Children of the same name and birthday, unless it was said that this is another child."""
    if form.cleaned_data["is_another"]:
        return []
    asked = {name: form.cleaned_data[name] for name in ("first_name", "last_name", "born_on")}
    same = queries.namesakes(request.access, **asked)
    if same:
        form.add_error("is_another", "There is already a child of this name and birthday")
    return same


def _begin(request: Any, form: Any, school: Any) -> Any:
    """Begin the record; None where the form has something to put right."""
    urn = form.cleaned_data.get("urn", "")
    home = queries.school(request.access, urn) if urn else school
    if urn and home is None:
        form.add_error("urn", "No open school has this URN")
        return None
    try:
        return actions.add_pupil(
            keeper=queries.keeper_of(request.access),
            home_school=home,
            by=request.access,
            on=request.today,
            **form.said(),
        )
    except actions.NotPossible as refused:
        form.add_error("upn", str(refused))
        return None


def _amend(request: Any, child: Any, form: Any) -> None:
    actions.amend_pupil(
        child, changes=form.changes(), opened=form.mark(), by=request.access, on=request.today
    )
