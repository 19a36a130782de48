"""The family of a child: adults, households, and what is kept from whom."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from homeward.organisations.codes import May
from homeward.pupils import actions, forms, queries
from homeward.pupils.codes import ADULT, HOUSEHOLD
from homeward.pupils.forms.opened import begins_with
from homeward.pupils.views.answering import answer
from homeward.web.pages import page


@page(May.EDIT_PUPILS, reads="pupil")
def add_adult(request: Any, reference: UUID) -> HttpResponse:
    """Add one adult of the family."""
    child = queries.own_pupil(request.access, reference)
    form = _adult_form(request, child)
    return answer(
        request,
        child,
        form,
        lambda: actions.add_adult(child, **form.cleaned_data, by=request.access, on=request.today),
        "add_adult",
    )


@page(May.EDIT_PUPILS, reads="pupil")
def amend_adult(request: Any, reference: UUID, adult: UUID) -> HttpResponse:
    """Write something new about one adult."""
    one = queries.adult(request.access, reference, adult)
    form = _adult_form(request, one.pupil, adult=one)
    return answer(
        request,
        one.pupil,
        form,
        lambda: actions.amend_adult(
            one, **form.changes(), opened=form.mark(), by=request.access, on=request.today
        ),
        "amend_adult",
        adult=one,
    )


@page(May.EDIT_PUPILS, reads="pupil")
def add_household(request: Any, reference: UUID) -> HttpResponse:
    """Add an address where people of the family live."""
    child = queries.own_pupil(request.access, reference)
    form = forms.HouseholdForm(request.POST or None, is_new=True)
    return answer(
        request,
        child,
        form,
        lambda: actions.add_household(
            child, **form.cleaned_data, by=request.access, on=request.today
        ),
        "add_household",
    )


@page(May.EDIT_PUPILS, reads="pupil")
def amend_household(request: Any, reference: UUID, household: UUID) -> HttpResponse:
    """Write a new address or telephone of a household."""
    home = queries.household(request.access, reference, household)
    form = forms.HouseholdForm(
        request.POST or None, is_new=False, initial=begins_with(home, HOUSEHOLD)
    )
    return answer(
        request,
        home.pupil,
        form,
        lambda: actions.amend_household(
            home, **form.changes(), opened=form.mark(), by=request.access, on=request.today
        ),
        "amend_household",
    )


@page(May.EDIT_PUPILS, reads="pupil")
def raise_shield(request: Any, reference: UUID) -> HttpResponse:
    """Keep something from one adult of the family."""
    child = queries.own_pupil(request.access, reference)
    adults = {str(one.reference): one for one in queries.adults(request.access, child)}
    form = forms.ShieldForm(request.POST or None, today=request.today, adults=adults)
    return answer(
        request,
        child,
        form,
        lambda: actions.raise_shield(
            child, **form.cleaned_data, by=request.access, on=request.today
        ),
        "raise_shield",
        adults=adults,
    )


@page(May.EDIT_PUPILS, reads="pupil")
def lower_shield(request: Any, reference: UUID, shield: UUID) -> HttpResponse:
    """End a shield: from today what it hid may be told."""
    kept = queries.shield(request.access, reference, shield)
    form = forms.EndShieldForm(request.POST or None)
    return answer(
        request,
        kept.pupil,
        form,
        lambda: actions.lower_shield(
            kept, **form.cleaned_data, by=request.access, on=request.today
        ),
        "lower_shield",
        adult=kept.from_adult,
    )


def _adult_form(request: Any, child: Any, *, adult: Any = None) -> forms.AdultForm:
    homes = {str(one.reference): one for one in queries.households(request.access, child)}
    initial = {} if adult is None else begins_with(adult, ADULT)
    if adult is not None:
        initial["household"] = str(adult.household.reference) if adult.household else ""
    return forms.AdultForm(
        request.POST or None,
        today=request.today,
        households=homes,
        is_new=adult is None,
        initial=initial,
    )
