"""The page of one request, and who of the team has it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.support import actions, forms, queries
from homeward.support.views.answering import REFUSED, answer
from homeward.web.pages import page, render


@page(May.READ_PLACEMENTS, reads="request")
def request(request: Any, reference: UUID) -> HttpResponse:
    """Everything about one request; what is written goes into the record."""
    found = queries.request(request.access, reference)
    is_team = queries.is_of_team(request.access)
    other = found.asked_from.name if is_team else f"the {found.team.name}"
    form = forms.ReplyForm(request.POST or None, is_team=is_team, other=other)
    if form.is_valid():
        try:
            actions.reply(found, **form.cleaned_data, by=request.access, on=request.today)
        except REFUSED as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Saved. Word goes to {other} that something waits.")
            return redirect("support:request", found.reference)
    shown = queries.record(request.access, found, on=request.today)
    values = {"found": found, "shown": shown, "form": form, "today": request.today}
    return render(request, "support/request.jinja", values)


@page(May.ANSWER_REQUESTS)
def owner(request: Any, reference: UUID) -> HttpResponse:
    """Take a request, by the button of its page; or give it to a colleague."""
    found = queries.answered_request(request.access, reference)
    if request.method == "POST" and "take" in request.POST:
        return _take(request, found)
    officers = queries.officers(request.access, found, request.today)
    form = forms.OwnerForm(request.POST or None, officers=officers)
    return answer(
        request,
        "owner",
        found,
        form,
        lambda: actions.hand_over(found, to=form.chosen(), by=request.access, on=request.today),
        "Saved.",
    )


def _take(request: Any, found: Any) -> HttpResponse:
    try:
        actions.take(found, by=request.access, on=request.today)
        messages.success(request, "You have this request now.")
    except REFUSED as refused:
        messages.warning(request, str(refused))
    return redirect("support:request", found.reference)
