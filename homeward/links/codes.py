"""Closed lists of this room."""

from enum import StrEnum


class LinkKind(StrEnum):
    """Whose page a personal link opens."""

    ADULT = "adult"
    CHILD = "child"
    TEACHER = "teacher"


class GuessKind(StrEnum):
    """What was tried and did not fit."""

    LINK = "link"
    WORD = "word"
    CODE = "code"
    FEED = "feed"


PAGES = {LinkKind.ADULT: "/family/", LinkKind.CHILD: "/my-plan/", LinkKind.TEACHER: "/briefing/"}
"""Where the pages of each kind stand; the reference of whoever the page is for follows."""
