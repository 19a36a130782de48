"""How a placement ended: recording it, reading it, putting it right."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.contact import TakeBackForm
from homeward.placements.forms.ending import CorrectionForm, EndingForm
from homeward.placements.queries.checks import first_check_on
from homeward.placements.queries.ending import EndingPage, NoSuchPlace, ending_page, goes_to
from homeward.placements.queries.visible import commissioned
from homeward.placements.rules.saying import ending_saved
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.END_PLACEMENT, reads="placement")
def record_ending(request: Any, reference: UUID) -> HttpResponse:
    """What happened, and the last day; afterwards, how it ended. A fact is never refused."""
    placement = _placement(request, reference)
    is_asked = True if request.method == "POST" else None
    shown = ending_page(request.access, placement, is_asked=is_asked, on=request.today)
    opened = {"outcome": request.GET.get("outcome", "")}
    form = _form(EndingForm, request, placement, shown, initial=opened)
    if form.is_valid():
        refused = (actions.AlreadyEnded, actions.NotAllowed, actions.NotEnded, NoSuchPlace)
        try:
            actions.record_ending(
                placement, **_said(request, form), by=request.access, on=request.today
            )
        except refused as refusal:
            form.add_error(getattr(refusal, "field", None), str(refusal))
        else:
            return _saved(request, placement, recording.way_back(request, placement))
    return recording.show(request, "ending/record", placement, form=form, shown=shown)


@page(May.END_PLACEMENT, reads="placement")
def correct_ending(request: Any, reference: UUID) -> HttpResponse:
    """Put right how it ended. What was written before stays readable."""
    placement = commissioned(request.access, reference)
    shown = ending_page(request.access, placement, is_asked=True, on=request.today)
    form = _form(CorrectionForm, request, placement, shown, initial=_opening(shown))
    if form.is_valid():
        try:
            actions.correct_ending(
                placement,
                said=actions.EndingSaid(**_said(request, form)),
                because=form.cleaned_data["corrected_because"],
                by=request.access,
                on=request.today,
            )
        except (actions.NotEnded, actions.NotAllowed, NoSuchPlace) as refusal:
            form.add_error(getattr(refusal, "field", None), str(refusal))
        else:
            return _saved(request, placement, _address(placement))
    return recording.show(request, "ending/correct", placement, form=form, shown=shown)


@page(May.END_PLACEMENT, reads="placement")
def take_back_ending(request: Any, reference: UUID) -> HttpResponse:
    """Take back an ending that was recorded by mistake: the placement runs on."""
    placement = commissioned(request.access, reference)
    shown = ending_page(request.access, placement, is_asked=False, on=request.today)
    form = TakeBackForm(request.POST or None)
    if form.is_valid():
        try:
            actions.take_back_ending(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except (actions.NotEnded, actions.NotAllowed) as refusal:
            form.add_error(None, str(refusal))
        else:
            said = "Taken back. The placement runs on, and what is due is due again."
            return recording.leave(request, [said], recording.way_back(request, placement))
    return recording.show(request, "ending/take_back", placement, form=form, shown=shown)


def _placement(request: Any, reference: UUID) -> Any:
    """The placement: to read how it ended for everybody, to record it not for the receiving side."""
    found = queries.placement(request.access, reference)
    if request.method == "POST" or found.ended_on is None:
        return commissioned(request.access, reference)
    return found


def _form[Written: EndingForm](
    kind: type[Written], request: Any, placement: Any, shown: EndingPage, initial: Any = None
) -> Written:
    return kind(
        request.POST or None,
        child=placement.pupil.known_as,
        today=request.today,
        begins_on=shown.begins_on,
        moves_to=shown.moves_to,
        providers=shown.providers,
        initial=initial,
    )


def _said(request: Any, form: EndingForm) -> dict[str, Any]:
    typed = form.cleaned_data
    place = goes_to(
        request.access, urn=typed.get("urn") or "", provider=typed.get("provider") or ""
    )
    return form.said() | {"goes_to": place}


def _opening(shown: EndingPage) -> dict[str, Any]:
    """What stands, to be corrected."""
    ending = shown.ending
    if ending is None:
        return {}
    names = ("outcome", "ended_on", "first_day_on", "destination", "is_planned", "because")
    said = {name: getattr(ending, name) for name in (*names, "helped", "child_said")}
    said |= {name: getattr(ending, name) for name in ("what_worked", "follow_up")}
    return said | shown.named


def _saved(request: Any, placement: Any, address: str) -> HttpResponse:
    now = queries.placement(request.access, placement.reference)
    first_on = first_check_on(request.access, now, on=request.today)
    said = ending_saved(now.pupil.known_as, now.ended_on, request.today, first_on)
    return recording.leave(request, said, address)


def _address(placement: Any) -> str:
    return reverse("placements:record_ending", args=[placement.reference])
