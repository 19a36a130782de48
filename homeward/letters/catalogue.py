"""The catalogue of letters: when each is used, who reads it, and what of the guidance it carries out.

The words themselves stand in `texts/<language>/<name>.txt`, one file each; invented values to show
them with stand in `examples.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from homeward.letters.codes import Reader
from homeward.reference.guidance import PASSAGES, UnknownPassage


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `says` finishes "Used …"; `passages` are keys of the guidance it carries out.

    `asks_answer` where the reader is asked to answer; `is_signed` where it is signed on paper.
    """

    name: str
    title: str
    reader: Reader
    says: str
    passages: tuple[str, ...]
    asks_answer: bool = False
    is_signed: bool = False


class UnknownLetter(LookupError):
    """A letter that the catalogue does not hold."""


def _by_name(letters: Iterable[Letter]) -> Mapping[str, Letter]:
    """The letters by name. Raises UnknownPassage at import, as `cites` does."""
    found: dict[str, Letter] = {}
    for each in letters:
        if unknown := set(each.passages) - set(PASSAGES):
            raise UnknownPassage(f"{each.name} names passages that do not exist: {unknown}.")
        if each.name in found:
            raise ValueError(f"Two letters are called {each.name}.")
        found[each.name] = each
    return MappingProxyType(found)


LETTERS = _by_name(
    (
        Letter(
            name="personal_link",
            title="Your page",
            reader=Reader.ADULT,
            says="to give an adult of the family a link to their own page, and nothing else",
            passages=("house/personal-links",),
        ),
        Letter(
            name="teacher_code",
            title="Your six figures",
            reader=Reader.STAFF,
            says="when a teacher opens a briefing on a new telephone or computer",
            passages=("house/personal-links",),
        ),
    )
)


def letter(name: str) -> Letter:
    """The letter of this name. Raises UnknownLetter."""
    try:
        return LETTERS[name]
    except KeyError as missing:
        raise UnknownLetter(f"No letter is called {name!r}.") from missing
