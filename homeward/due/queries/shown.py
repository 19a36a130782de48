"""From rows to the lines people read: one query for the rows, one for each way of describing records."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from homeward.due import kinds
from homeward.due.models import Expectation
from homeward.due.rules import Line, Waiver, Why, part
from homeward.organisations.access import Access
from homeward.organisations.roles import ROLES
from homeward.web import days
from homeward.web.pages import may_follow

DATES_NEEDED = "needs term dates first"


class Row(NamedTuple):
    """What is read of a row to show it."""

    id: int
    reference: UUID
    about: UUID
    kind: str
    period: str
    opens_on: date
    due_on: date | None
    subject: str
    arithmetic: str
    role: str
    person_name: str | None
    team_name: str | None
    owner_id: int
    owner_name: str
    waived_on: date | None
    waived_because: str
    waived_by_name: str


def rows(found: "QuerySet[Expectation]") -> "QuerySet[Expectation, tuple[Any, ...]]":
    """The columns of `Row`, with the names of whom each is due from."""
    return found.values_list(
        "id",
        "reference",
        "about",
        "kind",
        "period",
        "opens_on",
        "due_on",
        "subject",
        "arithmetic",
        "role",
        "person__name",
        "team__name",
        "owner_id",
        "owner__name",
        "waived_on",
        "waived_because",
        "waived_by_name",
    )


def shown(
    access: Access,
    found: Sequence[Row],
    on: date,
    *,
    known: Mapping[UUID, kinds.Described] | None = None,
) -> list[Line]:
    """The lines of some rows, in their order. Records that are `known` are not described again."""
    known, by_describer = known or {}, defaultdict[str, set[UUID]](set)
    for row in found:
        if row.about not in known:
            by_describer[kinds.kind(row.kind).describer].add(row.about)
    described = kinds.described(access, by_describer)
    buttons = _buttons(access, found)

    def named(row: Row) -> kinds.Described:
        key = (kinds.kind(row.kind).describer, row.about)
        return known.get(row.about) or described.get(key, kinds.NOT_DESCRIBED)

    return [_line(access, row, named(row), buttons, on) for row in found]


def _buttons(access: Access, found: Sequence[Row]) -> set[str]:
    """The kinds of which the person may press the button: all of a kind lead to one page."""
    one_of_each = {row.kind: kinds.kind(row.kind).address(row.about, row.period) for row in found}
    return {name for name, address in one_of_each.items() if may_follow(access, address)}


def _line(
    access: Access, row: Row, described: kinds.Described, buttons: Collection[str], on: date
) -> Line:
    kind = kinds.kind(row.kind)
    is_ours = row.owner_id == access.organisation
    return Line(
        reference=row.reference,
        about=row.about,
        kind=row.kind,
        period=row.period,
        title=kind.title,
        child=described.child,
        place=described.place,
        record_address=described.url,
        asks=kind.asks(described, row.subject),
        part=part(opens_on=row.opens_on, due_on=row.due_on, on=on),
        due_on=row.due_on,
        by_when=days.due(row.due_on, on) if row.due_on else DATES_NEEDED,
        whom=_whom(row, is_ours=is_ours),
        why=_why(kind, row.arithmetic),
        button=kind.button,
        address=kind.address(row.about, row.period) if is_ours and row.kind in buttons else "",
        may_waive=is_ours and kind.may_waive,
        waiver=_waiver(row),
    )


def _why(kind: kinds.Kind, arithmetic: str) -> Why:
    passage = kind.guidance
    return Why(
        number=passage.number,
        title=passage.title,
        says=passage.says,
        force=passage.shown_force.label,
        source=passage.link,
        address=kinds.guidance_address(passage),
        arithmetic=arithmetic,
    )


def _whom(row: Row, *, is_ours: bool) -> str:
    role = ROLES.get(row.role)
    whom = row.person_name or row.team_name or (role.says if role else "")
    if is_ours and whom:
        return whom
    return f"{whom}, {row.owner_name}" if whom else row.owner_name


def _waiver(row: Row) -> Waiver | None:
    if row.waived_on is None:
        return None
    return Waiver(on=row.waived_on, because=row.waived_because, by=row.waived_by_name)
