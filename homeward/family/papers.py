"""What a parent, a child and a teacher see, field by field: a page of `docs/service-rules`.

Made from the dataclasses that the pages show and nothing else, each field with its own words.
"""

from dataclasses import dataclass

from homeward.family.queries import child_page, parent_page, readiness, teacher
from homeward.family.rules import calendar
from homeward.family.rules.shown import Lent, walk
from homeward.placements.rules.briefing import BriefingText, Promised, WhenThen
from homeward.placements.rules.facts import AdjustmentFact
from homeward.placements.rules.ticks import Fortnight

NAME = "family.md"
TITLE = "Parents, children and teachers by personal link"


@dataclass(frozen=True, slots=True)
class Shown:
    """One page, and the dataclasses of which it is made."""

    title: str
    made_of: tuple[type, ...]


PARENT = (
    Shown("The first page", (parent_page.Home,)),
    Shown("The plan", (parent_page.Plan,)),
    Shown("What the school asks", (parent_page.Asked,)),
    Shown("What was said and done each week", (parent_page.Weeks,)),
    Shown("This is not right", (parent_page.Mine,)),
    Shown("Letters", (parent_page.Letter,)),
    Shown("One letter", (parent_page.OpenLetter,)),
    Shown("What helps", (readiness.WhatHelps,)),
    Shown("The calendar, one day", (calendar.Entry,)),
)
CHILD = (
    Shown("My plan", (child_page.ChildPage,)),
    Shown("One letter to me", (child_page.OpenLetter,)),
    Shown("What helps", (readiness.WhatHelps,)),
)
TEACHER = (
    Shown("The list", (teacher.TeacherPage,)),
    Shown("The page about a child", (teacher.ShownBriefing,)),
)

LENT: Lent = {
    BriefingText: {
        "good_at": "what the child is good at",
        "helps": "what helps",
        "makes_worse": "what makes it worse",
        "when": "what to do when",
        "adjustments": "the adjustments that are promised",
        "safe_adult": "to whom the child can go",
        "safe_place": "where the child can go",
        "starts_on": "the first day",
    },
    WhenThen: {"when": "what happens", "then": "what to do"},
    Promised: {
        "thread": "which adjustment, as a number",
        "what": "what is done differently",
        "who": "who does it",
        "where": "where",
    },
    Fortnight: {
        "asked_on": "the day on which they are asked",
        "opens_on": "from which day they can answer",
        "due_on": "by which day they are asked to answer",
    },
    AdjustmentFact: {
        "thread": "which adjustment, as a number",
        "what": "what is done differently",
        "who": "who does it",
        "person": "the member of staff who does it, as a number",
        "in_place_on": "since when it is in place",
        "looked_on": "when somebody last looked at it",
    },
}


def family() -> str:
    """The page: what each reader sees, and what holds for all of it. Raises Unsaid."""
    return "\n".join(
        [
            "# What a parent, a child and a teacher see",
            "",
            "A personal link opens these pages, once, with the word or the figures that only its reader has; then the device is known. Nothing else of the record is on them. Every field is listed, with its words.",
            "",
            *_reader(
                "A parent",
                "Each adult of the family has pages of their own. Two adults never see each other’s address, phone or replies. What is kept from an adult is left out, and so is every text that holds it.",
                PARENT,
            ),
            *_reader(
                "A child",
                "Nobody’s address and nobody’s phone number of the family is on the child’s page: it may lie on a table. Words for staff never are.",
                CHILD,
            ),
            *_reader(
                "A teacher",
                "A teacher sees one page about each child they teach now, and nothing of the family.",
                TEACHER,
            ),
        ]
    )


def _reader(who: str, says: str, pages: tuple[Shown, ...]) -> list[str]:
    lines = [f"## {who}", "", says, ""]
    for page in pages:
        lines += [f"### {page.title}", "", "| field | what it says |", "|---|---|"]
        lines += [
            f"| {path} | {words} |"
            for made in page.made_of
            for path, words in walk(made, lent=LENT)
        ]
        lines.append("")
    return lines
