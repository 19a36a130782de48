"""What each reader sees is said beside each field, and a field without words is found."""

from dataclasses import dataclass, field

import pytest

from homeward.family.rules.shown import Unsaid, says, walk


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
