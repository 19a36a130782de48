"""Everything about which something is due, declared by the rooms that know how it is worked out.

`check_expectations` asks each source for all it expects, and compares it with what is stored.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.due.rules import Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One kind of record: the kinds of what is due about it, and how all of it is worked out anew.

    `settlements` answers, for a day, batches of a few hundred, those that expect nothing too; `known`
    says which of some records are there. Neither writes anything.
    """

    name: str
    kinds: frozenset[str]
    settlements: Callable[[date], Iterable[Sequence[Settlement]]]
    known: Callable[[Collection[UUID]], Collection[UUID]]


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Declare a source, from `ready()` of the room that has it; the same name replaces the first."""
    _sources[source.name] = source


def all_sources() -> list[Source]:
    """Every source, by name."""
    return sorted(_sources.values(), key=lambda source: source.name)
