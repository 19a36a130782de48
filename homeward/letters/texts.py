"""How the texts of letters are said: `Subject:` line, blank line, body; plain words, no HTML.

A text is Jinja2. Every name it uses must be given, or it is an error. Given are plain values: words,
days, yes or no, lists, and dicts of them. The text may use:

- `{{ link }}` on a line of its own: the place of the reader's personal link;
- `{{ starts_on | day }}`: a day in the words of the letter's language;
- `{{ names | listed }}`: "maths, art and English" (in other languages joined by commas);
- `{{ reason | sentence }}`: somebody's own words, ended by a full stop;
- a line of dashes under a line makes it a heading; lines that begin with `- ` are a list; a run of
  five or more `_` is a place to sign.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import get_language_info
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from homeward.web.days import day

ENGLISH = "en-gb"
LINK = "⟦personal link⟧"
"""Marks the place of a personal link in what is kept: its address is made when a message leaves."""

FOLDER = Path(__file__).parent / "texts"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ku", "ps", "ur", "yi"})
_WITH_CAPITALS = frozenset({"de"})
_LONGEST_SUBJECT = 200
_APART = ("\u2068", "\u2069")
"""Begins and ends words that have a direction of their own."""


class NoSuchText(LookupError):
    """A letter that is not written in this language."""


class NoSubject(ValueError):
    """A text that does not begin with its `Subject:` line, or says nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A letter as one person reads it."""

    subject: str
    body: str


def said(name: str, values: Mapping[str, Any], language: str = ENGLISH) -> Said:
    """Say a letter with values, in a language.

    Raises NoSuchText, NoSubject, or jinja2.UndefinedError where a value is missing.
    """
    source(name, language)
    with translation.override(language):
        template = _environment().get_template(f"{language}/{name}.txt")
        kept = _clean(values)
        if direction(language) == "rtl":
            kept = _apart(kept)
        words = template.render({**kept, "link": LINK, "language": language})
    return _parted(name, words)


def source(name: str, language: str = ENGLISH) -> str:
    """The text itself, as its file holds it. Raises NoSuchText."""
    path = FOLDER / language / f"{name}.txt"
    if not re.fullmatch(r"[a-z0-9_]+", name) or language not in languages() or not path.is_file():
        raise NoSuchText(f"{name!r} is not written in {language!r}.")
    return path.read_text(encoding="utf-8")


@cache
def languages() -> tuple[str, ...]:
    """The languages of which there are texts, English first."""
    found = sorted(each.name for each in FOLDER.iterdir() if each.is_dir())
    return (ENGLISH, *(each for each in found if each != ENGLISH))


def written_in(name: str) -> tuple[str, ...]:
    """The languages in which one letter is written, English first."""
    return tuple(each for each in languages() if (FOLDER / each / f"{name}.txt").is_file())


def digest(name: str, language: str) -> str:
    """What an approval is of: exactly this translation of exactly this English text."""
    both = "\0".join((source(name), source(name, language)))
    return hashlib.sha256(both.encode()).hexdigest()


def in_words(value: date, language: str) -> str:
    """A day in full in a language: "Tuesday 24 November 2026", "wtorek 24 listopada 2026"."""
    with translation.override(language):
        return _day(value)


def square_says(language: str) -> str:
    """What the square beside a printed link is, for those who hear the letter; else in English."""
    path = FOLDER / language / "_square.txt"
    found = path if path.is_file() else FOLDER / ENGLISH / "_square.txt"
    return found.read_text(encoding="utf-8").strip()


def named(language: str) -> str:
    """What a language is called in English: "Polish"."""
    return str(get_language_info(language)["name"]).replace("British English", "English")


def named_itself(language: str) -> str:
    """What a language calls itself: "polski"."""
    return str(get_language_info(language)["name_local"]).replace("British English", "English")


def direction(language: str) -> str:
    """Which way a language is written: "rtl" or "ltr"."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain words, never HTML
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=_day, listed=_listed, sentence=_sentence)
    return made


def _day(value: date | str) -> str:
    """A day in full, as the letter's language says it: "wtorek 24 listopada 2026"."""
    language = (translation.get_language() or ENGLISH).partition("-")[0]
    if isinstance(value, str):
        return value
    if language == "en":
        return day(value)
    words = date_format(value, "l j E Y")
    return words if language in _WITH_CAPITALS else words.lower()


def _listed(words: list[str]) -> str:
    """Words in a row: "maths, art and English"."""
    if (translation.get_language() or ENGLISH).startswith("en") and len(words) > 1:
        return f"{', '.join(words[:-1])} and {words[-1]}"
    return ("، " if translation.get_language_bidi() else ", ").join(words)


def _sentence(words: str) -> str:
    """Somebody's words as a sentence: ended, where they did not end it themselves."""
    kept = words.rstrip()
    ended = kept.removesuffix(_APART[1])
    return kept if not ended or ended[-1] in ".!?…؟。" else f"{kept}."


def _clean(value: Any) -> Any:
    """Values without signs that no reader sees; what looks like a mark of ours is no mark."""
    if isinstance(value, str):
        kept = value.replace("\r\n", "\n").replace(LINK, "")
        return "".join(
            each
            for each in kept
            if each in "\n\u200c\u200d" or unicodedata.category(each)[0] != "C"
        ).strip()
    if isinstance(value, Mapping):
        return {name: _clean(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value


def _apart(value: Any) -> Any:
    """Values that keep their own direction amid right-to-left words: a telephone number above all.

    Without it 020 7946 0300 would read 0300 7946 020. Our own codes are compared, so left alone.
    """
    if isinstance(value, str):
        return value if re.fullmatch(r"[a-z0-9_]*", value) else value.join(_APART)
    if isinstance(value, Mapping):
        return {name: _apart(each) for name, each in value.items()}
    return [_apart(each) for each in value] if isinstance(value, list) else value


def _parted(name: str, words: str) -> Said:
    head, _, body = words.strip().partition("\n\n")
    if not head.startswith("Subject:"):
        raise NoSubject(f"{name!r} does not begin with its Subject line.")
    subject = " ".join(head.removeprefix("Subject:").split())
    lines = [" ".join(line.split()) if line.strip() else "" for line in body.strip().splitlines()]
    kept = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not (subject and kept):
        raise NoSubject(f"{name!r} has an empty subject or body.")
    return Said(subject[:_LONGEST_SUBJECT], f"{kept}\n")
