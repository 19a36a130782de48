"""The register of providers. No child's data stands on these pages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.providers import actions, forms, queries
from homeward.reference.codes import labels
from homeward.web import panels
from homeward.web.lists import csv_response
from homeward.web.pages import page, render

SPREADSHEET = ("Provider", "Registration", "Identifier", "Sites", "Safeguarding", "Stands until")


@page(May.READ_PROVIDERS)
def providers(request: Any) -> HttpResponse:
    """Every provider by name, with registration, sites and safeguarding confirmation."""
    form = forms.ListForm(request.GET)
    found = queries.providers(request.access, request.today, form.chosen())
    shown = queries.slice_of(found, after=request.GET.get("after", ""))
    return render(
        request,
        "providers/providers.jinja",
        {
            "form": form,
            "shown": shown,
            "number": len(found),
            "is_narrowed": any(request.GET.values()),
            "may_add": request.access.may(May.ADD_PROVIDERS),
        },
    )


@page(May.READ_PROVIDERS)
def spreadsheet(request: Any) -> HttpResponse:
    """The list as it is narrowed, as a spreadsheet."""
    found = queries.providers(request.access, request.today, forms.ListForm(request.GET).chosen())
    rows = (
        (
            one.name,
            one.standing.says,
            one.standing.identifier,
            "; ".join(one.sites),
            one.confirmation.says,
            one.confirmation.expires_on,
        )
        for one in found
    )
    return csv_response("providers.csv", SPREADSHEET, rows)


@page(May.READ_PROVIDERS)
def provider(request: Any, reference: UUID) -> HttpResponse:
    """One provider: registration through time, sites, each safeguarding confirmation."""
    record = queries.record(request.access, reference, on=request.today)
    told = panels.ask(
        "providers.provider", request.access, provider=record.provider, on=request.today
    )
    may = {
        "add": request.access.may(May.ADD_PROVIDERS),
        "keep": queries.keeps(request.access, record.provider),
    }
    return render(
        request,
        "providers/provider.jinja",
        {
            "record": record,
            "panels": told,
            "may": may,
            "settings": labels("ap_settings"),
            "today": request.today,
        },
    )


@page(May.ADD_PROVIDERS)
def add(request: Any) -> HttpResponse:
    """Add a provider. Its registration is asked on the next page."""
    form = forms.ProviderForm(request.POST or None)
    area = queries.area(request.access)
    if form.is_valid():
        try:
            made = actions.add_provider(
                **form.cleaned_data, authority=area, by=request.access, on=request.today
            )
            return redirect("providers:registration", made.reference)
        except actions.NotPossible as refused:
            form.add_error("name", str(refused))
    return render(request, "providers/add.jinja", {"form": form, "area": area})


@page(May.KEEP_PROVIDERS)
def amend(request: Any, reference: UUID) -> HttpResponse:
    """Name, what it offers, telephone, email."""
    found = queries.kept_provider(request.access, reference)
    form = forms.ProviderForm(request.POST or None, initial=queries.details(request.access, found))
    return _answer(
        request,
        found,
        form,
        lambda: actions.amend_provider(
            found, **form.cleaned_data, by=request.access, on=request.today
        ),
        "amend",
    )


@page(May.ADD_PROVIDERS)
def registration(request: Any, reference: UUID) -> HttpResponse:
    """Write whether the provider is registered, from a day on."""
    found = queries.provider(request.access, reference)
    form = forms.RegistrationForm(request.POST or None, today=request.today)
    return _answer(
        request,
        found,
        form,
        lambda: actions.set_registration(found, **form.said(), by=request.access, on=request.today),
        "registration",
        standing=queries.registration(request.access, found.pk, request.today),
    )


@page(May.ADD_PROVIDERS)
def add_site(request: Any, reference: UUID) -> HttpResponse:
    """Add a place where the provider works."""
    found = queries.provider(request.access, reference)
    form = forms.SiteForm(request.POST or None, today=request.today)
    return _answer(
        request,
        found,
        form,
        lambda: actions.add_site(found, **form.cleaned_data, by=request.access, on=request.today),
        "add_site",
    )


@page(May.KEEP_PROVIDERS)
def close_site(request: Any, reference: UUID) -> HttpResponse:
    """Write the last day of a site."""
    site = queries.kept_site(request.access, reference)
    form = forms.CloseSiteForm(request.POST or None, today=request.today)
    return _answer(
        request,
        site.provider,
        form,
        lambda: actions.close_site(site, **form.cleaned_data, by=request.access, on=request.today),
        "close_site",
        site=site,
    )


@page(May.ADD_PROVIDERS)
def confirm(request: Any, reference: UUID) -> HttpResponse:
    """Write down that the provider confirmed its safeguarding checks, in writing or spoken."""
    found = queries.provider(request.access, reference)
    form = forms.ConfirmationForm(request.POST or None, today=request.today)
    return _answer(
        request,
        found,
        form,
        lambda: _confirm(request, found, form),
        "confirm",
        stands=queries.confirmation(request.access, found.pk, request.today),
    )


@page(May.KEEP_PROVIDERS)
def take_back(request: Any, reference: UUID) -> HttpResponse:
    """Say that a confirmation was written down by mistake."""
    given = queries.kept_confirmation(request.access, reference)
    form = forms.TakeBackForm(request.POST or None)
    return _answer(
        request,
        given.provider,
        form,
        lambda: actions.take_back_confirmation(
            given, **form.cleaned_data, by=request.access, on=request.today
        ),
        "take_back",
        given=given,
    )


def _confirm(request: Any, found: Any, form: forms.ConfirmationForm) -> None:
    said = form.cleaned_data
    spoken = {"confirmed_on": said["confirmed_on"], "given_by": said["given_by"]}
    if form.is_written:
        actions.confirm_in_writing(
            found,
            **spoken,
            expires_on=said["expires_on"],
            kept_where=said["kept_where"],
            by=request.access,
            on=request.today,
        )
    else:
        actions.note_spoken_confirmation(found, **spoken, by=request.access, on=request.today)


def _answer(
    request: Any,
    found: Any,
    form: Any,
    save: Callable[[], object],
    template: str,
    **values: Any,
) -> HttpResponse:
    """Save and lead back to the provider; or show the page again with what to do."""
    if form.is_valid():
        try:
            save()
            return redirect("providers:provider", found.reference)
        except actions.NotPossible as refused:
            form.add_error(None, str(refused))
    return render(
        request, f"providers/{template}.jinja", {"provider": found, "form": form, **values}
    )
