"""What came of a request, and opening it again."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.support import actions, forms, queries
from homeward.support.views.answering import answer
from homeward.web.pages import page


@page(May.ANSWER_REQUESTS)
def outcome(request: Any, reference: UUID) -> HttpResponse:
    """Close a request with what came of it."""
    found = queries.answered_request(request.access, reference)
    form = forms.OutcomeForm(request.POST or None, today=request.today)
    return answer(
        request,
        "outcome",
        found,
        form,
        lambda: actions.close(found, **form.cleaned_data, by=request.access, on=request.today),
        "The request is closed. The school sees what came of it.",
    )


@page(May.READ_PLACEMENTS)
def reopening(request: Any, reference: UUID) -> HttpResponse:
    """Open a closed request again, by the school or by the team."""
    found = queries.request(request.access, reference)
    form = forms.ReopenForm(request.POST or None)
    return answer(
        request,
        "reopening",
        found,
        form,
        lambda: actions.reopen(found, **form.cleaned_data, by=request.access, on=request.today),
        "The request is open again.",
    )
