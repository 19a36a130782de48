"""Recording that people were told, and that somebody looked at how the child still belongs."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.codes import Audience
from homeward.placements.forms.telling import BelongingForm, TellingForm
from homeward.placements.queries import telling as reading
from homeward.placements.queries.return_page import return_page
from homeward.placements.views import recording
from homeward.placements.views.coming_back import back_to_return
from homeward.web.pages import page

OF_A_RETURN = {Audience.RETURN_STAFF, Audience.AUTHORITY}


@page(May.RECORD_TELLING, reads="placement")
def telling(request: Any, reference: UUID, audience: str) -> HttpResponse:
    """What to tell one audience, and that they were told."""
    if audience not in Audience.values():
        raise Http404
    placement, told = queries.commissioned(request.access, reference), Audience(audience)
    form = TellingForm(
        request.POST or None,
        audience=told,
        child=placement.pupil.known_as,
        today=request.today,
        by=request.access.person_name,
    )
    if form.is_valid():
        actions.record_telling(
            placement, audience=audience, **form.cleaned_data, by=request.access, on=request.today
        )
        is_return = told in OF_A_RETURN
        back = (back_to_return if is_return else recording.way_back)(request, placement)
        return recording.leave(request, [f"Saved. {told.label}: told."], back)
    return _to_tell(request, placement, told, form)


def _to_tell(request: Any, placement: Any, told: Audience, form: TellingForm) -> HttpResponse:
    """What to say: of the placement, or of the return to those who have a part in it."""
    values: dict[str, Any] = {"form": form, "audience": told}
    if told in OF_A_RETURN:
        shown = return_page(request.access, placement, on=request.today)
        values |= {"shown": shown, "earlier": shown.known.told(told)[::-1]}
        return recording.show(request, "telling/return", placement, **values)
    to_tell = reading.to_tell(request.access, placement, told, on=request.today)
    values |= {"to_tell": to_tell, "earlier": to_tell.earlier}
    return recording.show(request, "telling/telling", placement, **values)


@page(May.RECORD_TELLING, reads="placement")
def belonging(request: Any, reference: UUID) -> HttpResponse:
    """Six things by which the child still belongs to the home school."""
    placement = queries.commissioned(request.access, reference)
    child = placement.pupil.known_as
    form = BelongingForm(request.POST or None, child=child, today=request.today)
    if placement.home_school_id and form.is_valid():
        looked_at = form.looked_at()
        actions.record_belonging(placement, **looked_at, by=request.access, on=request.today)
        missing = sum(not is_kept for is_kept in looked_at["kept"].values())
        said = f"Saved. {missing} to put right." if missing else "Saved. All kept."
        return recording.leave(request, [said], recording.way_back(request, placement))
    looks = reading.last_looks(request.access, placement)
    return recording.show(request, "telling/belonging", placement, form=form, looks=looks)
