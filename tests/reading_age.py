"""How old a reader has to be: the measure of Flesch and Kincaid, for what families read.

Its grade counts words a sentence and syllables a word; a reading age is the grade and five years.
Syllables are counted by rule: each group of vowels is one, but for a silent e; `_KNOWN` says the
words that the rule gets wrong. Names, days and numbers say nothing of a writer's English: each is
read as one short word. Headings and lines of a list end where the line ends.
"""

import re
from dataclasses import dataclass

LONGEST_SENTENCE = 20
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} "
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{4})?"
)
_NUMBER = re.compile(r"\+?\d[\d .,:]*\d(?!\w)|\b\d+(?:am|pm|th|st|nd|rd)?\b")
_ADDRESS_OF_WEB = re.compile(r"https?://\S+|⟦[^⟧]*⟧|\S+@\S+")
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(
    r"e(?=ly$|ments?$|ful$|less$|ness$)|e$|(?<=[^sxzcgh])es$|(?<=[ts]h)es$|(?<=[^td])ed$"
)
_LE = re.compile(r"[^aeiouylrw]les?$")
_PARTED = re.compile(r"(?<![tcsgx])i[aou]|(?<![gq])ua|(?<![gp])eo|eu(?=m)|[aeo]y(?=[aeio])")
_KNOWN = {
    "area": 3, "being": 2, "create": 2, "diet": 2, "doing": 2, "eye": 1, "going": 2, "idea": 3,
    "ideas": 3, "people": 2, "quiet": 2, "quietly": 3, "reintegration": 5, "maybe": 2, "science": 2, "seeing": 2, "something": 2,
    "sometimes": 2, "someone": 2, "somebody": 3, "trying": 2, "saying": 2, "playing": 2,
    "staying": 2, "every": 2, "everybody": 4, "everyone": 3, "everything": 3, "different": 2,
    "half": 1, "agreement": 3, "placement": 2, "sides": 1, "beside": 2, "outside": 2,
    "inside": 2, "timetable": 3, "safety": 2, "nearer": 2, "lately": 2, "homework": 2,
    "safeguarding": 3, "wednesday": 2, "evening": 2, "lovely": 2, "lonely": 2, "several": 2,
    "interest": 2, "interests": 2, "reason": 2, "usual": 3, "usually": 4, "therefore": 2,
    "childline": 2, "college": 2, "review": 2, "view": 1, "client": 2, "real": 1, "really": 2,
    "hour": 1, "hours": 1, "our": 1, "your": 1, "yours": 1, "science’s": 2, "poem": 2, "rely": 2,
    "reply": 2, "replies": 2, "agreed": 2, "need": 1, "needed": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """A text measured: the reading age in years, and its sentences of more than twenty words."""

    age: float
    too_long: tuple[str, ...]
    hardest: tuple[str, ...]


def syllables(word: str) -> int:
    """How many syllables a word has: at least one."""
    plain = re.sub(r"[’']", "", word.lower())
    if "-" in plain:
        return sum(syllables(part) for part in plain.split("-") if part)
    if plain in _KNOWN:
        return _KNOWN[plain]
    stem = _SILENT_E.sub("", plain)
    is_le = bool(_LE.search(plain))
    return max(1, len(_VOWELS.findall(stem)) + is_le + len(_PARTED.findall(stem)))


def sentences(text: str, names: tuple[str, ...] = ()) -> list[str]:
    """The sentences of a text, with each name, day and number as one short word."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}(?!\w)", "Sam", text)
    text = _ADDRESS_OF_WEB.sub("", text)
    text = _NUMBER.sub("ten", _DAY.sub("that day", text))
    return [one for each in _END.split(text) if _WORD.search(one := each.strip(" -•\t"))]


def measured(text: str, names: tuple[str, ...] = ()) -> Measured:
    """Measure a text. `names` are those of people and places in it."""
    said = [(one, _WORD.findall(one)) for one in sentences(text, names)]
    every = [word for _, words in said for word in words]
    return Measured(
        age=5 + _grade(len(every), len(said), sum(map(syllables, every))),
        too_long=tuple(one for one, words in said if len(words) > LONGEST_SENTENCE),
        hardest=tuple(
            one
            for one, words in sorted(
                said, key=lambda each: -_grade(len(each[1]), 1, sum(map(syllables, each[1])))
            )[:5]
        ),
    )


def _grade(words: int, sentences: int, sounds: int) -> float:
    return 0.39 * words / max(sentences, 1) + 11.8 * sounds / max(words, 1) - 15.59
