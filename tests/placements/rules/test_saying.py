"""What is said after something was recorded."""

from datetime import date

import pytest

from homeward.placements.rules.saying import (
    Saved,
    ending_saved,
    near_day,
    next_review_said,
    week_said,
    when_said,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 4), "Friday 4 December"),
        (date(2027, 1, 8), "Friday 8 January 2027"),
        (date(2025, 12, 4), "Thursday 4 December 2025"),
    ],
)
def test_a_day_of_another_year_is_said_with_its_year(day, said):
    assert near_day(day, TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "Today"),
        (date(2026, 11, 23), "Earlier this week"),
        (date(2026, 11, 22), "Last week"),
        (date(2026, 11, 16), "Last week"),
        (date(2026, 11, 15), "On Sunday 15 November"),
    ],
)
def test_when_something_was_promised(day, said):
    assert when_said(day, TODAY) == said


@pytest.mark.parametrize(
    ("half_days", "said"),
    [
        ([(day, half) for day in range(5) for half in ("am", "pm")], "Monday to Friday"),
        ([(1, "pm"), (0, "am"), (0, "pm")], "Monday, Tuesday afternoon"),
        ([(4, "am")], "Friday morning"),
        ([], ""),
    ],
)
def test_a_week_is_said_in_few_words(half_days, said):
    assert week_said(half_days) == said


def saved(**differences):
    usual = {
        "child": "Amira",
        "made_on": TODAY,
        "is_taken_back": False,
        "is_outside_running": False,
        "is_spoken_with": True,
        "due_on": date(2026, 12, 4),
        "are_dates_needed": False,
    }
    return Saved(**usual | differences).says("Saved.", TODAY)


@pytest.mark.parametrize(
    ("differences", "said"),
    [
        ({}, "Saved. Amira’s next contact is due by Friday 4 December."),
        ({"due_on": None}, "Saved. No further contact is due."),
        (
            {"due_on": None, "are_dates_needed": True},
            "Saved. Term dates are needed to say when Amira’s next contact is due.",
        ),
        (
            {"is_spoken_with": False, "due_on": date(2026, 11, 27)},
            "Saved. This does not count as this week’s contact: Amira has not been spoken with "
            "yet. The contact is due by Friday 27 November.",
        ),
        (
            {"is_spoken_with": False, "made_on": date(2026, 11, 18), "due_on": None},
            "Saved. This does not count as that week’s contact: Amira was not spoken with.",
        ),
        (
            {"is_spoken_with": False, "is_taken_back": True, "due_on": date(2026, 11, 27)},
            "Saved. Amira has now not been spoken with this week. "
            "The contact is due by Friday 27 November.",
        ),
    ],
)
def test_what_is_due_next_is_said(differences, said):
    assert saved(**differences) == [said]


def test_a_day_on_which_the_placement_does_not_run_is_said_in_a_sentence_of_its_own():
    sentences = saved(is_outside_running=True, made_on=date(2026, 10, 30))

    assert sentences[1] == (
        "The placement does not run on Friday 30 October. The contact is kept, and marked so."
    )
    assert len(saved(is_outside_running=True, is_taken_back=True)) == 1


def test_a_review_and_an_ending_say_what_follows():
    assert next_review_said(None, TODAY) == ""
    assert next_review_said(date(2026, 12, 11), TODAY).startswith("One is due by Friday 11 Dec")
    assert ending_saved("Amira", TODAY, TODAY, None) == [
        "Saved. Amira’s last day was Tuesday 24 November. Nothing of the weeks after it is due any more."
    ]
    assert ending_saved("Amira", TODAY, TODAY, date(2026, 12, 8))[1] == (
        "The first look whether it holds is due by Tuesday 8 December."
    )
    assert ending_saved("Amira", TODAY, TODAY, date(2026, 11, 3))[1] == (
        "The first look whether it holds was due on Tuesday 3 November."
    )
