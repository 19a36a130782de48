"""The reintegration plan: read, written section by section, version after version."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.codes import LineKind, route_says
from homeward.placements.forms.plan import PROGRESS, TEXT_FORMS, DoneForm, LinesForm
from homeward.placements.rules.plan import LINE_SECTIONS, SECTIONS
from homeward.placements.views import recording
from homeward.placements.views.section import REFUSALS
from homeward.web.pages import page, render


@page(May.READ_PLACEMENTS, reads="placement")
def plan(request: Any, reference: UUID) -> HttpResponse:
    """The plan as it stands, to read and to print."""
    placement = queries.placement(request.access, reference)
    version = queries.latest(request.access, placement)
    return _show(request, placement, version)


@page(May.READ_PLACEMENTS, reads="placement")
def versions(request: Any, reference: UUID) -> HttpResponse:
    """Every version of the plan, newest first."""
    placement = queries.placement(request.access, reference)
    values = {"placement": placement, "versions": queries.versions(request.access, placement)}
    return render(request, "placements/plan/versions.jinja", values)


@page(May.READ_PLACEMENTS, reads="placement")
def version(request: Any, reference: UUID, number: int) -> HttpResponse:
    """One earlier version of the plan."""
    placement = queries.placement(request.access, reference)
    return _show(request, placement, queries.version(request.access, placement, number))


@page(May.EDIT_PLAN, reads="placement")
def section(request: Any, reference: UUID, section: str) -> HttpResponse:
    """Write one section; where somebody else wrote it meanwhile, show both texts."""
    if section not in SECTIONS:
        raise Http404
    placement = queries.placement(request.access, reference)
    latest = queries.latest(request.access, placement)
    form = _form(request, section, latest)
    theirs = None
    if form.is_valid():
        try:
            _save(request, placement, section, form)
        except actions.PlanChanged as changed:
            theirs = _both_texts(form, changed.theirs)
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Saved as a new version of the plan.")
            return redirect(_back(placement), reference)
    return _section_page(request, placement, section, form=form, theirs=theirs)


@page(May.EDIT_PLAN, reads="placement")
def milestone(request: Any, reference: UUID, thread: UUID) -> HttpResponse:
    """Record that a dated step of the plan was done."""
    placement = queries.placement(request.access, reference)
    step = queries.step(request.access, placement, thread)
    form = DoneForm(request.POST or None, today=request.today, initial={"done_on": request.today})
    if form.is_valid():
        try:
            actions.mark_milestone_done(
                placement, thread=thread, **form.cleaned_data, by=request.access, on=request.today
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Recorded: the step is done.")
            return redirect(recording.way_back(request, placement))
    values = {"placement": placement, "step": step, "form": form}
    return render(request, "placements/plan/step.jinja", values)


def _show(request: Any, placement: Any, version: Any) -> HttpResponse:
    done = queries.milestones(request.access, {placement.pk: version})[placement.pk]
    values = {
        "placement": placement,
        "version": version,
        "done": {step.thread: step.done_on for step in done},
        "kinds": LineKind,
        "route_says": route_says,
        "progress_says": lambda progress: dict(PROGRESS)[str(progress)],
        "may_write": request.access.may(May.EDIT_PLAN),
    }
    return render(request, "placements/plan/plan.jinja", values)


def _section_page(request: Any, placement: Any, section: str, **values: Any) -> HttpResponse:
    shown = queries.section(request.access, placement, section, on=request.today)
    kind = "lines" if section in LINE_SECTIONS else "texts"
    values |= {"placement": placement, "section": shown}
    return render(request, f"placements/plan/{kind}.jinja", values)


def _form(request: Any, section: str, latest: Any) -> Any:
    opened = {"based_on": str(latest.number)}
    if section in LINE_SECTIONS:
        kind = LineKind(SECTIONS[section][0])
        lines = latest.text.of(kind)
        return LinesForm(
            request.POST or None, kind=kind, lines=lines, initial=opened, today=request.today
        )
    texts = {name: getattr(latest.text, name) for name in SECTIONS[section]}
    return TEXT_FORMS[section](request.POST or None, initial=texts | opened, today=request.today)


def _save(request: Any, placement: Any, section: str, form: Any) -> None:
    is_lines = section in LINE_SECTIONS
    actions.write_plan(
        placement,
        section=section,
        based_on=form.opened_at(),
        texts=None if is_lines else form.texts(),
        lines=form.lines() if is_lines else None,
        by=request.access,
        on=request.today,
    )


def _both_texts(form: Any, theirs: Any) -> Any:
    """Let the form be sent again, over the version that somebody else wrote meanwhile."""
    form.data = {**form.data.dict(), "based_on": str(theirs.number)}
    form.add_error(None, "Somebody else changed this section while you were writing")
    return theirs


def _back(placement: Any) -> str:
    return "placements:plan" if placement.agreed_on else "placements:placement"
