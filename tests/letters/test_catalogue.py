"""The catalogue: every letter as it is said, in every language, and what no subject may name."""

from pathlib import Path

import pytest

from homeward.letters.blocks import blocks
from homeward.letters.catalogue import LETTERS, UnknownLetter, letter
from homeward.letters.codes import Reader
from homeward.letters.examples import values_for
from homeward.letters.texts import (
    ENGLISH,
    FOLDER,
    LINK,
    NoSuchText,
    languages,
    said,
    source,
    written_in,
)

SAID = Path(__file__).parent / "said"
EVERY = [(name, language) for name in LETTERS for language in written_in(name)]
NAME = "Xanthippe-Zuleika"


def in_full(name, language=ENGLISH, **differences):
    return said(name, values_for(name, LETTERS[name].reader) | differences, language)


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_said_as_it_was_read_aloud(name):
    """A text that changes is read aloud again, and its file here replaced by what the test found."""
    words = in_full(name)
    kept = SAID / f"{name}.txt"
    found = f"Subject: {words.subject}\n\n{words.body}"

    assert found == kept.read_text(encoding="utf-8"), f"Read it aloud, then keep it:\n{found}"


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_no_subject_names_a_child_in_any_language(name, language):
    words = in_full(name, language, child=NAME, pupil=NAME)

    assert NAME not in words.subject
    assert 0 < len(words.subject) <= 100


@pytest.mark.parametrize(("name", "language"), [each for each in EVERY if each[1] != ENGLISH])
@pytest.mark.parametrize("differences", [{}, {"has_link": False}, {"school": "", "place": ""}])
def test_a_translation_says_what_the_english_says(name, language, differences):
    """The same values stand in both: each name, each list, the link, the places to sign."""
    english, other = in_full(name, **differences), in_full(name, language, **differences)

    assert other.body.count(LINK) == english.body.count(LINK)
    shapes = [[each.kind for each in blocks(words.body)] for words in (english, other)]
    for kind in ("heading", "link", "sign"):
        assert shapes[0].count(kind) == shapes[1].count(kind), kind
    mine = values_for(name, LETTERS[name].reader) | differences
    for value in [each for each in mine.values() if isinstance(each, str) and " " in each]:
        assert (value in english.body) == (value in other.body), value


def test_polish_has_every_letter_of_the_family_and_arabic_is_a_sample():
    family = {name for name, each in LETTERS.items() if each.reader != Reader.STAFF}

    assert {name for name in LETTERS if "pl" in written_in(name)} == family
    assert {name for name in LETTERS if "ar" in written_in(name)} == {
        "day_before",
        "personal_link",
        "placement_starting",
    }


def test_every_text_is_in_the_catalogue_and_every_letter_has_its_text():
    for language in languages():
        found = {each.stem for each in (FOLDER / language).glob("*.txt")} - {"_square"}
        assert found <= set(LETTERS)
    assert all(written_in(name)[0] == ENGLISH for name in LETTERS)


def test_what_is_not_there_is_said_so():
    with pytest.raises(UnknownLetter):
        letter("nothing")
    for name, language in (("personal_link", "xx"), ("nothing", "pl"), ("../pl/day_before", "pl")):
        with pytest.raises(NoSuchText):
            source(name, language)
