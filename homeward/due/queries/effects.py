"""What a change would make due, in words: by kind, by whom, and the first few by name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from homeward.due import kinds as registry
from homeward.due.models import Expectation
from homeward.due.rules import Effect, Tally, Turn
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation

OWNERS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row of counts: how many would be newly due, due on another day, and no longer due."""

    says: str
    new: int
    moved: int
    gone: int


@dataclass(frozen=True, slots=True)
class Named:
    """One line by the name of its record, for those who may see that."""

    asks: str
    place: str
    url: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Effects:
    """The panel that shows a tally. `looked_at` of `in_all` records (`noun`) were worked out."""

    noun: str
    by_kind: tuple[Row, ...]
    by_owner: tuple[Row, ...]
    more_owners: int
    named: tuple[Named, ...]
    new: int
    moved: int
    gone: int
    late_at_once: int
    looked_at: int
    in_all: int
    order: str
    template: str = "due/_effects.jinja"


def waived_lines(access: Access, abouts: Collection[UUID]) -> set[tuple[UUID, str, str]]:
    """Which lines about these records somebody waived: record, kind and period."""
    rows = Expectation.objects.filter(about__in=abouts, waived_on__isnull=False)
    return set(rows.values_list("about", "kind", "period"))


def effects_shown(
    access: Access,
    tally: Tally,
    *,
    noun: str,
    looked_at: int,
    in_all: int,
    names: bool,
    order: str = "",
) -> Effects:
    """Put a tally into words. Single records are named with `names`, and only to who sees them.

    `order` says which records were looked at where they were not all.
    """
    owners = Organisation.objects.in_bulk(list(tally.by_owner))
    by_owner = sorted(
        (_row(owners[key].name, counts) for key, counts in tally.by_owner.items()),
        key=lambda row: (-(row.new + row.moved + row.gone), row.says),
    )
    by_kind = [
        _row(registry.kind(name).title, counts) for name, counts in sorted(tally.by_kind.items())
    ]
    return Effects(
        noun=noun,
        by_kind=tuple(by_kind),
        by_owner=tuple(by_owner[:OWNERS_SHOWN]),
        more_owners=max(0, len(by_owner) - OWNERS_SHOWN),
        named=_named(access, tally.first) if names else (),
        new=tally.count(Turn.NEW),
        moved=tally.count(Turn.MOVED),
        gone=tally.count(Turn.GONE),
        late_at_once=tally.late_at_once,
        looked_at=looked_at,
        in_all=in_all,
        order=order,
    )


def _row(says: str, counts: Mapping[Turn, int]) -> Row:
    return Row(says, counts.get(Turn.NEW, 0), counts.get(Turn.MOVED, 0), counts.get(Turn.GONE, 0))


def _named(access: Access, first: list[Effect]) -> tuple[Named, ...]:
    by_describer: dict[str, set[UUID]] = {}
    for effect in first:
        name = registry.kind(effect.kind).describer
        by_describer.setdefault(name, set()).add(effect.about)
    described = registry.described(access, by_describer)
    named = [(effect, registry.kind(effect.kind)) for effect in first]
    return tuple(
        Named(asks=kind.title, place=one.child, url=one.url, effect=effect)
        for effect, kind in named
        if (one := described.get((kind.describer, effect.about)))
    )
