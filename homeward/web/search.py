"""How names are folded, so that the one who types need not know how they are written."""

import unicodedata
from string import ascii_letters, digits

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛`´ʹʻʼʽ′＇"))
_SPELT_OUT = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
# What folding makes of ASCII: a register of schools holds little else.
_PLAIN = str.maketrans(
    dict.fromkeys(map(chr, range(128)), " ")
    | {sign: sign.lower() for sign in ascii_letters + digits}
    | {"'": "", "`": ""}
)


def fold(text: str) -> str:
    """Answer the text as plain lower-case words: accents, apostrophes and punctuation are gone.

    `fold("O'Neil-Zoë")` is "oneil zoe". Folding twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    folded = _once(text)
    while (again := _once(folded)) != folded:
        folded = again
    return folded


def words(text: str) -> list[str]:
    """Answer the folded words of what was typed, each once, in the order typed."""
    return list(dict.fromkeys(fold(text).split()))


def _once(text: str) -> str:
    lowered = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    lowered = lowered.translate(_SPELT_OUT)
    bare = "".join(letter for letter in lowered if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split())
