"""Another intended last day, with its reason and who agreed; and how the day moved before."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.end_date import EndDateForm
from homeward.placements.queries import reviews as reading
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.EDIT_PLAN, reads="placement")
def end_date(request: Any, reference: UUID) -> HttpResponse:
    """Change the intended last day. The page says how long the chain is, and would be."""
    placement = queries.commissioned(request.access, reference)
    shown = reading.end_date_page(request.access, placement, on=request.today)
    form = EndDateForm(
        request.POST or None,
        ends_on=placement.ends_on,
        today=request.today,
        reviews=shown.choices,
    )
    if form.is_to_be_saved and _save(request, placement, form):
        said = reading.end_saved_said(
            request.access, placement, form.cleaned_data["new_end_on"], on=request.today
        )
        return recording.leave(request, [said], recording.way_back(request, placement))
    makes = reading.would_make(
        request.access, placement, shown.total, form.typed_end_on, on=request.today
    )
    return recording.show(
        request, "review/end_date", placement, form=form, shown=shown, makes=makes
    )


def _save(request: Any, placement: Any, form: EndDateForm) -> bool:
    typed = form.cleaned_data
    try:
        actions.change_end_date(
            placement,
            new_on=typed["new_end_on"],
            because=typed["because"],
            who_agreed=typed["who_agreed"],
            review=reading.review(request.access, placement, typed["review"]),
            opened_on=form.opened_at(),
            by=request.access,
            on=request.today,
        )
    except actions.Changed as changed:
        form.open_again(changed.theirs["new_on"])
    except actions.NotAllowed as refused:
        form.add_error(None, str(refused))
    return form.is_valid()
