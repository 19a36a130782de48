"""Which schools were asked for a fresh start, and what they answered."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.support import actions, forms, queries
from homeward.support.views.answering import answer as given
from homeward.web.pages import page


@page(May.ANSWER_REQUESTS)
def ask(request: Any, reference: UUID) -> HttpResponse:
    """Find a school by part of its name, and record that it was asked."""
    found = queries.answered_request(request.access, reference)
    typed = request.GET.get("q", "")[:80]
    schools = queries.schools_to_ask(request.access, found, typed)
    form = forms.SchoolForm(request.POST or None, schools=schools, today=request.today)
    return given(
        request,
        "ask_school",
        found,
        form,
        lambda: actions.ask_school(found, **form.said(), by=request.access, on=request.today),
        "It stands in the record that the school was asked.",
        typed=typed,
        schools=schools,
    )


@page(May.ANSWER_REQUESTS)
def answer(request: Any, reference: UUID) -> HttpResponse:
    """Record what a school answered."""
    asked = queries.school_asked(request.access, reference)
    said = {"answer": asked.answer, "because": asked.because}
    form = forms.AnswerForm(request.POST or None, today=request.today, said=said)
    return given(
        request,
        "school_answer",
        asked.request,
        form,
        lambda: actions.record_school_answer(
            asked, **form.cleaned_data, by=request.access, on=request.today
        ),
        "The answer stands in the record.",
        asked=asked,
    )
