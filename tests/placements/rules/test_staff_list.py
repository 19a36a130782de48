"""Pasted staff lists, tidy and ugly: every line is answered for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.placements.rules.staff_list import AGAIN, Taught, is_email, read_list, staff_list

HASSAN = Taught("Ms N Hassan", "Maths", "n.hassan@oakpark.example")

UGLY = {
    "tabs": ("Maths\tMs N Hassan\tn.hassan@oakpark.example", HASSAN),
    "commas": ("Maths, Ms N Hassan, n.hassan@oakpark.example", HASSAN),
    "semicolons": ("Maths;Ms N Hassan;n.hassan@oakpark.example", HASSAN),
    "the name first": ("Ms N Hassan,Maths,n.hassan@oakpark.example", HASSAN),
    "quoted, surname first": ('Maths,"Hassan, Ms N",n.hassan@oakpark.example', HASSAN),
    "an email program": ("Maths: Ms N Hassan <n.hassan@oakpark.example>", HASSAN),
    "dashes": ("PE - Mr Kit Lowe", Taught("Mr Kit Lowe", "PE")),
    "spaces": ("Tutor   Joe Adeyemi", Taught("Joe Adeyemi", "Tutor")),
    "a dash, surname first": ("mathematics - Smith, John", Taught("John Smith", "mathematics")),
    "surname first": ("Brown, Mr A", Taught("Mr A Brown")),
    "periods and rooms": (
        "Mon P1\t9B/Sc2\tScience\tDr Anne Osei\tLab 3",
        Taught("Dr Anne Osei", "Science"),
    ),
    "days and times": ("Tuesday\t08:50\tArt\tMiss Ort\tRoom 12", Taught("Miss Ort", "Art")),
    "an address alone": (
        "k.wright@oakpark.example",
        Taught("K Wright", "", "k.wright@oakpark.example"),
    ),
    "a name alone": ("Joe Adeyemi", Taught("Joe Adeyemi")),
}


@pytest.mark.parametrize("kind", UGLY)
def test_a_line_is_understood(kind):
    text, wanted = UGLY[kind]

    assert staff_list(read_list(text)) == [wanted]


def test_columns_are_found_by_their_headings():
    text = "Forename,Surname,Title,Course,Work Email\nAnne,Osei,Dr,Science,a.osei@oakpark.example"

    assert staff_list(read_list(text)) == [
        Taught("Dr Anne Osei", "Science", "a.osei@oakpark.example")
    ]


def test_one_teacher_of_two_subjects_is_one():
    lines = read_list("Maths\tMs Hassan\nTutor\tMs Hassan\nMaths\tMs Hassan")

    assert staff_list(lines) == [Taught("Ms Hassan", "Maths, Tutor")]
    assert [line.because for line in lines] == ["", AGAIN, AGAIN]


def test_two_of_one_name_with_two_addresses_are_two():
    text = "Maths,Ms A Smith,a1@x.example\nArt,Ms A Smith,a2@x.example"

    assert len(staff_list(read_list(text))) == 2


def test_two_teachers_in_one_cell_are_two():
    assert [one.name for one in staff_list(read_list("Geography\tMr A Smith / Ms B Jones"))] == [
        "Mr A Smith",
        "Ms B Jones",
    ]


@pytest.mark.parametrize("text", ["---", ",,,", "1 2 3", "French,Mr X,broken@", "x" * 5000])
def test_what_is_not_understood_says_why(text):
    (line,) = read_list(text)

    assert not line.is_understood
    assert line.because


def test_nothing_is_an_empty_list():
    assert read_list(" \n\n\t\n") == []


PIECES = st.sampled_from(
    [
        "Maths", "Ms N Hassan", "a@b.example", ",", "\t", ";", '"', " - ", "\n", "Teacher", "Subject",
        "Email", "Mon P1", "9B/En2", "@", "<", ">", "Smith, Mr", "é", "&", "/", "|", " ", "\x00", "\r\n",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_no_text_is_refused_and_no_line_is_lost(text):
    lines = read_list(text)

    said = [line.strip(" \r") for line in text.splitlines()]
    assert [line.text for line in lines] == [line for line in said if line.strip()]
    assert all(line.is_understood or line.because for line in lines)
    for one in staff_list(lines):
        assert one.name.strip()
        assert len(one.name) <= 120
        assert len(one.subject) <= 80
        assert not one.email or is_email(one.email)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_everybody_of_the_lines_is_on_the_list_once(text):
    lines = read_list(text)
    people = staff_list(lines)

    assert len({(one.name.casefold(), one.email.casefold()) for one in people}) == len(people)
    assert bool(people) == any(line.teachers for line in lines)
