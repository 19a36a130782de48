"""How a word is compared and refused, how guessing is slowed, and the addresses of a page."""

import re
from datetime import timedelta
from uuid import UUID

from homeward.links.codes import PAGES, LinkKind
from homeward.web.search import fold

MOST_WRONG = 5
"""Wrong words, or wrong figures of one code, before nothing opens any more."""
MOST_GUESSES = 10
"""Tries that do not fit from one network address within `GUESSED_WITHIN` before it has to wait."""
GUESSED_WITHIN = timedelta(minutes=15)
CODE_LIVES = timedelta(minutes=15)
AGAIN_WITHIN = timedelta(minutes=1)
"""For how long whoever opened a link may open it once more: a button that was pressed twice."""
SHORTEST_WORD = 4


def home_of(kind: LinkKind | str, whom: UUID) -> str:
    """The address of somebody's page: everything of theirs stands below it, their cookie too."""
    return f"{PAGES[LinkKind(kind)]}{whom}/"


def opening(kind: LinkKind | str, whom: UUID, token: str) -> str:
    """The address in a personal link, without the host."""
    return f"{home_of(kind, whom)}open/{token}/"


def coming_back(kind: LinkKind | str, whom: UUID) -> str:
    """Where the word is asked again after *Exit this page*."""
    return f"{home_of(kind, whom)}back/"


def feed_address(kind: LinkKind | str, whom: UUID, token: str) -> str:
    """The address of somebody's calendar, without the host."""
    return f"{home_of(kind, whom)}calendar/{token}.ics"


def as_compared(word: str) -> str:
    """A word as it is compared: without accents, capitals, spaces and signs."""
    return re.sub(r"[^\w]", "", fold(word))


def word_problem(word: str, *, names: tuple[str, ...] = ()) -> str:
    """What is wrong with a word for a link, as a sentence; "" where it is good.

    No date and no name of the family: an ex-partner knows both.
    """
    compared = as_compared(word)
    if len(compared) < SHORTEST_WORD:
        return f"Choose a word of {SHORTEST_WORD} letters or more."
    if sum(letter.isdigit() for letter in compared) > len(compared) / 2:
        return "Choose a word, not a date or a number. Others in the family know those."
    if any(part and part in compared for part in map(as_compared, names)):
        return "Choose a word that is not a name of the family."
    return ""


def browser_says(agent: str) -> str:
    """A browser in two words, for the list of known devices: "Chrome on Android"."""
    browsers = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
    systems = (
        ("Android", "Android"),
        ("iPhone", "an iPhone"),
        ("iPad", "an iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "a Mac"),
        ("Linux", "Linux"),
    )
    browser = next((says for sign, says in browsers if sign in agent), "A browser")
    system = next((says for sign, says in systems if sign in agent), "a device")
    return f"{browser} on {system}"
