"""The traces by which a text gives away an address, a telephone or a name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from homeward.pupils.rules.spellings import Reading, plain_words

_POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)[\s.-]*([0-9][A-Z]{2})\b", re.IGNORECASE)
_STREETS = {
    "avenue": ("avenue", "ave", "av"),
    "close": ("close", "cl"),
    "court": ("court", "ct"),
    "crescent": ("crescent", "cres", "cresc"),
    "drive": ("drive", "dr"),
    "gardens": ("gardens", "gardns", "gdns", "gdn"),
    "grove": ("grove", "gr", "grv"),
    "lane": ("lane", "ln", "la"),
    "park": ("park", "pk"),
    "place": ("place", "pl"),
    "road": ("road", "rd"),
    "square": ("square", "sq"),
    "street": ("street", "str", "st"),
    "terrace": ("terrace", "terr", "ter"),
    "walk": ("walk", "wlk"),
    "way": ("way", "wy"),
    **{
        word: (word,)
        for word in (
            "approach", "arcade", "arches", "avenues", "bank", "broadway", "chase", "circus",
            "common", "cottages", "croft", "dene", "drove", "edge", "end", "field", "fields",
            "gate", "glade", "glen", "green", "heath", "heights", "hill", "lanes", "lea", "mead",
            "meadow", "meadows", "mews", "parade", "parkway", "passage", "path", "quay", "ridge",
            "rise", "row", "side", "spinney", "strand", "towpath", "vale", "view", "villas",
            "wharf", "wood", "yard",
        )
    },
}  # fmt: skip
_SHORT_STREETS = {short: word for word, shorts in _STREETS.items() for short in shorts}
_UNITS = {"flat", "apartment", "apt", "unit", "room", "suite", "plot", "number", "no", "studio"}
_PLAIN = {"the", "high", "main", "old", "new", "north", "south", "east", "west", "upper", "lower"}
_KINDS = {
    "academy", "alternative", "ap", "centre", "cic", "college", "education", "high", "infant",
    "infants", "junior", "limited", "ltd", "nursery", "primary", "provision", "pru", "school",
    "secondary", "sixth", "form", "trust", "tuition", "unit",
}  # fmt: skip
_COMMON = {
    "bridge", "building", "church", "community", "entrance", "garden", "ground", "kitchen",
    "library", "office", "orchard", "playground", "reception", "room", "rooms", "site", "station",
    "studio", "village", "workshop",
}  # fmt: skip
_BETWEEN = {"in", "on", "at", "of", "no", "nr", "number", "the", "house", "home", "flat", "up"}
_EXAMPLE = re.compile(r"\(\s*example\s*\)", re.IGNORECASE)
_SHORTEST_NAME = 6
_APART = 6
"""Letters that may stand between two digits of one telephone number."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One way to give a hidden thing away. Exactly one of its fields says how it is found.

    `number` goes with `name`: a house and its street. `local` is a number without its area code.
    """

    name: str = ""
    number: str = ""
    postcode: str = ""
    digits: str = ""
    local: str = ""

    def stands_in(self, reading: Reading) -> bool:
        """Whether a text read so gives it away."""
        if self.postcode:
            return reading.has_postcode(self.postcode)
        if self.digits:
            return reading.has_digits(self.digits, apart=_APART)
        if self.local:
            return reading.has(self.local)
        if self.number:
            return reading.has(self.number + self.name) or any(
                _is_beside(reading.words, first, last, self.number)
                for first, last in reading.spans(self.name)
            )
        return reading.has(self.name)


@lru_cache(maxsize=4096)
def of_address(address: str, *, town: str = "") -> tuple[Trace, ...]:
    """The traces of an address: its postcode, its house, its street, and the whole of it.

    A town alone is none, and neither is a street that every town has, as the High Street.
    """
    codes = ["".join(found.groups()).lower() for found in _POSTCODE.finditer(address)]
    lines = _lines(address)
    whole = "".join(word for words in lines for word in words)
    found = [Trace(postcode=code) for code in codes]
    waiting: list[str] = []
    for words in _without_town(lines, town):
        numbers, name = _numbers(words)
        if not name:
            waiting += numbers
            continue
        found += _of_street([*numbers, *(() if numbers else waiting)], name)
        waiting = []
    if len(whole) >= _SHORTEST_NAME:
        found.append(Trace(name=whole))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def of_phone(phone: str) -> tuple[Trace, ...]:
    """The traces of a telephone number: with any beginning, and a landline without its area code."""
    digits = "".join(sign for word in plain_words(phone) for sign in word if sign.isdigit())
    digits = digits.removeprefix("00").removeprefix("44").lstrip("0")
    if len(digits) < _SHORTEST_NAME:
        return ()
    found = [Trace(digits=digits[-9:])]
    if len(digits) == 10 and digits[0] in "12":
        found.append(Trace(local=digits[-8:] if digits[0] == "2" else digits[-6:]))
    return tuple(found)


def of_name(name: str, *, towns: frozenset[str] = frozenset()) -> tuple[Trace, ...]:
    """The traces of a school or a provider: its name, and the part of it by which it is known.

    The name of a town is no trace, nor is one common word.
    """
    words = plain_words(_EXAMPLE.sub(" ", name))
    if not words:
        return ()
    found = ["".join(words)]
    short = words[1:] if words[0] == "the" else words
    while short and _tells(short, towns):
        found.append("".join(short))
        if short[-1] not in _KINDS:
            break
        short = short[:-1]
    return tuple(Trace(name=each) for each in dict.fromkeys(found))


def town_of(address: str) -> str:
    """The town of an address in which it is not said apart: its last line, if that has no number."""
    parts = _lines(address)
    left = _without_town(parts, "")
    return " ".join(parts[-1]) if len(left) < len(parts) else ""


def _lines(address: str) -> list[list[str]]:
    bare = _POSTCODE.sub(",", _EXAMPLE.sub(" ", address))
    return [words for line in re.split(r"[,;\n]", bare) if (words := plain_words(line))]


def _tells(words: list[str], towns: frozenset[str] = frozenset()) -> bool:
    """Whether a name is found by these words, and does not stand in every text."""
    if " ".join(words) in towns:
        return False
    if words[0] == "the" and len(words) == 2:
        words = words[1:]
    if len(words) > 1:
        return not set(words) <= _KINDS | _PLAIN | _COMMON
    return len(words[0]) >= _SHORTEST_NAME and words[0] not in _COMMON | _KINDS


def _of_street(numbers: list[str], name: list[str]) -> list[Trace]:
    """A street or a named house: alone where it tells enough, and with each of its numbers."""
    shorts = _STREETS.get(_SHORT_STREETS.get(name[-1], ""), ()) if len(name) > 1 else ()
    stem = name[:-1] if shorts else name
    spelt = ["".join([*stem, last]) for last in shorts] or ["".join(name)]
    if stem[0] == "the" and stem[1:] and _tells(stem[1:]):
        spelt += [each.removeprefix("the") for each in spelt]
    tells = not set(stem) <= _PLAIN if shorts else _tells(name)
    found = [Trace(name=each) for each in spelt if tells]
    found += [Trace(name=each, number=number) for number in numbers for each in spelt]
    if shorts and set(stem) - _PLAIN - _COMMON - set(_STREETS) and len("".join(stem)) > 3:
        found += [Trace(name=number + "".join(stem)) for number in numbers]
    return found


def _numbers(words: list[str]) -> tuple[list[str], list[str]]:
    """The house numbers with which a line of an address begins, and the name that follows."""
    rest = words[1:] if words[0] in _UNITS else words
    numbers: list[str] = []
    while rest and (rest[0][0].isdigit() or (numbers and len(rest[0]) == 1)):
        numbers.append(rest[0])
        rest = rest[1:]
    if not numbers:
        return [], words
    return numbers, rest


def _without_town(parts: list[list[str]], town: str) -> list[list[str]]:
    """The lines of an address without its town: the one said, or the last that has no number."""
    if town:
        return [words for words in parts if words != plain_words(town)] or parts
    last = parts[-1] if len(parts) > 1 else []
    if not last or any(word[0].isdigit() for word in last):
        return parts
    has_street = any(words[-1] in _SHORT_STREETS for words in parts[:-1])
    return parts[:-1] if has_street or last[-1] not in _SHORT_STREETS else parts


def _is_beside(words: list[str], first: int, last: int, number: str) -> bool:
    """Whether a house number stands just before a street, or just after it."""
    before = [word for word in words[max(first - 4, 0) : first] if word not in _BETWEEN][-2:]
    after = [word for word in words[last + 1 : last + 5] if word not in _BETWEEN][:2]
    return number in ("".join(before), *before[-1:], "".join(after), *after[:1])
