"""One text, read in every way in which a name, an address or a number may be spelt in it.

Folded are capitals, accents, signs, line ends, signs nobody sees, letters of other alphabets that
look like ours, digits of other scripts, numbers in words, figures for letters, what an address of
the web encodes, and text that is turned round by direction marks. Not read are words that mean the
same, another alphabet by its sounds, and letters left out.
"""

import html
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from unicodedata import decimal
from urllib.parse import unquote_plus

from homeward.web.search import fold

_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝкмтвнгп"
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεικνορτυχηω"
    "ՕօոսհցɑɡɩᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢӀⅼ",
    "abesijkmhopctyxaesijopcyxhdqwkmtbhrn"
    "abezhikmnoptyxabeikvoptuxnw"
    "oonuhgagiabcdeghijklmnoprtuvwyzll",
)
_UNSEEN_LETTERS = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800"), " ")
_TURNED_ROUND = re.compile("[\u202d\u202e\u2066-\u2069]")
_SIGNS_FOR_LETTERS = str.maketrans("@$€£|!", "aselli")
_FIGURES_FOR_LETTERS = str.maketrans("01345789", "oleastbg")
_FIGURES_IN_POSTCODES = str.maketrans("oilsbz", "011582")
_ONE_LETTER = str.maketrans("i", "l")
_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {
    **{word: number for number, word in enumerate(_UNITS + _TEENS)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "oh": 0,
    "nought": 0,
    "nil": 0,
}
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_SAME = {"saint": "st"}
_GLUED = 8
"""Letters from which a name is found in the middle of a word, as in an address of the web."""


class Reading:
    """A text as plain words, and squeezed into one line that knows where its words begin and end."""

    def __init__(self, words: list[str], *, is_of_one_letter: bool = False) -> None:
        self.words = words
        self._is_of_one_letter = is_of_one_letter
        self.squeezed = "".join(words)

    @cached_property
    def _word_at(self) -> list[int]:
        return [number for number, word in enumerate(self.words) for _ in word]

    @cached_property
    def _as_postcodes(self) -> str:
        return self.squeezed.translate(_FIGURES_IN_POSTCODES)

    @cached_property
    def _digits(self) -> list[tuple[int, str]]:
        found = []
        at = 0
        for word in self.words:
            if not word.isalpha():
                figures = word
                if not word.strip("0123456789oil"):
                    figures = word.translate(_FIGURES_IN_POSTCODES)
                found += [(at + n, sign) for n, sign in enumerate(figures) if sign.isdigit()]
            at += len(word)
        return found

    @cached_property
    def _digit_row(self) -> str:
        return "".join(sign for _, sign in self._digits)

    def spans(self, sought: str) -> Iterator[tuple[int, int]]:
        """The first and the last word of each place where a squeezed name stands.

        It begins with a word and ends with one, of which only an s may be left; or it stands
        inside one word.
        """
        if self._is_of_one_letter:
            sought = _of_one_letter(sought)
        for at in _places(self.squeezed, sought):
            first, last = self._word_at[at], self._word_at[at + len(sought) - 1]
            is_glued = first == last and len(sought) >= _GLUED
            if is_glued or (self._begins(at) and self._ends(at + len(sought))):
                yield first, last

    def has(self, sought: str) -> bool:
        """Whether a squeezed name stands here."""
        plain = _of_one_letter(sought) if self._is_of_one_letter else sought
        return plain in self.squeezed and any(True for _ in self.spans(sought))

    def has_postcode(self, postcode: str) -> bool:
        """Whether a squeezed postcode stands here, with or without its space, 0 for O too."""
        sought = postcode.translate(_FIGURES_IN_POSTCODES)
        return sought in self._as_postcodes and any(
            len(sought) > 5 or (self._begins(at) and self._ends(at + len(sought)))
            for at in _places(self._as_postcodes, sought)
        )

    def has_digits(self, sought: str, *, apart: int) -> bool:
        """Whether these digits follow one another, with at most so many letters between two."""
        for at in _places(self._digit_row, sought):
            places = [place for place, _ in self._digits[at : at + len(sought)]]
            if all(after - before <= apart + 1 for before, after in pairwise(places)):
                return True
        return False

    def _begins(self, at: int) -> bool:
        return at == 0 or self._word_at[at - 1] != self._word_at[at]

    def _ends(self, at: int) -> bool:
        is_end = at == len(self.squeezed) or self._word_at[at - 1] != self._word_at[at]
        return is_end or (self.squeezed[at] == "s" and self._ends(at + 1))


def plain_words(text: str) -> list[str]:
    """The folded words of a text, letters that only look like ours read as ours."""
    if not text.isascii():
        text = text.translate(_UNSEEN_LETTERS).translate(_LOOK_ALIKES)
        text = "".join(_digit(sign) for sign in text)
    return [_SAME.get(word, word) for word in fold(text).split() if word != "and"]


def readings(text: str) -> list[Reading]:
    """Every way to read a text; the plain one first."""
    texts = [text, *_decoded(text)]
    if _TURNED_ROUND.search(text):
        texts.append(text[::-1])
    found = []
    for one in texts:
        words = plain_words(one)
        found.append(Reading(words))
        if any(word in _NUMBERS for word in words):
            found.append(Reading(list(_in_figures(words))))
        found.append(Reading(_in_letters(one, words), is_of_one_letter=True))
    return found


@lru_cache(maxsize=4096)
def _of_one_letter(sought: str) -> str:
    return sought.translate(_ONE_LETTER)


def _places(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought) if sought else -1
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def _digit(sign: str) -> str:
    return sign if sign.isascii() or (number := decimal(sign, None)) is None else str(number)


def _decoded(text: str) -> Iterator[str]:
    if "%" in text:
        yield unquote_plus(text)
    if "&" in text and (plain := html.unescape(text)) != text:
        yield plain


def _in_letters(text: str, words: list[str]) -> list[str]:
    """The words with figures and signs read as the letters they stand for; i and l are one."""
    if any(sign in text for sign in "@$€£|!"):
        words = plain_words(text.translate(_SIGNS_FOR_LETTERS))
    return [
        (word if word.isdigit() else word.translate(_FIGURES_FOR_LETTERS)).translate(_ONE_LETTER)
        for word in words
    ]


def _in_figures(words: list[str]) -> Iterator[str]:
    """The words with each number in words as figures: "double oh seven" is 0 0 7."""
    at = 0
    while at < len(words):
        word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
        if word in _TIMES and (after in _NUMBERS or after.isdigit()):
            yield from [str(_NUMBERS.get(after, after))] * _TIMES[word]
            at += 2
        elif word in _NUMBERS:
            number, used = _number(words[at:])
            yield str(number)
            at += used
        else:
            yield "0" if word == "o" else word
            at += 1


def _number(words: list[str]) -> tuple[int, int]:
    """The number that begins here, and how many words it takes."""
    number, used = _NUMBERS[words[0]], 1
    if number < 10 and words[1:2] == ["hundred"]:
        if len(words) > 2 and words[2] in _NUMBERS:
            rest, more = _number(words[2:])
            return 100 * number + rest, 2 + more
        return 100 * number, 2
    if number >= 20 and len(words) > 1 and 0 < _NUMBERS.get(words[1], 0) < 10:
        return number + _NUMBERS[words[1]], 2
    return number, used
