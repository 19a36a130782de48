"""The policy pack: read by everybody of the area, changed by the authority's administrator."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from homeward.organisations import actions, forms, queries
from homeward.organisations.codes import May
from homeward.web import panels
from homeward.web.pages import SIGNED_IN, page, render


@page(SIGNED_IN)
def policy(request: Any) -> HttpResponse:
    """Every number of the authority with its source, and what comes."""
    pack = queries.policy_pack(request.access, request.today)
    return render(request, "organisations/policy.jinja", {"pack": pack})


@page(SIGNED_IN)
def number(request: Any, key: str) -> HttpResponse:
    """One number: its history, and for those who keep it the form that changes it."""
    shown = queries.policy_number(request.access, key, request.today)
    form = forms.PolicyForm(page=shown, on=request.today)
    return render(request, "organisations/policy_number.jinja", {"page": shown, "form": form})


@page(May.KEEP_POLICY)
def preview(request: Any, key: str) -> HttpResponse:
    """What a change makes due, before it is made; the button of the page makes it."""
    shown = queries.policy_number(request.access, key, request.today)
    said = request.POST if request.method == "POST" else request.GET
    if not said:
        return redirect("organisations:policy_number", key)
    form = forms.PolicyForm(said, page=shown, on=request.today)
    if form.is_valid() and request.method == "POST":
        return _make_it_so(request, shown, form)
    if not form.is_valid():
        return _once_more(request, shown, form)
    due = panels.ask(
        "organisations.policy_change",
        request.access,
        authority=shown.authority.pk,
        change=form.change,
        on=request.today,
    )
    values = {"page": shown, "change": form.change, "said": form.cleaned_data, "panels": due}
    return render(request, "organisations/policy_preview.jinja", values)


@page(May.KEEP_POLICY)
def removal(request: Any, key: str, from_on: str) -> HttpResponse:
    """Take a value back before its day."""
    shown = queries.policy_number(request.access, key, request.today)
    value = _coming(shown, from_on)
    if request.method == "POST":
        try:
            actions.take_back_policy_value(
                shown.authority, key=key, from_on=value.from_on, by=request.access, on=request.today
            )
            messages.success(request, f"{shown.number.title} stays as it is.")
        except actions.CannotBeSet as no:
            messages.warning(request, f"{no}.")
        return redirect("organisations:policy_number", key)
    return render(request, "organisations/policy_removal.jinja", {"page": shown, "value": value})


def _make_it_so(request: Any, shown: queries.NumberPage, form: forms.PolicyForm) -> HttpResponse:
    said, key = form.cleaned_data, shown.number.key
    try:
        actions.set_policy_value(
            shown.authority, key=key, **said, by=request.access, on=request.today
        )
    except (actions.CannotBeSet, actions.PolicyChanged) as no:
        form.add_error(None, str(no))
        return _once_more(request, shown, form)
    messages.success(request, _says(shown, said["value"], said["from_on"], request.today))
    return redirect("organisations:policy_number", key)


def _once_more(request: Any, shown: queries.NumberPage, form: forms.PolicyForm) -> HttpResponse:
    """The form again, with its mistakes, as the number stands now."""
    form.look_again()
    return render(request, "organisations/policy_number.jinja", {"page": shown, "form": form})


def _says(shown: queries.NumberPage, value: int, from_on: date, on: date) -> str:
    said = f"{shown.number.title} is {shown.number.count(value)}"
    if from_on > on:
        return f"{said} from {from_on.day} {from_on:%B %Y}. What is due changes on that day."
    return f"{said} from today. What is due changes within minutes."


def _coming(shown: queries.NumberPage, from_on: str) -> Any:
    found = [one for one in shown.shown.coming if one.from_on.isoformat() == from_on]
    if not found:
        raise Http404
    return found[0]
