"""The return ladder: written version by version, what happened on it, and the parent's answer."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.codes import LadderMoveKind
from homeward.placements.forms.ladder import LadderForm, LadderMoveForm, PartTimeForm
from homeward.placements.queries.return_page import return_page
from homeward.placements.rules.saying import near_day
from homeward.placements.views import recording
from homeward.placements.views.coming_back import back_to_return
from homeward.placements.views.section import REFUSALS
from homeward.web.pages import page


@page(May.EDIT_PLAN, reads="placement")
def write_ladder(request: Any, reference: UUID) -> HttpResponse:
    """Write the steps; where somebody else wrote them meanwhile, show both texts."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    form, theirs = _ladder_form(request, placement, shown), None
    if form.is_valid():
        try:
            ladder = _write(request, placement, form)
        except actions.LadderChanged:
            theirs = shown = return_page(request.access, placement, on=request.today)
            form = _over_theirs(form, shown.known.ladder_number)
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            said = _written(request, placement, ladder)
            return recording.leave(request, said, back_to_return(request, placement))
    return recording.show(
        request, "return/ladder", placement, form=form, shown=shown, theirs=theirs
    )


@page(May.EDIT_PLAN, reads="placement")
def ladder_move(request: Any, reference: UUID) -> HttpResponse:
    """Record what happened on the ladder, or a look at how it goes."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    form = _move_form(request, placement, shown)
    if form.is_valid():
        try:
            move = actions.record_ladder_move(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            said = f"Saved. {LadderMoveKind(move.kind).label}."
            return recording.leave(request, [said], back_to_return(request, placement))
    return recording.show(request, "return/move", placement, form=form, shown=shown)


@page(May.RECORD_TELLING, reads="placement")
def part_time(request: Any, reference: UUID) -> HttpResponse:
    """Record a parent's yes or no to part-time. After a no full time is offered."""
    placement = queries.commissioned(request.access, reference)
    shown = return_page(request.access, placement, on=request.today)
    form = PartTimeForm(request.POST or None, today=request.today)
    if form.is_valid():
        try:
            answer = actions.record_part_time_answer(
                placement, **form.cleaned_data, by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            said = "Saved. " + (
                "They agree." if answer.is_agreed else "Full time is offered: write the day."
            )
            return recording.leave(request, [said], back_to_return(request, placement))
    return recording.show(request, "return/part_time", placement, form=form, shown=shown)


def _ladder_form(request: Any, placement: Any, shown: Any) -> LadderForm:
    return LadderForm(
        request.POST or None,
        child=placement.pupil.known_as,
        today=request.today,
        text=shown.known.text,
        number=shown.known.ladder_number,
        provider_minutes=queries.usual_minutes(request.access, placement) if request.POST else 0,
        is_reason_asked=request.access.may(May.APPROVE_RETURN),
        most_weeks=shown.known.policy.part_time_weeks,
    )


def _move_form(request: Any, placement: Any, shown: Any) -> LadderMoveForm:
    return LadderMoveForm(
        request.POST or None,
        child=placement.pupil.known_as,
        today=request.today,
        began_on=placement.return_began_on,
        kinds=shown.moves,
        says=shown.moves_said,
        kind=request.GET.get("kind", ""),
    )


def _write(request: Any, placement: Any, form: LadderForm) -> Any:
    return actions.write_ladder(
        placement,
        wanted=form.text(),
        based_on=form.opened_at(),
        by=request.access,
        on=request.today,
    )


def _over_theirs(form: Any, number: int) -> Any:
    """Let the form be sent again, over the version that somebody else wrote meanwhile."""
    data = form.data.copy()
    data["based_on"] = str(number)
    form.data = data
    form.add_error(None, "Somebody else changed the steps while you were writing")
    return form


def _written(request: Any, placement: Any, ladder: Any) -> list[str]:
    """That the ladder was saved, and what is to know: days in a holiday, and a longer ladder."""
    shown = return_page(request.access, placement, on=request.today)
    said = [f"Saved as version {ladder.number} of the return."]
    for step in shown.steps:
        if step.begins_on != step.from_on:
            closed, opens = (near_day(day, request.today) for day in (step.from_on, step.begins_on))
            said.append(f"The school is closed on {closed}: step {step.number} begins on {opens}.")
    if shown.is_longer:
        most = shown.known.policy.part_time_weeks
        said.append(
            f"It lasts {shown.weeks} school weeks. For more than {most} the headteacher’s reason, "
            "the parent’s agreement and a word to the authority are due."
        )
    return said
