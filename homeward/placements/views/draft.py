"""Beginning a placement, and the short pages that fill it in."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms import draft as forms
from homeward.placements.views.section import answer
from homeward.web import looking
from homeward.web.pages import page, render


@page(May.START_PLACEMENT)
def choose_pupil(request: Any) -> HttpResponse:
    """Find the child for whom a placement begins. What is typed stands in no address."""
    if request.method == "POST":
        return looking.sent(request, reverse("placements:choose_pupil"))
    typed = looking.kept(request)
    found = queries.pupils_to_place(request.access, typed)
    return render(request, "placements/draft/choose_pupil.jinja", {"typed": typed, "found": found})


@page(May.START_PLACEMENT)
def begin(request: Any, reference: UUID) -> HttpResponse:
    """Begin a draft for a child; for one who has been away before, as the next leg or anew."""
    pupil = queries.draft_pupil(request.access, reference)
    earlier = queries.placements_of_pupil(request.access, pupil)
    if request.method == "POST":
        follows = next(
            (one for one in earlier if str(one.reference) == request.POST.get("follows")), None
        )
        draft = actions.begin(pupil, follows=follows, by=request.access, on=request.today)
        return redirect("placements:placement", draft.reference)
    return render(request, "placements/draft/begin.jinja", {"pupil": pupil, "earlier": earlier})


@page(May.START_PLACEMENT, reads="placement")
def why(request: Any, reference: UUID) -> HttpResponse:
    """Reason, basis, immediate need, objective."""
    return _amend(request, reference, forms.WhyForm, "why", actions.WHY)


@page(May.START_PLACEMENT, reads="placement")
def dates(request: Any, reference: UUID) -> HttpResponse:
    """Kind, first day, intended last day, and why until then."""
    return _amend(request, reference, forms.DatesForm, "dates", actions.DATES, today=request.today)


@page(May.START_PLACEMENT, reads="placement")
def arrangements(request: Any, reference: UUID) -> HttpResponse:
    """Attendance reporting, transport, meals, medication, behaviour, cost."""
    return _amend(request, reference, forms.ArrangementsForm, "arrangements", actions.ARRANGEMENTS)


@page(May.START_PLACEMENT, reads="placement")
def provider(request: Any, reference: UUID) -> HttpResponse:
    """Which provider, with its registration and safeguarding confirmation beside it."""
    placement = queries.commissioned(request.access, reference)
    form = _provider_form(request, placement)
    return answer(
        request,
        placement,
        form,
        section="provider",
        save=lambda: actions.choose_provider(
            placement,
            provider=queries.provider(request.access, form.cleaned_data["provider"]),
            by=request.access,
            on=request.today,
        ),
        template="placements/draft/provider.jinja",
        standing=queries.provider_standing(request.access, placement, on=request.today),
    )


def _provider_form(request: Any, placement: Any) -> forms.ProviderForm:
    choices = queries.providers_to_choose(request.access, on=request.today)
    return forms.ProviderForm(
        request.POST or None,
        providers=[(str(one.reference), one.label) for one in choices],
        initial={"provider": str(placement.provider.reference) if placement.provider else ""},
    )


def _amend(
    request: Any,
    reference: UUID,
    form_class: type[forms.Section],
    section: str,
    names: tuple[str, ...],
    **options: object,
) -> HttpResponse:
    placement = queries.commissioned(request.access, reference)
    opened = {name: getattr(placement, name) for name in names} | {"edited": placement.edited}
    form = form_class(request.POST or None, initial=opened, **options)
    return answer(
        request,
        placement,
        form,
        section=section,
        save=lambda: actions.amend(
            placement,
            changes=form.changes(),
            edited=form.opened_at(),
            by=request.access,
            on=request.today,
        ),
    )
