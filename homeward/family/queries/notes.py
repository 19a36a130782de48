"""Notes to a child and news of the class, for the child and for those who write them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.family.codes import NoteKind
from homeward.family.models import Note
from homeward.organisations.access import Access
from homeward.placements.models import Placement
from homeward.placements.queries import NotVisible


@dataclass(frozen=True, slots=True)
class Written:
    """One note, as the page of those who write them lists it."""

    reference: UUID
    is_news: bool
    text: str
    by_name: str
    written_on: date
    taken_back_on: date | None


def written(access: Access, placement: Placement) -> tuple[Written, ...]:
    """Every note to a child about a placement, the newest first: one query."""
    rows = Note.objects.filter(placement=placement).order_by("-id")
    return tuple(
        Written(
            row.reference,
            row.kind == NoteKind.NEWS,
            row.text,
            row.written_by_name,
            row.written_on,
            row.taken_back_on,
        )
        for row in rows
    )


def note(access: Access, placement: Placement, reference: UUID) -> Note:
    """One note of a placement. Raises NotVisible."""
    row = Note.objects.filter(placement=placement, reference=reference).first()
    if row is None:
        raise NotVisible
    return row
