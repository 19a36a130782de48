"""What of the guidance answers a search."""

from collections.abc import Iterable, Sequence

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
