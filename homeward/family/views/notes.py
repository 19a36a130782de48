"""Notes to a child and news of the class: written, and taken back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.family.actions import notes as actions
from homeward.family.forms.notes import NoteForm
from homeward.family.queries import notes as queries
from homeward.family.queries.child_kept import kept_from_all
from homeward.organisations.codes import May
from homeward.placements import queries as placements
from homeward.web.pages import page, render


@page(May.RECORD_CONTACT, reads="placement")
def notes(request: Any, reference: UUID) -> HttpResponse:
    """Write to the child, and see what was written."""
    placement = placements.commissioned(request.access, reference)
    child = placement.pupil.known_as
    kept = kept_from_all(request.access, placement.pupil, on=request.today)
    form = NoteForm(request.POST or None, child=child, kept=kept)
    if form.is_valid():
        actions.write_note(placement, **form.cleaned_data, by=request.access, on=request.today)
        messages.success(request, f"Saved. It stands on {child}’s page now.")
        return redirect("family:notes", placement.reference)
    shown = queries.written(request.access, placement)
    return render(
        request, "family/notes/notes.jinja", {"placement": placement, "form": form, "notes": shown}
    )


@page(May.RECORD_CONTACT)
def take_back_note(request: Any, reference: UUID, note: UUID) -> HttpResponse:
    """Take a note off the child's page, once asked whether."""
    placement = placements.commissioned(request.access, reference)
    found = queries.note(request.access, placement, note)
    if request.method == "POST":
        try:
            actions.take_back_note(found, by=request.access, on=request.today)
            messages.success(request, "Taken back. It stands in the record and not on the page.")
        except actions.AlreadyTakenBack as refused:
            messages.warning(request, str(refused))
        return redirect("family:notes", placement.reference)
    values = {"placement": placement, "note": found}
    return render(request, "family/notes/take_back.jinja", values)
