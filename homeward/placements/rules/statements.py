"""The checklist: twelve statements about what helps a child, the same for everybody, in four voices.

They say what adults have to see to, hold for a return, a move and a college alike, and are no test:
there is no sum and no pass mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.placements.codes import Rater
from homeward.reference.guidance import cites

LEVELS: Mapping[int, str] = {
    1: "Not yet",
    2: "A little",
    3: "Half and half",
    4: "Mostly",
    5: "Yes",
}
"""How far a statement holds, the same words for child and adults."""

MOST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement in the words of each who looks at it. `{child}` is the name the child goes by."""

    key: str
    title: str
    child: str
    parent: str
    provider: str
    school: str

    def says(self, rater: str, child: str) -> str:
        """The statement as one of the four reads it."""
        return str(getattr(self, Rater(rater).value)).format(child=child)


@dataclass(frozen=True, slots=True)
class Area:
    """Three statements that belong together."""

    title: str
    statements: tuple[Statement, ...]


@cites("house/readiness")
def checklist() -> tuple[Area, ...]:
    """The four areas in their order."""
    return _AREAS


def statements() -> tuple[Statement, ...]:
    """The twelve statements in their order."""
    return tuple(one for area in _AREAS for one in area.statements)


_SAFE = (
    Statement(
        "safe-person",
        "Somebody to go to",
        child="I know who to go to when it gets too much.",
        parent="{child} knows who to go to when it gets too much.",
        provider="{child} knows which of us to go to when it gets too much.",
        school="{child} knows who at school to go to when it gets too much.",
    ),
    Statement(
        "quiet-place",
        "A quiet place",
        child="There is a quiet place I can use.",
        parent="There is a quiet place {child} can use.",
        provider="There is a quiet place here that {child} can use.",
        school="There is a quiet place at school that {child} can use.",
    ),
    Statement(
        "what-helps",
        "What helps when it is hard",
        child="The adults know what helps me when things are hard.",
        parent="The adults know what helps {child} when things are hard.",
        provider="All of us here know what helps {child} when things are hard.",
        school="All staff know what helps {child} when things are hard.",
    ),
)
_PEOPLE = (
    Statement(
        "trusted-adult",
        "An adult to trust",
        child="There is an adult I trust.",
        parent="There is an adult {child} trusts.",
        provider="There is an adult here whom {child} trusts.",
        school="There is an adult at school whom {child} trusts.",
    ),
    Statement(
        "listened-to",
        "Being listened to",
        child="When I say something, adults listen and something happens.",
        parent="When {child} says something, adults listen and something happens.",
        provider="When {child} says something, we listen and something happens.",
        school="When {child} says something, we listen and something happens.",
    ),
    Statement(
        "same-age",
        "People of the same age",
        child="There are people my age I get on with.",
        parent="There are people of the same age {child} gets on with.",
        provider="There are people of the same age here with whom {child} gets on.",
        school="There are people of the same age at school with whom {child} gets on.",
    ),
)
_LEARNING = (
    Statement(
        "work-that-fits",
        "Work that fits",
        child="The work fits me. It is not too easy and not too hard.",
        parent="The work fits {child}. It is not too easy and not too hard.",
        provider="The work here fits {child}: not too easy and not too hard.",
        school="The work we set or plan fits {child}: not too easy and not too hard.",
    ),
    Statement(
        "help-with-work",
        "Help with work",
        child="I can get help with my work when I want it.",
        parent="{child} can get help with work at any time.",
        provider="{child} gets help with work here whenever it is wanted.",
        school="{child} gets help with schoolwork whenever it is wanted.",
    ),
    Statement(
        "good-at",
        "Things to be good at",
        child="I get to do things I am good at.",
        parent="{child} gets to do things that go well.",
        provider="{child} gets to do things here that go well.",
        school="There are things at school that go well for {child}, and time for them.",
    ),
)
_DAYS = (
    Statement(
        "week-known",
        "Knowing the week",
        child="I know what my week looks like and what comes next.",
        parent="{child} knows what the week looks like and what comes next.",
        provider="{child} knows what the week here looks like and what comes next.",
        school="{child} has heard from us what the week looks like and what comes next.",
    ),
    Statement(
        "getting-there",
        "Getting there and back",
        child="Getting there and back works for me.",
        parent="Getting there and back works for {child}.",
        provider="Getting here and back works for {child}.",
        school="Getting there and back is planned, and works for {child}.",
    ),
    Statement(
        "changes-told",
        "Hearing of changes",
        child="If something changes, somebody tells me before.",
        parent="If something changes, somebody tells {child} before.",
        provider="If something changes, we tell {child} before.",
        school="If something changes, we tell {child} before.",
    ),
)
_AREAS = (
    Area("Feeling safe and settled", _SAFE),
    Area("People", _PEOPLE),
    Area("Learning", _LEARNING),
    Area("Days and routines", _DAYS),
)
