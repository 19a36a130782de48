"""The card of a team: kept by those who answer there."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.organisations import actions as organisations
from homeward.organisations import queries as organisation_queries
from homeward.organisations.codes import May
from homeward.support import forms
from homeward.web.pages import page, render


@page(May.ANSWER_REQUESTS)
def team(request: Any, reference: UUID) -> HttpResponse:
    """Change how a team is reached, or say that it was checked and holds."""
    found = organisation_queries.team(request.access, reference)
    form = forms.TeamForm(request.POST or None, initial=forms.card_of(found))
    if form.is_valid():
        said = form.said(request.today) | {"name": found.name}
        organisations.edit_team(found, **said, by=request.access, on=request.today)
        messages.success(request, "Saved. The card says so wherever it is shown.")
        return redirect("support:requests")
    return render(request, "support/team.jinja", {"team": found, "form": form})
