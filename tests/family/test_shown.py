"""What each reader sees is said beside each field, and a field without words is found."""

from dataclasses import dataclass, field, is_dataclass
from typing import get_type_hints

import pytest

from homeward.family.papers import CHILD, PARENT, TEACHER
from homeward.family.queries import child, child_page, parent_page, readiness, teacher
from homeward.family.rules import calendar
from homeward.family.rules.shown import Unsaid, _inside, says, walk


@dataclass(frozen=True, slots=True)
class Step:
    words: str = says("What the step is")
    after: "tuple[Step, ...]" = says("The steps after it", default=())


@dataclass(frozen=True, slots=True)
class Page:
    where: str = says("Where your child learns")
    steps: tuple[Step, ...] | None = says("The steps", default=None)
    notes: list[str] = says("Notes from school", default_factory=list)


def test_each_field_is_listed_with_its_words_those_inside_too():
    listed = walk(Page)

    assert listed == [
        ("where", "Where your child learns"),
        ("steps", "The steps"),
        ("steps.words", "What the step is"),
        ("steps.after", "The steps after it"),
        ("notes", "Notes from school"),
    ]


def test_a_field_without_words_is_refused():
    @dataclass
    class Bare:
        where: str = says("Where")
        secret: str = ""

    @dataclass
    class Blank:
        where: str = field(default="", metadata={"says": " "})

    for page in (Bare, Blank):
        with pytest.raises(Unsaid, match=r"\.(secret|where)"):
            walk(page)


def test_a_field_has_to_be_given_and_a_default_stands():
    with pytest.raises(TypeError):
        Page()

    assert Page(where="At school") == Page("At school", None, [])


SHOWN_NOWHERE = {"Child", "Coming", "Reader", "Opened"}
"""What a query hands to a view, or to another, and no template."""


@pytest.mark.parametrize(
    "room",
    [child, child_page, parent_page, readiness, teacher, calendar],
    ids=lambda it: it.__name__,
)
def test_every_page_of_the_family_is_in_the_service_rules(room):
    listed = _made_of(each for page in (*PARENT, *CHILD, *TEACHER) for each in page.made_of)

    here = {each for each in vars(room).values() if isinstance(each, type) and is_dataclass(each)}
    here = {each for each in here if each.__module__ == room.__name__}
    assert {each for each in here - listed if each.__name__ not in SHOWN_NOWHERE} == set()


def test_words_can_be_lent_to_a_dataclass_that_has_none():
    @dataclass
    class Bare:
        where: str = ""

    assert walk(Bare, lent={Bare: {"where": "Where it is"}}) == [("where", "Where it is")]


def _made_of(pages):
    found = set()
    for page in pages:
        found |= {page} | _made_of(
            inner
            for hint in get_type_hints(page).values()
            for inner in _inside(hint)
            if inner not in found | {page}
        )
    return found
