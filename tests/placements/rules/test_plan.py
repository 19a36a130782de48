"""A plan's versions, section by section."""

from dataclasses import fields, replace
from uuid import UUID

import pytest

from homeward.placements.codes import LineKind
from homeward.placements.rules.plan import (
    LINE_SECTIONS,
    SECTIONS,
    TEXT_FIELDS,
    Line,
    PlanText,
    changed_sections,
    section_of,
    with_lines,
)
from homeward.placements.rules.tasks import TASKS

from .worked import day

CALM = Line(LineKind.TARGET, UUID(int=1), "Comes in calmly", progress=0)
MENTOR = Line(LineKind.SUPPORT, UUID(int=2), "A mentor", who="Mr Shah", by_on=day("2026-11-16"))
VISIT = Line(LineKind.MILESTONE, UUID(int=3), "Tutor visits", by_on=day("2026-11-12"))
PLAN = PlanText(route="home_school", child_hopes="To go back", lines=(CALM, MENTOR, VISIT))


def test_every_part_of_a_plan_is_in_one_section():
    texts = [
        name
        for section, names in SECTIONS.items()
        if section not in LINE_SECTIONS
        for name in names
    ]
    lines = [SECTIONS[section][0] for section in SECTIONS if section in LINE_SECTIONS]

    assert sorted(texts) == sorted(TEXT_FIELDS)
    assert set(lines) == set(LineKind)
    assert {*TEXT_FIELDS, "lines"} == {part.name for part in fields(PlanText)}


def test_every_section_is_a_short_page_of_the_task_list():
    _, tasks = TASKS[1]

    assert {task.name for task in tasks} == set(SECTIONS)
    assert all(task.is_plan for task in tasks)


def test_two_equal_versions_differ_in_nothing():
    assert changed_sections(PLAN, replace(PLAN)) == []


@pytest.mark.parametrize("name", TEXT_FIELDS)
def test_each_changed_text_is_told_by_its_section(name):
    (section,) = [section for section, names in SECTIONS.items() if name in names]

    assert changed_sections(PLAN, replace(PLAN, **{name: "Something else"})) == [section]


def test_changes_are_told_in_the_order_of_the_plan():
    later = replace(
        PLAN,
        lines=with_lines(PLAN, LineKind.TARGET, [replace(CALM, progress=1)]),
        target_on=day("2027-01-05"),
        parents_view="We are relieved",
    )

    assert changed_sections(PLAN, later) == ["route", "parents", "targets"]


def test_lines_of_one_kind_are_replaced_and_the_others_stay():
    other = replace(CALM, thread=UUID(int=4), what="Asks for help")

    later = replace(PLAN, lines=with_lines(PLAN, LineKind.TARGET, [other, CALM]))

    assert later.of(LineKind.TARGET) == (other, CALM)
    assert later.of(LineKind.SUPPORT) == (MENTOR,)
    assert later.of(LineKind.MILESTONE) == (VISIT,)
    assert changed_sections(PLAN, later) == ["targets"]


def test_putting_the_same_lines_back_changes_no_section():
    again = replace(PLAN, lines=with_lines(PLAN, LineKind.TARGET, PLAN.of(LineKind.TARGET)))

    assert changed_sections(PLAN, again) == []


def test_a_section_shows_its_texts_or_its_lines():
    assert section_of(PLAN, "child") == ("To go back", "", "")
    assert section_of(PLAN, "support") == (MENTOR,)
    assert section_of(PLAN, "adjustments") == ()
