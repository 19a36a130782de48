"""The move to a new school or long-term placement, from the question to the first day there."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May, OrganisationKind
from homeward.placements import actions, queries
from homeward.placements.actions import move as moves
from homeward.placements.codes import Audience, StaffPart
from homeward.placements.forms import move as forms
from homeward.placements.forms.telling import TellingForm
from homeward.placements.queries import move as reading
from homeward.placements.queries.visible import commissioned
from homeward.placements.views import recording
from homeward.web.pages import page


@page(May.READ_PLACEMENTS, reads="placement")
def move(request: Any, reference: UUID) -> HttpResponse:
    """Who is asked, what they said, who is ready, and what comes next."""
    placement = queries.placement(request.access, reference)
    shown = reading.move_page(request.access, placement, on=request.today)
    return recording.show(request, "move/move", placement, shown=shown, may=May)


@page(May.START_PLACEMENT, reads="placement")
def propose_move(request: Any, reference: UUID) -> HttpResponse:
    """Choose a school or provider, then ask it."""
    placement = commissioned(request.access, reference)
    place = reading.place_to_move(request.access, request.GET.get("to", ""))
    if place is None:
        return _choose(request, placement)
    is_provider = place.kind == OrganisationKind.PROVIDER
    form = forms.ProposeForm(request.POST or None, is_provider=is_provider, today=request.today)
    return _recorded(
        request,
        placement,
        form,
        partial(moves.propose_move, receiving=place),
        template="propose",
        said=f"Saved. {place.name} is asked.",
        place=place,
        to_know=reading.to_know(request.access, placement),
    )


@page(May.START_PLACEMENT, reads="placement")
def record_consent(request: Any, reference: UUID) -> HttpResponse:
    """A parent consents to the move."""
    placement = commissioned(request.access, reference)
    _, asked = reading.moving(request.access, reference)
    form = forms.ConsentForm(
        request.POST or None, today=request.today, consented_by=asked.consented_by
    )
    return _recorded(
        request,
        placement,
        form,
        moves.record_consent,
        template="consent",
        said="Saved. The consent is recorded.",
        move=asked,
    )


@page(May.READ_PLACEMENTS, reads="placement")
def answer_move(request: Any, reference: UUID) -> HttpResponse:
    """Yes, yes with changes to the plan, or no: for the receiving side, or written down for it."""
    placement, asked = reading.answering(request.access, reference)
    form = forms.AnswerForm(request.POST or None, today=request.today, starts_on=asked.starts_on)
    return _recorded(
        request,
        placement,
        form,
        moves.answer_move,
        template="answer",
        said="Saved. The answer is recorded.",
        move=asked,
        stands=reading.standing_answer(request.access, asked),
    )


@page(May.READ_PLACEMENTS, reads="placement")
def move_adult(request: Any, reference: UUID) -> HttpResponse:
    """Name the adult at the new place; whoever had the part hands it over."""
    placement, asked = reading.answering(request.access, reference)
    people = reading.people_there(request.access, asked, on=request.today)
    form = forms.ReceivingAdultForm(
        request.POST or None, people=people, initial={"from_on": request.today}
    )
    return _recorded(
        request,
        placement,
        form,
        partial(actions.name_adult, part=StaffPart.RECEIVING_ADULT),
        template="adult",
        said="Saved. The adult is named.",
        move=asked,
    )


@page(May.READ_PLACEMENTS, reads="placement")
def move_briefing(request: Any, reference: UUID) -> HttpResponse:
    """What to tell the staff of the new place, from the plan; and that they were told."""
    placement, asked = reading.answering(request.access, reference)
    told = Audience.RECEIVING_STAFF
    child, by = placement.pupil.known_as, request.access.person_name
    form = TellingForm(request.POST or None, audience=told, child=child, today=request.today, by=by)
    return _recorded(
        request,
        placement,
        form,
        partial(actions.record_telling, audience=told),
        template="briefing",
        said="Saved. The staff are briefed.",
        move=asked,
        plan=reading.plan_to_brief(request.access, placement).text,
        briefings=reading.briefings(request.access, placement),
    )


@page(May.ANSWER_CHECKS, reads="placement")
def move_first_day(request: Any, reference: UUID) -> HttpResponse:
    """Record the first day there, as it was: never refused for what is missing."""
    placement, asked = reading.moving(request.access, reference)
    child = placement.pupil.known_as
    form = forms.MoveFirstDayForm(
        request.POST or None, child=child, today=request.today, was=asked.first_day_on
    )
    return _recorded(
        request,
        placement,
        form,
        moves.record_first_day,
        template="first_day",
        said="Saved. What the new place still misses is due now.",
        move=asked,
    )


@page(May.START_PLACEMENT, reads="placement")
def withdraw_move(request: Any, reference: UUID) -> HttpResponse:
    """Take the move back, with the reason."""
    placement = commissioned(request.access, reference)
    _, asked = reading.moving(request.access, reference)
    form = forms.WithdrawForm(request.POST or None)
    return _recorded(
        request,
        placement,
        form,
        moves.withdraw_move,
        template="withdraw",
        said="Saved. The move is taken back.",
        move=asked,
    )


def _choose(request: Any, placement: Any) -> HttpResponse:
    """Schools and providers by part of a name."""
    typed = request.GET.get("q", "")
    found = reading.places_called(request.access, placement, typed)
    return recording.show(request, "move/choose", placement, typed=typed, found=found)


def _recorded(
    request: Any,
    placement: Any,
    form: Any,
    act: Callable[..., object],
    *,
    template: str,
    said: str,
    **values: Any,
) -> HttpResponse:
    """Do it and go back to the move, or to Today; or show the form again with what to do."""
    if form.is_valid():
        try:
            act(placement, **form.cleaned_data, by=request.access, on=request.today)
        except actions.NotAllowed as refused:
            form.add_error(None, str(refused))
        else:
            return recording.leave(request, [said], _back(request, placement))
    values |= {"form": form, "way_back": _back(request, placement)}
    return recording.show(request, f"move/{template}", placement, **values)


def _back(request: Any, placement: Any) -> str:
    """Today where the form was opened there, else the page of the move."""
    if recording.is_from_today(request):
        return recording.way_back(request, placement)
    return reverse("placements:move", args=[placement.reference])
