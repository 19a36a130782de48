from dataclasses import fields
from datetime import date
from uuid import uuid4

import pytest

from homeward.due.rules import Line, Part, part, together

TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("opens_on", "due_on", "where"),
    [
        (MONDAY, date(2026, 11, 23), Part.LATE),
        (MONDAY, date(2026, 11, 24), Part.TODAY),
        (MONDAY, date(2026, 11, 25), Part.THIS_WEEK),
        (MONDAY, date(2026, 12, 1), Part.THIS_WEEK),
        (MONDAY, date(2026, 12, 2), Part.LATER),
        (date(2026, 11, 30), date(2026, 12, 1), Part.LATER),
        (MONDAY, None, Part.DATES_NEEDED),
    ],
)
def test_each_line_has_its_part_of_the_page(opens_on, due_on, where):
    assert part(opens_on=opens_on, due_on=due_on, on=TODAY) == where


def test_the_lines_of_one_child_stand_together_where_the_first_of_them_stands():
    amira, ben = uuid4(), uuid4()
    lines = [said(amira, "contact"), said(ben, "review"), said(amira, "review")]

    assert [(line.kind, is_same) for line, is_same in together(lines)] == [
        ("contact", False),
        ("review", True),
        ("review", False),
    ]


def said(about, kind):
    values = dict.fromkeys((field.name for field in fields(Line)), "")
    return Line(**values | {"about": about, "kind": kind})
