"""Unique pupil and learner numbers: the worked examples, and what people type."""

import pytest

from homeward.reference.identifiers import (
    is_temporary_uln,
    is_temporary_upn,
    uln_problem,
    upn_check_letter,
    upn_problem,
)
from tests.calendars.worked import Example, examples


def each(rule: str, told: str):
    chosen = [example for example in examples(rule) if told in example.inputs]
    return pytest.mark.parametrize("example", chosen, ids=lambda example: example.id)


@each("R-ID-01", "body")
def test_the_check_letter_of_a_unique_pupil_number(example: Example):
    assert upn_check_letter(example.inputs["body"]) == example.result["letter"]
    assert upn_problem(example.result["upn"]) is None
    assert is_temporary_upn(example.result["upn"]) is example.result["temporary"]


@each("R-ID-01", "upn")
def test_a_wrong_unique_pupil_number_is_refused(example: Example):
    assert upn_problem(example.inputs["upn"])


@each("R-ID-02", "uln")
def test_the_check_digit_of_a_unique_learner_number(example: Example):
    assert (uln_problem(example.inputs["uln"]) is None) is example.result["valid"]
    assert is_temporary_uln(example.inputs["uln"]) is example.result.get("temporary", False)


def test_spaces_and_small_letters_are_forgiven():
    assert upn_problem(" x312 999926001 ") is None


@pytest.mark.parametrize(
    "typed",
    ["", "X31299992600", "X3129999260011", "1312999926001", "X31299992600O", "X31299\x0092601",
     "Ⅹ312999926001", "X٣12999926001"],
)  # fmt: skip
def test_what_is_no_unique_pupil_number_gets_a_sentence(typed):
    assert upn_problem(typed)


def test_a_remainder_of_nought_is_never_issued():
    assert uln_problem("0000000000")
