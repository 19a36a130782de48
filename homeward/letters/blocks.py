"""How the plain words of a letter are laid out: headings, paragraphs, lists, a link, places to sign."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from homeward.letters.texts import LINK

_UNDERLINE = re.compile(r"-{3,}")
_TO_SIGN = re.compile(r"_{5,}")


class BlockKind(StrEnum):
    """What a part of a letter is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    LINK = "link"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a letter; a list has a line for each of its points."""

    kind: BlockKind
    lines: tuple[str, ...]


def blocks(body: str) -> list[Block]:
    """The parts of a letter's body, in order. Nothing of it is ever left out."""
    lines = [*body.splitlines(), ""]
    found: list[tuple[BlockKind | None, list[str]]] = []
    for line, following in pairwise(lines):
        kind, words = _read(line, following)
        if kind is None and _is_underline(line, found):
            continue
        joins = kind in {BlockKind.PARAGRAPH, BlockKind.LIST} and found and found[-1][0] == kind
        if joins:
            found[-1][1].append(words)
        else:
            found.append((kind, [words]))
    return [Block(kind, tuple(words)) for kind, words in found if kind is not None]


def _read(line: str, following: str) -> tuple[BlockKind | None, str]:
    """What a line is, and its words. None for an empty line, and for the dashes under a heading."""
    if not line or _UNDERLINE.fullmatch(line):
        return None, line
    if _UNDERLINE.fullmatch(following):
        return BlockKind.HEADING, line
    if line.startswith("- "):
        return BlockKind.LIST, line[2:]
    if line == LINK:
        return BlockKind.LINK, line
    if _TO_SIGN.search(line):
        return BlockKind.SIGN, _TO_SIGN.sub("", line).strip()
    return BlockKind.PARAGRAPH, line


def _is_underline(line: str, found: list[tuple[BlockKind | None, list[str]]]) -> bool:
    return bool(line) and bool(found) and found[-1][0] == BlockKind.HEADING
