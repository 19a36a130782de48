"""What was said and done each week, as one adult of the family may read it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from homeward.family.codes import ReplyAbout, ReplyKind
from homeward.family.models import Reply, ReplyAnswer
from homeward.family.queries.parent import kept
from homeward.family.queries.parent_page import Answer, Entry, Mine, Weeks
from homeward.family.queries.reader import Reader
from homeward.family.queries.words import Shared, shared_with_parents
from homeward.family.rules.parent import contact_said, review_said
from homeward.organisations.access import Access
from homeward.placements.codes import SpokeWith
from homeward.placements.models import Contact, Placement, Review
from homeward.pupils.rules.hidden import KeptFrom

SHOWN = 10
_WORDS = "words"


def weeks(
    access: Access, reader: Reader, placement: Placement, *, after: int = 0, on: date
) -> Weeks:
    """Ten entries, the newest first, from a number on; with this adult's own replies."""
    keeps = kept(access, reader, placement, on=on)
    entries = _entries(reader, placement, keeps)
    cut = entries[after : after + SHOWN]
    more = after + SHOWN
    return Weeks(entries=tuple(cut), older=more if len(entries) > more else 0)


def entry(
    access: Access, reader: Reader, placement: Placement, about: str, beside: UUID, *, on: date
) -> Entry:
    """One entry that this adult reads. Raises Http404 for what does not stand on their page."""
    keeps = kept(access, reader, placement, on=on)
    for one in _entries(reader, placement, keeps):
        if one.about == about and one.reference == beside:
            return one
    raise Http404


def not_right(access: Access, reader: Reader, placement: Placement, *, on: date) -> list[Mine]:
    """What this adult said is not right, the newest first, with the answers: seven queries."""
    keeps = kept(access, reader, placement, on=on)
    return _mine(reader, placement, keeps, kind=ReplyKind.NOT_RIGHT)


def _entries(reader: Reader, placement: Placement, keeps: KeptFrom) -> list[Entry]:
    mine: dict[UUID, list[Mine]] = defaultdict(list)
    for one in _mine(reader, placement, keeps, kind=ReplyKind.REPLY):
        mine[one.beside].append(one)
    child = reader.pupil.known_as
    found = [
        *(_of_contact(row, child, keeps, mine) for row in _contacts(placement)),
        *(_of_review(row, keeps, mine) for row in Review.objects.filter(placement=placement)),
        *(_of_words(row, child, keeps) for row in shared_with_parents(reader.access, placement)),
    ]
    return sorted(found, key=lambda one: (one.on, str(one.reference)), reverse=True)


def _contacts(placement: Placement) -> Iterable[Contact]:
    """The contacts that stand; what was said with one parent is not the other's to read."""
    rows = Contact.objects.filter(placement=placement, corrections__isnull=True, is_withdrawn=False)
    return rows.exclude(spoke_with=SpokeWith.PARENT)


def _of_contact(row: Contact, child: str, keeps: KeptFrom, mine: dict[UUID, list[Mine]]) -> Entry:
    who = row.made_by_name if keeps.may_read(row.made_by_name) else "The school"
    may = keeps.may_read(f"{row.news_shared}\n{row.promise}")
    return Entry(
        about=ReplyAbout.CONTACT,
        reference=row.reference,
        on=row.made_on,
        what=contact_said(who=who, spoke_with=row.spoke_with, method=row.method, child=child),
        news=row.news_shared if may else "",
        promise=row.promise if may else "",
        promise_by=row.promise_by_on if may and row.promise else None,
        words="",
        is_kept_back=not may,
        mine=tuple(mine[row.reference]),
    )


def _of_review(row: Review, keeps: KeptFrom, mine: dict[UUID, list[Mine]]) -> Entry:
    may = keeps.may_read(row.what_was_agreed)
    return Entry(
        about=ReplyAbout.REVIEW,
        reference=row.reference,
        on=row.held_on,
        what=review_said(row.decision),
        news=row.what_was_agreed if may else "",
        promise="",
        promise_by=None,
        words="",
        is_kept_back=not may,
        mine=tuple(mine[row.reference]),
    )


def _of_words(row: Shared, child: str, keeps: KeptFrom) -> Entry:
    week = f"{child} says the week was: {row.week.lower()}." if row.week else ""
    may = keeps.may_read(row.words)
    return Entry(
        about=_WORDS,
        reference=row.reference,
        on=row.said_on,
        what=week or f"{child} wrote this.",
        news="",
        promise="",
        promise_by=None,
        words=row.words if may else "",
        is_kept_back=not may,
        mine=(),
    )


def _mine(reader: Reader, placement: Placement, keeps: KeptFrom, *, kind: ReplyKind) -> list[Mine]:
    """What this adult wrote, and nobody else, the newest first: two queries."""
    rows = Reply.objects.filter(placement=placement, adult=reader.adult, kind=kind)
    answers = Prefetch("answers", ReplyAnswer.objects.order_by("id"))
    return [
        Mine(
            text=row.text,
            on=row.said_on,
            beside=row.beside,
            answers=tuple(
                Answer(one.text, one.answered_by_name, one.answered_on)
                for one in row.answers.all()
                if keeps.may_read(one.text) and keeps.may_read(one.answered_by_name)
            ),
        )
        for row in rows.prefetch_related(answers).order_by("-id")
    ]
