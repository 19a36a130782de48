"""Weekly contact: how the weeks went, writing one down, putting it right, and whom to ring with a worry."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from homeward.organisations.codes import May
from homeward.placements import actions, queries
from homeward.placements.forms.contact import ContactForm, CorrectionForm, TakeBackForm
from homeward.placements.queries import contacts as reading
from homeward.placements.queries.safeguarding import whom_to_ring
from homeward.placements.views import recording
from homeward.web import panels
from homeward.web.pages import page


@page(May.RECORD_CONTACT, reads="placement")
def contacts(request: Any, reference: UUID) -> HttpResponse:
    """Every contact and attempt, and the streak."""
    placement = queries.commissioned(request.access, reference)
    shown = reading.contacts_page(request.access, placement, on=request.today)
    return recording.show(request, "contact/contacts", placement, shown=shown)


@page(May.RECORD_CONTACT, reads="placement")
def record_contact(request: Any, reference: UUID) -> HttpResponse:
    """Write down a contact or an attempt. With a worry it is saved first, then the DSL is named."""
    placement = queries.commissioned(request.access, reference)
    opening = reading.opening(request.access, placement, on=request.today)
    form = ContactForm(request.POST or None, opening=opening, today=request.today)
    if form.is_valid():
        contact = actions.record_contact(
            placement, said=form.said(), by=request.access, on=request.today
        )
        return _written(request, placement, contact, "Saved.", _after(request, placement, contact))
    heard = panels.ask("placements.contact", request.access, placement=placement, on=request.today)
    return recording.show(
        request, "contact/record", placement, form=form, opening=opening, panels=heard
    )


@page(May.RECORD_CONTACT, reads="placement")
def contact(request: Any, reference: UUID, contact: UUID) -> HttpResponse:
    """One contact as it stands, with what it said before."""
    placement = queries.commissioned(request.access, reference)
    thread, _ = reading.thread(request.access, placement, contact)
    return recording.show(request, "contact/contact", placement, thread=thread)


@page(May.RECORD_CONTACT, reads="placement")
def correct(request: Any, reference: UUID, contact: UUID) -> HttpResponse:
    """Write a contact down anew. Where somebody was first, both texts are shown."""
    placement = queries.commissioned(request.access, reference)
    thread, opened = reading.thread(request.access, placement, contact)
    opening = reading.opening_again(request.access, placement, opened, on=request.today)
    form = CorrectionForm(
        request.POST or None, contact=opened, opening=opening, today=request.today
    )
    if form.is_valid():
        try:
            later = actions.correct_contact(
                opened, **form.correction(), by=request.access, on=request.today
            )
        except actions.AlreadyCorrected as refused:
            form.add_error(None, str(refused))
        else:
            return _written(request, placement, later, "Corrected.", _contacts(placement))
    values = {"form": form, "opening": opening, "thread": thread, "opened": opened}
    return recording.show(request, "contact/correct", placement, **values)


@page(May.RECORD_CONTACT, reads="placement")
def take_back(request: Any, reference: UUID, contact: UUID) -> HttpResponse:
    """Take back a contact that was recorded by mistake. It stays readable and counts no more."""
    placement = queries.commissioned(request.access, reference)
    thread, opened = reading.thread(request.access, placement, contact)
    form = TakeBackForm(request.POST or None)
    if form.is_valid():
        try:
            later = actions.take_back_contact(
                opened, **form.cleaned_data, by=request.access, on=request.today
            )
        except actions.AlreadyCorrected as refused:
            form.add_error(None, str(refused))
        else:
            return _written(request, placement, later, "Taken back.", _contacts(placement))
    values = {"form": form, "thread": thread, "opened": opened}
    return recording.show(request, "contact/take_back", placement, **values)


@page(May.RECORD_CONTACT, reads="placement")
def safeguarding(request: Any, reference: UUID) -> HttpResponse:
    """Whom to ring with a worry, by name and phone. Nothing is typed here."""
    placement = queries.placement(request.access, reference)
    whom = whom_to_ring(request.access, placement, on=request.today)
    return recording.show(request, "contact/safeguarding", placement, whom=whom)


def _after(request: Any, placement: Any, contact: Any) -> str:
    if not contact.has_worry:
        return recording.way_back(request, placement)
    address = reverse("placements:safeguarding", args=[placement.reference])
    return address + (recording.FROM_TODAY if recording.is_from_today(request) else "")


def _contacts(placement: Any) -> str:
    return reverse("placements:contacts", args=[placement.reference])


def _written(request: Any, placement: Any, contact: Any, word: str, address: str) -> HttpResponse:
    saved = reading.saved(request.access, placement, contact, on=request.today)
    return recording.leave(request, saved.says(word, request.today), address)
