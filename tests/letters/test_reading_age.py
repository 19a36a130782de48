"""Letters to families are for somebody of nine or ten, in sentences of twenty words or fewer."""

from itertools import chain

import pytest

from homeward.letters.catalogue import LETTERS
from homeward.letters.codes import Reader
from homeward.letters.examples import values_for
from homeward.letters.texts import said
from tests.reading_age import measured, syllables

NAMES = (
    "Ms Nadia Hassan",
    "Nadia Hassan",
    "Amira",
    "Oak Park School (example)",
    "Oak Park School",
    "Bridge House (example)",
    "Bridge House",
    "Joe Adeyemi",
    "Mara Lind",
    "Dee Moran",
    "AP lead",
    "The Boathouse",
    "Canal Walk",
    "Uxbridge UB8",
    "Childline",
)
OLDEST = 10
OF_LAW = {"off_site_direction": 12, "part_time_agreement": 11}
"""Letters that have to say what the law asks, in its words: as plain as that can be."""
CHOICES = {
    "next": ["home_school", "new_school", "long_term", "post_16", ""],
    "outcome": ["returned", "moved", "post_16", "next_placement", ""],
    "decision": ["return", "continue", "end", "next_provider", ""],
}
SYLLABLES = {
    1: "school walked rules lanes learn planned phone asked calls hope rules nice missed closed "
    "comes use used safe known week try tried year whole miles page free does clothes",
    2: "table little wanted places started tutor morning agreed answer worried hopeful changes "
    "because before lesson special nation question letter device opened written sentence weekly "
    "carry carried every people parent guidance trying lion player enjoyed title simple finished",
    3: "together arrangement provision afternoon library computer telephone idea family timetable "
    "example decided piano radio serious area direction quietly usual video museum employer",
    4: "education alternative statutory evaluate usually everybody",
    5: "reintegration",
    6: "responsibility",
}


def _family(letter):
    return letter.reader in {Reader.ADULT, Reader.CHILD}


def _ways(name, reader):
    """A letter as it is in full, with each value left out, and with each choice of its words."""
    whole = values_for(name, reader)
    left_out = (
        whole | {key: type(value)()}
        for key, value in whole.items()
        if isinstance(value, str | bool | list) and value and key not in {"reader", "child", "ring"}
    )
    chosen = (whole | {key: each} for key, ways in CHOICES.items() if key in whole for each in ways)
    return chain([whole], left_out, chosen)


@pytest.mark.parametrize("name", [name for name, each in LETTERS.items() if _family(each)])
def test_a_letter_to_a_family_is_for_somebody_of_nine_or_ten(name):
    for values in _ways(name, LETTERS[name].reader):
        letter = said(name, values)

        found = measured(f"{letter.subject}\n{letter.body}", NAMES)

        assert not found.too_long, f"More than twenty words: {found.too_long}"
        assert found.age <= OF_LAW.get(name, OLDEST), f"{found.age:.1f} years: {found.hardest}"


@pytest.mark.parametrize("count", SYLLABLES)
def test_syllables_are_counted(count):
    words = SYLLABLES[count].split()

    assert {word: syllables(word) for word in words} == dict.fromkeys(words, count)


def test_an_easy_text_and_a_hard_one_are_told_apart():
    easy = "The cat sat on the mat."
    hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."

    assert measured(easy).age == pytest.approx(5 - 1.45, abs=0.01)
    assert measured(hard).age == pytest.approx(5 + 13.1, abs=0.1)
    assert measured("word " * 21).too_long
    assert not measured("word " * 20).too_long
