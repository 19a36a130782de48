"""Which children somebody may read, and finding one of them."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from homeward.organisations.access import Access
from homeward.pupils.models import Pupil, PupilName
from homeward.pupils.visibility import opened_to
from homeward.reference.identifiers import tidy_identifier
from homeward.web.lists import Slice, cut, marked
from homeward.web.search import words

PAGE_SIZE = 50
FOUND_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; empty leaves everything."""

    text: str = ""
    year_group: int | None = None
    sen: str = ""


def visible(access: Access) -> "QuerySet[Pupil]":
    """Children of the person's school, of their authority, or opened to them by a placement.

    Somebody who sees only what names them gets only the last.
    """
    if access.organisation is None:
        return Pupil.objects.none()
    own = Q(pk__in=())
    if access.sees_all:
        own = (
            Q(keeper_id=access.organisation)
            if access.is_authority
            else Q(home_school_id=access.organisation)
        )
    return Pupil.objects.filter(own | opened_to(access))


def pupil(access: Access, reference: UUID) -> Pupil:
    """One child. Raises Http404 where there is none, or none for this person."""
    found = (
        visible(access).filter(reference=reference).select_related("home_school", "keeper").first()
    )
    if found is None:
        raise Http404
    return found


def search(access: Access, typed: str) -> list[Pupil]:
    """Children whose names hold words that begin with each word typed, or who have the UPN typed."""
    found = matching(visible(access), access, typed)
    return list(found.select_related("home_school").order_by("last_name", "id")[:FOUND_AT_MOST])


def listed(access: Access, chosen: Chosen, *, after: str = "") -> "Slice[Pupil]":
    """A page of the children somebody may read, by last name: one query."""
    found = matching(visible(access), access, chosen.text).select_related("home_school")
    if chosen.year_group is not None:
        found = found.filter(year_group=chosen.year_group)
    if chosen.sen:
        found = found.filter(sen_provision=chosen.sen)
    last = marked(after, 2)
    if last:
        found = found.filter(Q(last_name__gt=last[0]) | Q(last_name=last[0], id__gt=last[1]))
    rows = list(found.order_by("last_name", "id")[: PAGE_SIZE + 1])
    return cut(rows, PAGE_SIZE, lambda row: (row.last_name, row.pk))


def matching(found: "QuerySet[Pupil]", access: Access, typed: str) -> "QuerySet[Pupil]":
    """Narrow to children by what was typed; nothing typed narrows nothing."""
    if not typed.strip():
        return found
    upn = tidy_identifier(typed)
    by_name = Q()
    for word in words(typed):
        begins = PupilName.objects.filter(begins_with(word), pupil=OuterRef("pk"))
        by_name &= Q(Exists(begins))
    return found.filter(Q(upn=upn) | by_name if by_name else Q(upn=upn))


def begins_with(word: str) -> Q:
    """A condition that the index on words answers, on each engine in its own way."""
    if connection.vendor == "postgresql":
        return Q(word__startswith=word)
    return Q(word__gte=word, word__lt=word + "\U0010ffff")
