"""What of the guidance and of the sections answers a search."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from homeward.reference.guidance import Passage
from homeward.web.search import fold


def matching(passages: Iterable[Passage], asked: Sequence[str]) -> list[Passage]:
    """Answer the passages that hold every folded word asked for, those named by it first."""
    found = []
    for passage in passages:
        title = fold(f"{passage.number} {passage.title}")
        text = f"{title} {fold(passage.says)} {fold(passage.who)}"
        if asked and all(word in text for word in asked):
            found.append((not all(word in title for word in asked), passage))
    return [passage for _, passage in sorted(found, key=lambda pair: pair[0])]


class Named(Protocol):
    """A section of the product, as the navigation knows it."""

    @property
    def text(self) -> str: ...

    @property
    def says(self) -> str: ...

    @property
    def is_public(self) -> bool: ...


def sections_matching[Section: Named](
    sections: Iterable[Section], asked: Sequence[str]
) -> list[Section]:
    """Answer the public sections whose name or sentence holds every folded word asked for."""
    return [
        section
        for section in sections
        if section.is_public
        and all(word in fold(f"{section.text} {section.says}") for word in asked)
    ]
