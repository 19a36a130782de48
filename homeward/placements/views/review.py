"""Recording a review that was held."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.review import ReviewForm
from homeward.placements.queries.reviews import review_page
from homeward.placements.rules.saying import next_review_said, review_saved
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.EDIT_PLAN, reads="placement")
def record_review(request: Any, reference: UUID) -> HttpResponse:
    """Who was there, what was said and agreed, and the next date."""
    placement = queries.placement(request.access, reference)
    shown = review_page(request.access, placement, on=request.today)
    form = ReviewForm(
        request.POST or None,
        child=placement.pupil.known_as,
        today=request.today,
        next_due_said=next_review_said(shown.next_due_on, request.today),
    )
    if form.is_valid():
        review = actions.record_review(
            placement, **form.cleaned_data, by=request.access, on=request.today
        )
        said = review_saved(review.next_on, request.today)
        return recording.leave(request, [said], recording.way_back(request, placement))
    return recording.show(request, "review/record", placement, form=form, shown=shown)
