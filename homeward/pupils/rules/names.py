"""The words by which a child can be found."""

from homeward.web.search import fold

LONGEST = 80


def name_words(*names: str) -> list[str]:
    """Each folded word of the names, once; the parts of a hyphened name each count.

    Written together, a name with an apostrophe or a hyphen is found too: "O'Neil" as oneil.
    """
    found: dict[str, None] = {}
    for name in names:
        for part in name.split():
            for word in (*fold(part).split(), fold(part).replace(" ", "")):
                if word:
                    found[word[:LONGEST]] = None
    return list(found)
