"""What the team does about a request."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.support import actions, forms, queries
from homeward.support.views.answering import answer
from homeward.web.pages import page


@page(May.ANSWER_REQUESTS)
def plan(request: Any, reference: UUID) -> HttpResponse:
    """Plan a visit, a meeting, a call or something else, by a day and by somebody."""
    found = queries.answered_request(request.access, reference)
    officers = queries.officers(request.access, found, request.today)
    form = forms.StepForm(request.POST or None, officers=officers, today=request.today)
    return answer(
        request,
        "plan_step",
        found,
        form,
        lambda: actions.plan_step(found, **form.said(), by=request.access, on=request.today),
        "The step is planned, and stands on Today of whoever does it.",
    )


@page(May.ANSWER_REQUESTS)
def step(request: Any, reference: UUID) -> HttpResponse:
    """Record that a step was done, and what came of it."""
    planned = queries.step(request.access, reference)
    form = forms.DoneForm(request.POST or None, today=request.today)
    return answer(
        request,
        "step",
        planned.request,
        form,
        lambda: actions.finish_step(
            planned, **form.cleaned_data, by=request.access, on=request.today
        ),
        "The step is done.",
        step=planned,
    )
