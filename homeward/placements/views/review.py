"""Reviews: the list, one in full, recording one, and its actions."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.codes import Decision
from homeward.placements.forms.actions import ActionDoneForm
from homeward.placements.forms.review import ReviewForm
from homeward.placements.queries import reviewing
from homeward.placements.queries import reviews as reading
from homeward.placements.queries.move import is_commissioning
from homeward.placements.queries.visible import is_more_than_receiving
from homeward.placements.rules.saying import next_review_said
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.READ_PLACEMENTS, reads="placement")
def reviews(request: Any, reference: UUID) -> HttpResponse:
    """Every review with its decision, the actions that are open, and how the last day moved."""
    placement = queries.placement(request.access, reference)
    shown = reading.reviews_page(request.access, placement, on=request.today)
    writes = is_commissioning(request.access, placement)
    return recording.show(request, "review/reviews", placement, shown=shown, may=May, writes=writes)


@page(May.READ_PLACEMENTS, reads="placement")
def review(request: Any, reference: UUID, review: UUID) -> HttpResponse:
    """One review in full, to read and to print, and what follows from it."""
    placement = queries.placement(request.access, reference)
    shown = reading.review_page(request.access, placement, review)
    writes = is_commissioning(request.access, placement)
    return recording.show(request, "review/review", placement, shown=shown, may=May, writes=writes)


@page(May.EDIT_PLAN, reads="placement")
def record_review(request: Any, reference: UUID) -> HttpResponse:
    """Who was there, the targets, what was said and decided, who does what, and the next date."""
    placement = queries.commissioned(request.access, reference)
    opening = reviewing.opening(request.access, placement, on=request.today)
    form = ReviewForm(
        request.POST or None,
        opening=opening,
        today=request.today,
        next_due_said=next_review_said(opening.next_due_on, request.today),
    )
    if form.is_to_be_saved and (written := _save(request, placement, form)):
        said = reading.saved(request.access, placement, written, on=request.today)
        return recording.leave(request, said, _after(request, placement, written))
    makes = reading.would_make(
        request.access, placement, opening.total, form.typed_end_on, on=request.today
    )
    return recording.show(
        request, "review/record", placement, form=form, shown=opening, makes=makes
    )


@page(May.READ_PLACEMENTS, reads="placement")
def action(request: Any, reference: UUID, action: UUID) -> HttpResponse:
    """What a review decided should be done: record that it was, or take that back."""
    placement = queries.placement(request.access, reference)
    shown = reading.action(request.access, placement, action)
    may_mark = _may_mark(request.access, shown) and is_more_than_receiving(
        request.access, placement
    )
    form = ActionDoneForm(
        request.POST or None, today=request.today, initial={"done_on": request.today}
    )
    if request.method == "POST" and may_mark:
        said = _mark(request, shown, form)
        if said:
            return recording.leave(request, [said], _back(request, placement))
    values = {"shown": shown, "form": form, "may_mark": may_mark}
    return recording.show(request, "review/action", placement, **values)


def _save(request: Any, placement: Any, form: ReviewForm) -> Any:
    """Write the review; or say on the form why it cannot be written as it is, and answer None."""
    try:
        return actions.record_review(
            placement,
            **form.said(),
            progress=[actions.ProgressSaid(*one) for one in form.progress()],
            wanted=[actions.ActionWanted(**one) for one in form.wanted()],
            extension=_extension(form),
            by=request.access,
            on=request.today,
        )
    except actions.Changed as changed:
        form.open_again(changed.theirs["new_on"])
    except actions.NotAllowed as refused:
        form.add_error(None, str(refused))
    return None


def _extension(form: ReviewForm) -> actions.Extension | None:
    typed = form.cleaned_data
    if typed["decision"] != Decision.EXTEND:
        return None
    return actions.Extension(typed["new_end_on"], typed["who_agreed"], form.opened_at())


def _after(request: Any, placement: Any, written: Any) -> str:
    if recording.is_from_today(request):
        return recording.way_back(request, placement)
    return reverse("placements:review", args=[placement.reference, written.reference])


def _may_mark(access: Any, action: Any) -> bool:
    """Whoever owns it, and whoever works with the child."""
    is_mine = action.person_id is not None and action.person_id == access.person
    return bool(is_mine or access.may(May.RECORD_CONTACT))


def _mark(request: Any, action: Any, form: ActionDoneForm) -> str:
    if "reopen" in request.POST:
        actions.reopen_action(action, by=request.access, on=request.today)
        return "Taken back: the action is due again."
    if not form.is_valid():
        return ""
    actions.mark_action_done(action, **form.cleaned_data, by=request.access, on=request.today)
    return f"Recorded as done: {action.what}"


def _back(request: Any, placement: Any) -> str:
    if recording.is_from_today(request):
        return recording.way_back(request, placement)
    return reverse("placements:reviews", args=[placement.reference])
