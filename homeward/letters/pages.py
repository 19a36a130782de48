"""What the pages of the catalogue show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from types import MappingProxyType

from django.http import Http404

from homeward.letters import queries
from homeward.letters.blocks import Block, blocks
from homeward.letters.catalogue import LETTERS, Letter, UnknownLetter, letter
from homeward.letters.codes import Reader
from homeward.letters.examples import values_for
from homeward.letters.models import Approval
from homeward.letters.pdf import Paper
from homeward.letters.queries import Standing
from homeward.letters.texts import (
    ENGLISH,
    LINK,
    NoSuchText,
    Said,
    digest,
    direction,
    in_words,
    named,
    said,
    source,
)
from homeward.organisations.access import Access
from homeward.reference.guidance import Passage, passage

READERS: Mapping[Reader, str] = MappingProxyType(
    {
        Reader.ADULT: "Parents and carers",
        Reader.CHILD: "The child",
        Reader.STAFF: "Staff",
    }
)
_INVENTED = "Oak Park School (example)\n1 Oak Way (example)\nUxbridge UB8 1AA\n020 7946 0300"
_INVENTED_LINK = "https://homeward.example/family/invented/open/this-link-opens-nothing/"


@dataclass(frozen=True, slots=True)
class Example:
    """A letter as its reader would see it, said with invented values, in one language."""

    language: str
    name: str
    direction: str
    subject: str
    parts: tuple[Block, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One letter of the catalogue: when it is used, why, how it reads, and in which languages."""

    letter: Letter
    reader: str
    passages: tuple[Passage, ...]
    example: Example
    languages: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class TranslationPage:
    """One letter in English and in another language, side by side, and who has approved it."""

    letter: Letter
    english: Example
    other: Example
    digest: str
    approval: Approval | None
    earlier: tuple[Approval, ...]


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One language: which letters are written in it, and how each stands."""

    name: str
    own_name: str
    language: str
    direction: str
    letters: tuple[tuple[Letter, Standing], ...]

    @property
    def approved(self) -> int:
        return sum(standing.may_be_sent for _, standing in self.letters)


def catalogue() -> list[tuple[str, list[Letter]]]:
    """Every letter, by who reads it."""
    return [
        (says, [each for each in LETTERS.values() if each.reader == reader])
        for reader, says in READERS.items()
    ]


def letter_page(access: Access, name: str, on: date) -> LetterPage:
    """The page of one letter. Raises Http404."""
    found = _found(name)
    return LetterPage(
        letter=found,
        reader=READERS[found.reader],
        passages=tuple(passage(key) for key in found.passages),
        example=example(found, ENGLISH),
        languages=tuple(queries.standings(access, access.authority, (name,), on)),
    )


def translation_page(access: Access, name: str, language: str) -> TranslationPage:
    """The page of one letter in another language. Raises Http404."""
    found = _found(name)
    if language == ENGLISH:
        raise Http404
    try:
        made = digest(name, language)
    except NoSuchText as missing:
        raise Http404 from missing
    now = queries.approval(access, name, language)
    return TranslationPage(
        letter=found,
        english=example(found, ENGLISH),
        other=example(found, language),
        digest=made,
        approval=now,
        earlier=tuple(each for each in queries.approvals(access, name, language) if each != now),
    )


def language_lines(access: Access, on: date) -> list[LanguageLine]:
    """Every language but English, with its letters."""
    lines: dict[str, list[Standing]] = {}
    for standing in queries.standings(access, access.authority, tuple(LETTERS), on):
        lines.setdefault(standing.language, []).append(standing)
    return [
        LanguageLine(
            name=each[0].name,
            own_name=each[0].own_name,
            language=language,
            direction=each[0].direction,
            letters=tuple((LETTERS[one.letter], one) for one in each),
        )
        for language, each in sorted(lines.items(), key=lambda pair: pair[1][0].name)
    ]


def example(found: Letter, language: str) -> Example:
    """A letter in one language, said with invented values."""
    words = _said(found, language)
    return Example(
        language=language,
        name=named(language),
        direction=direction(language),
        subject=words.subject,
        parts=tuple(blocks(words.body)),
        text=source(found.name, language),
    )


def example_paper(name: str, language: str, on: date) -> Paper:
    """A letter said with invented values, to be printed. Raises Http404."""
    try:
        words = _said(_found(name), language)
    except NoSuchText as missing:
        raise Http404 from missing
    return Paper(
        letterhead=_INVENTED,
        postal="",
        day=in_words(on, language),
        subject=words.subject,
        body=words.body,
        language=language,
        at=datetime.combine(on, time(), UTC),
        link=_INVENTED_LINK if LINK in words.body else "",
    )


def _said(found: Letter, language: str) -> Said:
    return said(found.name, values_for(found.name, found.reader), language)


def _found(name: str) -> Letter:
    try:
        return letter(name)
    except UnknownLetter as unknown:
        raise Http404 from unknown
