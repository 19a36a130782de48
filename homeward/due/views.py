"""Today, what others still have to do, and waivers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.due import actions, queries
from homeward.due.forms import ChoiceForm, WaiveForm, chosen
from homeward.due.rules import together
from homeward.due.spreadsheet import HEADER, cells
from homeward.organisations.codes import May
from homeward.web.lists import csv_response
from homeward.web.pages import page, refuse, render


@page(May.READ_TODAY)
def today(request: Any) -> HttpResponse:
    narrowed = chosen(request.GET)
    shown = queries.today(
        request.access, request.today, chosen=narrowed, after=request.GET.get("after", "")
    )
    form = ChoiceForm(
        initial={"kind": narrowed.kind, "person": str(narrowed.person or "")},
        kinds=shown.kinds,
        people=shown.people,
    )
    values = {
        "today": shown,
        "form": form,
        "chosen": narrowed,
        "may_waive": request.access.may(May.WAIVE),
        "together": together,
    }
    return render(request, "due/today.jinja", values)


@page(May.READ_TODAY)
def waiting(request: Any) -> HttpResponse:
    lines = queries.waiting(
        request.access,
        request.today,
        chosen=chosen(request.GET),
        after=request.GET.get("after", ""),
    )
    values = {"lines": lines, "may_waive": request.access.may(May.WAIVE), "together": together}
    return render(request, "due/waiting.jinja", values)


@page(May.READ_TODAY)
def waived(request: Any) -> HttpResponse:
    lines = queries.waived(request.access, request.today, after=request.GET.get("after", ""))
    may_waive = request.access.may(May.WAIVE)
    return render(request, "due/waived.jinja", {"lines": lines, "may_waive": may_waive})


@page(May.READ_TODAY)
def spreadsheet(request: Any) -> HttpResponse:
    lines = queries.everything(request.access, request.today, chosen=chosen(request.GET))
    return csv_response("what-is-due.csv", HEADER, [cells(line) for line in lines])


@page(May.WAIVE)
def waive(request: Any, reference: UUID) -> HttpResponse:
    line = queries.line(request.access, reference, request.today)
    form = WaiveForm(request.POST or None)
    if not line.may_waive:
        return refuse(request, f"{line.title} cannot be waived. It can only be done.")
    if line.waiver:
        return redirect("due:waiver", reference)
    if form.is_valid():
        actions.waive(reference, **form.cleaned_data, by=request.access, on=request.today)
        messages.success(request, f"{line.title} was waived.")
        return redirect("due:today")
    return render(request, "due/waive.jinja", {"line": line, "form": form})


@page(May.WAIVE)
def waiver(request: Any, reference: UUID) -> HttpResponse:
    line = queries.line(request.access, reference, request.today)
    if not line.waiver:
        return redirect("due:today")
    if request.method == "POST":
        actions.unwaive(reference, by=request.access, on=request.today)
        messages.success(request, f"The waiver of {line.title} was taken back.")
        return redirect("due:today")
    return render(request, "due/waiver.jinja", {"line": line})
