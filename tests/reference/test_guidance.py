"""Passages: complete, numbered, cited by name, and never shown as stronger than they are."""

import pytest

from homeward.reference.guidance import (
    PASSAGES,
    PROMISES,
    Force,
    UnknownPassage,
    Verified,
    cites,
    ledger,
    passage,
    promise,
)


def test_every_promise_of_the_page_is_there_in_order():
    assert list(PROMISES) == [f"R{number:02}" for number in range(1, 31)]
    assert all(each.title and each.says and each.who for each in PROMISES.values())


def test_a_promise_is_found_by_its_number_and_by_its_key():
    assert promise("R13") is passage("reintegration/weekly-contact")


def test_numbers_are_given_once():
    numbers = [each.number for each in PASSAGES.values()]

    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    "number",
    ["R-OSD-02", "R-KCS-01", "R-KCS-02", "R-KCS-03", "R-EXC-02", "R-PT-01"]
    + [f"R-AGE-0{number}" for number in (1, 2, 3)]
    + [f"R-UAP-0{number}" for number in range(1, 8)],
)
def test_the_national_rules_that_the_first_edition_leans_on_have_a_passage(number):
    assert any(number in each.rules for each in PASSAGES.values())


def test_what_was_not_verified_is_never_shown_as_law():
    shown_as_law = [each for each in PASSAGES.values() if each.shown_force is Force.LAW]

    assert all(each.verified is Verified.VERIFIED for each in shown_as_law)
    assert passage("off-site/review-decision").shown_force is Force.HOUSE_DEFAULT


def test_a_rule_names_the_passages_that_it_carries_out():
    @cites("reintegration/weekly-contact", "house/first-contact")
    def call_the_child():
        return "called"

    assert call_the_child() == "called"
    assert call_the_child.cites == ("reintegration/weekly-contact", "house/first-contact")
    assert any("call_the_child" in name for name in ledger()["house/first-contact"])


def test_citing_a_passage_that_is_not_there_fails_at_once():
    with pytest.raises(UnknownPassage, match="reintegration/daily-contact"):
        cites("reintegration/daily-contact")


def test_the_ledger_lists_every_passage_cited_or_not():
    assert set(ledger()) == set(PASSAGES)
