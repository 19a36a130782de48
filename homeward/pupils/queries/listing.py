"""Children as lists show them: small rows, one query a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.organisations.access import Access
from homeward.pupils.models import Pupil
from homeward.pupils.queries.visible import visible
from homeward.pupils.queries.words import matching
from homeward.pupils.rules.year_groups import year_says
from homeward.web.lists import Slice, cut, marked

PAGE_SIZE = 50
FOUND_AT_MOST = 50
SHOWN = (
    "id",
    "reference",
    "first_name",
    "last_name",
    "preferred_first_name",
    "preferred_last_name",
    "year_group",
    "sen_provision",
    "has_ehc_plan",
    "home_school__name",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; empty leaves everything."""

    text: str = ""
    year_group: int | None = None
    sen: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A child on a list. `also` is the legal name where the child goes by another."""

    reference: UUID
    name: str
    also: str
    year: str
    sen_provision: str
    has_ehc_plan: bool
    school: str


def search(access: Access, typed: str) -> list[Pupil]:
    """Children by what was typed, at most fifty, with their schools."""
    found = matching(visible(access), typed)
    return list(found.select_related("home_school").order_by("last_name", "id")[:FOUND_AT_MOST])


def listed(access: Access, chosen: Chosen, *, after: str = "") -> Slice[Listed]:
    """A page of the children somebody may read, by last name: one query, one more after the first.

    The mark of a page is a reference, so that no name stands in an address.
    """
    found = _narrowed(access, chosen)
    last = _last(access, after)
    if last:
        found = found.filter(Q(last_name__gt=last[0]) | Q(last_name=last[0], id__gt=last[1]))
    rows = found.order_by("last_name", "id").values(*SHOWN)[: PAGE_SIZE + 1]
    return cut([_shown(row) for row in rows], PAGE_SIZE, lambda row: (row.reference,))


def everyone(access: Access, chosen: Chosen) -> Iterator[Listed]:
    """All of the list, for a spreadsheet."""
    rows = _narrowed(access, chosen).order_by("last_name", "id").values(*SHOWN)
    return (_shown(row) for row in rows.iterator(chunk_size=2000))


def namesakes(access: Access, *, first_name: str, last_name: str, born_on: date) -> list[Listed]:
    """Children the person may read, of the same last and first names and the same birthday."""
    same = matching(visible(access), f"{first_name} {last_name}").filter(born_on=born_on)
    return [_shown(row) for row in same.order_by("id").values(*SHOWN)[:5]]


def numbered(access: Access, upn: str) -> list[Listed]:
    """The child the person may read who has this UPN in their authority, if there is one."""
    found = visible(access).filter(keeper_id=access.authority, upn=upn)
    return [_shown(row) for row in found.values(*SHOWN)]


def _narrowed(access: Access, chosen: Chosen) -> "QuerySet[Pupil]":
    found = matching(visible(access), chosen.text)
    if chosen.year_group is not None:
        found = found.filter(year_group=chosen.year_group)
    if chosen.sen:
        found = found.filter(sen_provision=chosen.sen)
    return found


def _last(access: Access, after: str) -> tuple[str, int] | None:
    mark = marked(after, 1)
    try:
        reference = UUID(str(mark[0])) if mark else None
    except ValueError:
        return None
    if reference is None:
        return None
    rows = visible(access).filter(reference=reference)
    return rows.values_list("last_name", "id").first()


def _shown(row: dict[str, Any]) -> Listed:
    legal = f"{row['first_name']} {row['last_name']}"
    first = row["preferred_first_name"] or row["first_name"]
    last = row["preferred_last_name"] or row["last_name"]
    name = f"{first} {last}"
    return Listed(
        reference=row["reference"],
        name=name,
        also=legal if legal != name else "",
        year=year_says(row["year_group"]),
        sen_provision=row["sen_provision"],
        has_ehc_plan=row["has_ehc_plan"],
        school=row["home_school__name"] or "",
    )
