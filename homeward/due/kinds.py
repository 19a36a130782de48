"""The kinds of things that are due, declared by the rooms above in their own `due.py`."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homeward.reference.guidance import Passage, passage

if TYPE_CHECKING:
    from homeward.organisations.access import Access


@dataclass(frozen=True, slots=True)
class Described:
    """How a record is named on a line: the child, the place, a detail, and its page."""

    child: str
    place: str = ""
    detail: str = ""
    url: str = ""


NOT_DESCRIBED = Described(child="A record you cannot open")

type Describer = Callable[["Access", Collection[UUID]], Mapping[UUID, Described]]
"""Describes many records at once, in one query. A record left out is one the person may not see."""

type Seen = Callable[["Access", date], Any]
"""The references of records that somebody sees and that may have a line which stands first: a query."""

type Address = Callable[[UUID, str], str]
"""The address of the right form, from the record's reference and the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of thing that is due.

    `name` is stored and never changes. `passage` is the key of the guidance it carries out. `title` is
    what the thing is called ("Weekly contact"); `sentence` what is asked, in which `{child}`, `{place}`,
    `{detail}` and `{subject}` may stand. `button` are the words of the one button and `address` where it leads.
    `describer` names the function that describes the records. `finished` is said when none of this kind
    is left to do this week ("Every child has been seen this week"). `may_waive` is False for what law
    or safety asks. Where `is_one_at_a_time`, only the oldest open line of a record is shown: doing it
    settles the others. Where `is_first`, open lines stand above everything else, for everybody who may
    see the record; among those, where `is_safety`, above all others.
    """

    name: str
    passage: str
    title: str
    sentence: str
    button: str
    address: Address
    describer: str
    finished: str = ""
    may_waive: bool = True
    is_one_at_a_time: bool = False
    is_first: bool = False
    is_safety: bool = False

    def asks(self, described: Described, subject: str = "") -> str:
        """The sentence on the line of one record."""
        return self.sentence.format(
            child=described.child,
            place=described.place,
            detail=described.detail,
            subject=subject,
        )

    @property
    def guidance(self) -> Passage:
        return passage(self.passage)


class NotRegistered(LookupError):
    """A kind or a describer is used that no room declared."""


_kinds: dict[str, Kind] = {}
_describers: dict[str, Describer] = {}
_firsts: list[Seen] = []
_guidance_pages: list[Callable[[Passage], str]] = []


def register(kind: Kind) -> None:
    """Declare a kind, from `ready()` of the room that has it. Raises UnknownPassage at start-up."""
    passage(kind.passage)
    _kinds[kind.name] = kind


def describer(name: str, function: Describer) -> None:
    """Declare how the records behind some kinds are described."""
    _describers[name] = function


def kind(name: str) -> Kind:
    """The kind of this name. Raises NotRegistered."""
    try:
        return _kinds[name]
    except KeyError as missing:
        raise NotRegistered(f"No room declares the kind {name!r}.") from missing


def all_kinds() -> list[Kind]:
    """Every kind, by title."""
    return sorted(_kinds.values(), key=lambda kind: kind.title)


def one_at_a_time() -> list[str]:
    """The names of the kinds of which a record shows only its oldest open line."""
    return [kind.name for kind in _kinds.values() if kind.is_one_at_a_time]


def first_kinds() -> list[str]:
    """The names of the kinds whose lines stand above everything else."""
    return [kind.name for kind in _kinds.values() if kind.is_first]


def safety_kinds() -> list[str]:
    """The names of the kinds that come before all others that stand first."""
    return [kind.name for kind in _kinds.values() if kind.is_safety]


def stands_first(function: Seen) -> None:
    """Declare which records may have a line that stands first, among those that somebody sees."""
    if function not in _firsts:
        _firsts.append(function)


def seen_first(access: "Access", on: date) -> list[Any]:
    """The records of every room that may have a line which stands first, as queries."""
    return [function(access, on) for function in _firsts]


def described(
    access: "Access", abouts_by_describer: Mapping[str, Collection[UUID]]
) -> dict[tuple[str, UUID], Described]:
    """Describe many records, with one call for each describer. Raises NotRegistered.

    By describer and record: two of them may say different things of one record.
    """
    found: dict[tuple[str, UUID], Described] = {}
    for name, abouts in abouts_by_describer.items():
        if name not in _describers:
            raise NotRegistered(f"No room describes {name!r}.")
        said = _describers[name](access, abouts)
        found |= {(name, about): one for about, one in said.items()}
    return found


def guidance_is_shown_at(function: Callable[[Passage], str]) -> None:
    """Lent by the room that shows the guidance: the address of a passage's own place on its page."""
    _guidance_pages[:] = [function]


def guidance_address(shown: Passage) -> str:
    """Where a passage can be read in full; empty where no page shows it."""
    return _guidance_pages[0](shown) if _guidance_pages else ""
