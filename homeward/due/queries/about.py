"""What is due about a record, single lines, waivers, and whether the table says what the rules say."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Q
from django.http import Http404

from homeward.due.kinds import Described, one_at_a_time
from homeward.due.models import OPEN, Expectation, stored_rows
from homeward.due.queries.mine import is_mine, of_organisation
from homeward.due.queries.shown import Row, rows, shown
from homeward.due.rules import (
    AboutLines,
    Difference,
    Line,
    Lines,
    Part,
    Settlement,
    differences,
    part,
    wanted,
)
from homeward.organisations.access import Access
from homeward.web.lists import cut, marked

COMING = 12
WAIVED_SIZE = 50


def lines_about(
    access: Access, about: UUID, on: date, *, described: Described | None = None
) -> AboutLines:
    """What is due about a record that the caller was given, from whomever: now, coming, waived.

    Of what comes, the next twelve. Lines due from another organisation carry no button. Whoever has
    the record `described` already saves the query that would name it.
    """
    unmet = Expectation.objects.filter(
        Q(lapsed_on__isnull=True) | Q(waived_on__isnull=False),
        about=about,
        met_on__isnull=True,
        is_set_aside=False,
    )
    ordered = unmet.order_by(F("due_on").asc(nulls_last=True), "id")
    known = {about: described} if described else None
    lines = shown(access, [Row(*row) for row in rows(ordered)], on, known=known)
    still = [line for line in lines if line.waiver is None]
    return AboutLines(
        now=_next_of_each([line for line in still if line.part is not Part.LATER]),
        coming=tuple(line for line in still if line.part is Part.LATER)[:COMING],
        waived=tuple(line for line in lines if line.waiver is not None),
    )


class OpenDay(NamedTuple):
    """By when an open line is due, and where it stands on a day. No day where it waits for dates."""

    part: Part
    due_on: date | None


def open_days(access: Access, about: UUID, *, kind: str, on: date) -> list[OpenDay]:
    """The open lines of one kind about a record that the caller was given, undescribed: one query."""
    found = Expectation.objects.filter(OPEN, about=about, kind=kind, is_set_aside=False)
    return [
        OpenDay(part(opens_on=opens_on, due_on=due_on, on=on), due_on)
        for opens_on, due_on in found.values_list("opens_on", "due_on")
    ]


def _next_of_each(lines: list[Line]) -> tuple[Line, ...]:
    """The lines in their order; of kinds that go one at a time only the first."""
    shown_once: set[str] = set()
    kept = []
    for one in lines:
        if one.kind in shown_once:
            continue
        if one.kind in one_at_a_time():
            shown_once.add(one.kind)
        kept.append(one)
    return tuple(kept)


def line(access: Access, reference: UUID, on: date) -> Line:
    """One line that is the person's own, or of the organisation whose every placement they see.

    Raises Http404 for every other, whether it exists or not.
    """
    found = of_organisation(access).filter(reference=reference)
    if not access.sees_all:
        found = found.filter(is_mine(access))
    row = rows(found).first()
    if row is None:
        raise Http404
    return shown(access, [Row(*row)], on)[0]


def waived(access: Access, on: date, *, after: str = "") -> Lines:
    """What was waived in the organisation, the latest first, with who and why."""
    found = of_organisation(access).filter(waived_on__isnull=False, met_on__isnull=True)
    if not access.sees_all:
        found = found.filter(is_mine(access))
    last = marked(after, 1)
    if last and isinstance(last[0], int):
        found = found.filter(id__lt=last[0])
    fetched = [Row(*row) for row in rows(found.order_by("-id"))[: WAIVED_SIZE + 1]]
    shown_now = cut(fetched, WAIVED_SIZE, lambda row: (row.id,))
    return Lines(tuple(shown(access, shown_now.items, on)), shown_now.next_after)


def compare(
    access: Access, settlements: Iterable[Settlement], *, kinds: Collection[str]
) -> list[tuple[UUID, Difference]]:
    """Where the table does not say what the rules say, record by record; empty when all is well.

    Reads one query for all the settlements given: hand over a few hundred at a time.
    """
    asked = list(settlements)
    stored = stored_rows([one.about for one in asked], kinds=kinds)
    found = [
        (one.about, difference)
        for one in asked
        for difference in differences(
            stored.pop((one.keeper, one.about), ()), wanted(one.filled(), kinds=kinds)
        ).in_words()
    ]
    kept_elsewhere = [
        (about, Difference(row.says.kind, row.says.period, "stored under another authority"))
        for (_, about), rows_of_another in stored.items()
        for row in rows_of_another
    ]
    return found + kept_elsewhere


def abouts(access: Access, *, kinds: Collection[str]) -> Iterator[UUID]:
    """The records that have a row of these kinds, to find rows whose record expects nothing."""
    return (
        Expectation.objects.filter(kind__in=kinds, is_set_aside=False)
        .order_by("about")
        .values_list("about", flat=True)
        .distinct()
        .iterator(chunk_size=5000)
    )
