"""How people spell what they should not tell: ways to write an address, a number or a name."""

from random import Random

_UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\u200f\u202c"
_LOOK_ALIKES = str.maketrans("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ")
_ACCENTS = str.maketrans("aeiou", "áèîöũ")
_FIGURES = str.maketrans("aeiolst", "4310157")
_WORDS = {
    "0": "zero", "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six",
    "7": "seven", "8": "eight", "9": "nine",
}  # fmt: skip


def _unseen(text: str, chance: Random) -> str:
    return "".join(
        each + (chance.choice(_UNSEEN) if chance.random() < 0.4 else "") for each in text
    )


ANY_WAYS = {
    "as it is": lambda text, chance: text,
    "in capitals": lambda text, chance: text.upper(),
    "in small letters": lambda text, chance: text.lower(),
    "without spaces": lambda text, chance: text.replace(" ", ""),
    "with dots": lambda text, chance: text.replace(" ", "."),
    "with dashes": lambda text, chance: text.replace(" ", "-"),
    "over two lines": lambda text, chance: text.replace(" ", "\n"),
    "letter by letter": lambda text, chance: " ".join(text),
    "with unseen signs": _unseen,
    "with accents": lambda text, chance: text.translate(_ACCENTS),
    "with look-alikes": lambda text, chance: text.translate(_LOOK_ALIKES),
    "full width": lambda text, chance: "".join(
        chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text
    ),
    "turned round": lambda text, chance: f"\u202e{text[::-1]}\u202c",
    "as in an address of the web": lambda text, chance: f"?q={text.replace(' ', '%20')}",
    "with marks of direction": lambda text, chance: f"\u200f{text}\u200e",
}
NAME_WAYS = {
    **ANY_WAYS,
    "figures for letters": lambda text, chance: text.translate(_FIGURES),
    "in quotation marks": lambda text, chance: f"“{text}”'s",
}
NUMBER_WAYS = {
    **ANY_WAYS,
    "from abroad": lambda text, chance: f"+44 (0) {text.lstrip('0')}",
    "from far abroad": lambda text, chance: f"0044{text.replace(' ', '').lstrip('0')}",
    "in words": lambda text, chance: " ".join(_WORDS.get(each, "") for each in text),
    "with letters between": lambda text, chance: "x".join(text.replace(" ", "")),
    "figures of another script": lambda text, chance: text.translate(
        {ord(each): chr(0x660 + int(each)) for each in "0123456789"}
    ),
}
AROUND = [
    "{}",
    "We rang {} today.",
    "Amira said: {} It went well.",
    "Please do not tell him that it is ({}).",
    "12 pupils, 3 rooms; {}, at 9.30",
    "• {}\n• the other one",
]


def spelt(text: str, chance: Random, *, is_number: bool = False) -> str:
    """A hidden thing in one of the ways, inside a sentence."""
    ways = NUMBER_WAYS if is_number else NAME_WAYS
    way = chance.choice(list(ways.values()))
    return chance.choice(AROUND).format(way(text, chance))
