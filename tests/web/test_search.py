import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.search import fold, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("O’Neil Zoë", "oneil zoe"),
        ("O'NEIL-Zoe", "oneil zoe"),
        ("St. Joseph's", "st josephs"),
        ("St Josephs", "st josephs"),
        ("  Łukasz   Ørsted ", "lukasz orsted"),
        ("Straße", "strasse"),
        ("أميرة", "اميرة"),
        ("", ""),
    ],
)
def test_names_are_found_however_they_are_written(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_case_does_not_matter(text: str) -> None:
    assert fold(fold(text).upper()) == fold(text) or not text.isascii()


@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_plain_letters_fold_as_all_others_do(text: str) -> None:
    assert fold(text) == fold(text + " ø").removesuffix("o").rstrip()


def test_words_come_once_in_the_order_typed() -> None:
    assert words("Reed, Sam REED") == ["reed", "sam"]
