"""The name a child goes by, and the words by which a child can be found."""

import re

from homeward.web.search import fold

LONGEST = 80


def known_name(first: str, last: str, preferred_first: str, preferred_last: str) -> str:
    """First and last name a child goes by, from the legal ones and those preferred, if any."""
    return f"{preferred_first or first} {preferred_last or last}"


def name_words(*names: str) -> list[str]:
    """Each folded word of the names, once: the parts at hyphens and apostrophes count each.

    Written together, a name of several parts is found too: "O'Neil" as neil and oneil, "Al-Amin" as
    amin and alamin, "De La Cruz" as cruz and delacruz. A child is found by the beginning of any.
    """
    found: dict[str, None] = {}
    for name in names:
        folded = fold(name)
        joined = [fold(part).replace(" ", "") for part in name.split()]
        parts = [fold(part) for part in re.split(r"\W+", name)]
        for word in (*folded.split(), *joined, *parts, folded.replace(" ", "")):
            if word and " " not in word:
                found[word[:LONGEST]] = None
    return list(found)
