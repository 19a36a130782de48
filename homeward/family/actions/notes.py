"""Notes to a child from school, and news of the class."""

from datetime import date

from django.db import transaction

from homeward.family.models import Note
from homeward.history.actions import record
from homeward.organisations.access import Access
from homeward.placements.models import Placement


class AlreadyTakenBack(ValueError):
    """The note was taken back before."""


@transaction.atomic
def write_note(placement: Placement, *, kind: str, text: str, by: Access, on: date) -> Note:
    """Write a note or news of the class to a child, who reads it on their own page at once."""
    note = Note.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        kind=kind,
        text=text,
        written_on=on,
        written_by_id=by.somebody,
        written_by_name=by.person_name,
    )
    _record(note, "note-written", "Wrote to the child", by=by, on=on)
    return note


@transaction.atomic
def take_back_note(note: Note, *, by: Access, on: date) -> Note:
    """Take a note off the child's page. It stays in the record. Raises AlreadyTakenBack."""
    note = Note.objects.select_for_update(of=("self",)).select_related("placement").get(pk=note.pk)
    if note.taken_back_on is not None:
        raise AlreadyTakenBack("This note was taken back already.")
    note.taken_back_on = max(on, note.written_on)
    note.save(update_fields=["taken_back_on"])
    _record(note, "note-taken-back", "Took back a note to the child", by=by, on=on)
    return note


def _record(note: Note, kind: str, summary: str, *, by: Access, on: date) -> None:
    record(
        keeper=note.keeper_id,
        about=note.placement.reference,
        kind=f"placement.{kind}",
        summary=summary,
        by=by,
        on=on,
        after={"text": note.text, "kind": note.kind},
    )
