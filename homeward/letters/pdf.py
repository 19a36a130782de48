"""Letters as PDF: one page of A4 and more, tagged so that it can be read aloud (PDF/UA-1)."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from homeward.letters.actions import note_plain_pdf
from homeward.letters.blocks import Block, BlockKind, blocks
from homeward.letters.models import Message
from homeward.letters.queries import link_of
from homeward.letters.square import square
from homeward.letters.texts import LINK, direction, in_words, square_says
from homeward.organisations.access import system

_HERE = Path(__file__).parent
_TAGGED = ("ua-1",)
_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_INSTEAD = "?"
_MOST_MISSING = 20
_one_at_a_time = Lock()


class MissingSign(Exception):
    """A sign that is in none of our fonts."""

    def __init__(self, sign: str) -> None:
        super().__init__("A sign is in none of the fonts.")
        self.sign = sign


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF. `is_plain` where it could not be tagged, since signs are `missing` in our fonts."""

    content: bytes
    is_plain: bool = False
    missing: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """What staff are told of it; "" where all is well."""
        if not self.missing:
            return ""
        return (
            f"These signs are in none of our fonts, and show as empty boxes: {' '.join(self.missing)}."
            " A program that reads PDF aloud may not read this one well."
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: who writes, to whom, the day in words, and the letter."""

    letterhead: str
    postal: str
    day: str
    subject: str
    body: str
    language: str
    at: datetime
    link: str = ""


def made(message: Message) -> Made:
    """The PDF of a message, with its personal link written and as a square.

    One that could not be tagged is noted with its delivery.
    """
    paper = Paper(
        letterhead=message.letterhead,
        postal=message.postal,
        day=in_words(message.written_on, message.language),
        subject=message.subject,
        body=message.body,
        language=message.language,
        at=message.written_at,
        link=link_of(system(message.keeper_id), message),
    )
    result = printed(paper)
    if result.is_plain:
        note_plain_pdf(message)
    return result


def printed(paper: Paper) -> Made:
    """The PDF of a letter. Where a sign is in none of our fonts, a plain PDF that names it."""
    data = _data(paper)
    missing: list[str] = []
    readable = data
    while True:
        try:
            tagged = _compiled(readable, paper.at, is_tagged=True)
        except MissingSign as found:
            missing.append(found.sign)
            readable = readable.replace(found.sign, _INSTEAD)
            if len(missing) < _MOST_MISSING and found.sign != _INSTEAD:
                continue
        else:
            if not missing:
                return Made(tagged)
        return Made(_compiled(data, paper.at, is_tagged=False), True, tuple(missing))


def _compiled(data: str, at: datetime, *, is_tagged: bool) -> bytes:
    """One run of the typesetter. Raises MissingSign where it has to be tagged and cannot."""
    import typst  # a wheel of 30 MB, loaded by those who print

    with _one_at_a_time:
        try:
            made: bytes = _typesetter().compile(
                format="pdf",
                sys_inputs={"letter": data},
                pdf_standards=list(_TAGGED) if is_tagged else [],
                timestamp=int(at.timestamp()),
            )
        except typst.TypstError as problem:
            if is_tagged and (found := _UNDISPLAYED.search(str(problem))):
                raise MissingSign(_sign(found.group(1))) from problem
            raise
    return made


@cache
def _typesetter() -> Any:
    """One typesetter, kept warm: the first letter takes twice as long as those after it."""
    import typst

    return typst.Compiler(
        input=str(_HERE / "typst" / "letter.typ"),
        root=str(_HERE / "typst"),
        font_paths=[str(_HERE / "vendor" / "fonts")],
        ignore_system_fonts=True,
    )


def _sign(quoted: str) -> str:
    """The sign that an error names: as itself, or as its number."""
    number = re.fullmatch(r"\\u\{([0-9a-fA-F]+)\}", quoted)
    return chr(int(number.group(1), 16)) if number else quoted


def _data(paper: Paper) -> str:
    """What the template shows, as JSON: it is data there, and never run."""
    language, _, region = paper.language.partition("-")
    says = {
        "letterhead": paper.letterhead,
        "sender": paper.letterhead.partition("\n")[0],
        "postal": paper.postal,
        "day": paper.day,
        "subject": paper.subject,
        "language": language,
        "region": region.upper() if len(region) == 2 else None,
        "direction": direction(paper.language),
        "square": square(paper.link) if paper.link else "",
        "square_says": square_says(paper.language),
        "blocks": [_block(each, paper.link) for each in blocks(paper.body)],
    }
    return json.dumps(says, ensure_ascii=False)


def _block(block: Block, link: str) -> dict[str, Any]:
    """A part of the letter. A link that is no more is left as a line that says so."""
    if block.kind != BlockKind.LINK:
        return {"kind": block.kind, "lines": [each.replace(LINK, link) for each in block.lines]}
    return {"kind": "link" if link else "paragraph", "lines": [link or "…"]}
