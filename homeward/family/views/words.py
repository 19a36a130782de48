"""What a child said, for the adults of the school who read it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.family.actions import words as actions
from homeward.family.forms.words import HeardForm
from homeward.family.queries import words as queries
from homeward.organisations.codes import May
from homeward.placements import queries as placements
from homeward.web.pages import page, render


@page(May.ANSWER_FAMILY, reads="placement")
def words(request: Any, reference: UUID) -> HttpResponse:
    """Everything the child said, who has read it, and what happened then."""
    placement = placements.commissioned(request.access, reference)
    values = {
        "placement": placement,
        "said": queries.said(request.access, placement),
        "may_write": request.access.may(May.RECORD_CONTACT),
    }
    return render(request, "family/words/words.jinja", values)


@page(May.ANSWER_FAMILY, reads="placement")
def read_words(request: Any, reference: UUID, words: UUID) -> HttpResponse:
    """One thing the child said, to read and to say so. Of a worry others learn who has it."""
    placement = placements.commissioned(request.access, reference)
    row, said = queries.one(request.access, placement, words)
    child = placement.pupil.known_as
    way_back = _way_back(request, placement.reference)
    form = HeardForm(request.POST or None, child=child, is_worry=said.is_worry)
    if not said.is_kept and form.is_valid():
        actions.hear(row, **form.cleaned_data, by=request.access, on=request.today)
        messages.success(request, f"Saved. {child} sees that you have read it.")
        return redirect(way_back)
    values = {"placement": placement, "one": said, "form": form, "way_back": way_back}
    return render(request, "family/words/read.jinja", values)


def _way_back(request: Any, reference: UUID) -> str:
    """The page whose button or link led here: Today, the contact being recorded, or all that was said."""
    came_from = request.GET.get("from")
    if came_from == "today":
        return reverse("due:today")
    name = "placements:record_contact" if came_from == "contact" else "family:words"
    return reverse(name, args=[reference])
