"""The three boxes of a day."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.forms import DateField, Form


class Asked(Form):
    made_on = DateField(
        label="When was it?",
        noun="date of the contact",
        missing="Enter the date of the contact, like 27 3 2026",
    )
    seen_on = DateField(
        label="Seen?",
        noun="day they were seen",
        earliest=date(2026, 9, 1),
        latest=date(2026, 11, 24),
        too_late="A contact cannot be in the future",
    )


def typed(day: str, month: str, year: str, name: str = "made_on") -> Asked:
    return Asked(
        {"made_on": "2026-01-01"}
        | {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}
    )


def error(form: Form, name: str = "made_on") -> str:
    return str(form.errors[name][0])


@pytest.mark.parametrize(
    "boxes",
    [
        ("27", "3", "2026"),
        ("27", "03", "26"),
        ("27", "mar", "2026"),
        ("27", "March", "26"),
        (" 27 ", "\u200bMar.", "2026\u00a0"),
        ("٢٧", "٣", "٢٠٢٦"),
    ],
)
def test_a_day_is_understood_as_people_write_it(boxes: tuple[str, str, str]) -> None:
    form = typed(*boxes)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["made_on"] == date(2026, 3, 27)


def test_september_has_an_abbreviation_of_four_letters() -> None:
    assert typed("1", "sept", "2026").is_valid()


def test_years_of_two_figures_fall_in_the_hundred_years_around_us() -> None:
    for year, whole in (("09", 2009), ("69", 2069), ("70", 1970)):
        form = typed("1", "1", year)
        assert form.is_valid()
        assert form.cleaned_data["made_on"].year == whole


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        (("31", "2", "2027"), "31 February 2027 is not a real date"),
        (("29", "feb", "2027"), "29 February 2027 is not a real date"),
        (("0", "2", "2027"), "0 February 2027 is not a real date"),
        (("1", "13", "2027"), "Month 13 is not a real month"),
        (("1", "1", "202"), "The year of the date of the contact must have 4 figures, like 2026"),
        (("1", "1", "9999"), "The year of the date of the contact must lie between 1900 and 2200"),
        (
            ("x", "1", "2027"),
            "The date of the contact must be a day, a month and a year, like 27 3 2026",
        ),
        (
            ("1", "ma", "2027"),
            "The date of the contact must be a day, a month and a year, like 27 3 2026",
        ),
        (("1", "", "2027"), "The date of the contact must include a month"),
        (("1", "", ""), "The date of the contact must include a month and a year"),
        (
            ("1\0", "1", "2027"),
            "Remove the hidden control characters. They often come with text pasted from elsewhere",
        ),
    ],
)
def test_what_is_no_day_is_answered_in_its_own_sentence(
    boxes: tuple[str, str, str], sentence: str
) -> None:
    form = typed(*boxes)

    assert not form.is_valid()
    assert error(form) == sentence
    assert f'value="{boxes[0]}"'.replace("\0", "") in str(form["made_on"]).replace("\0", "")


def test_the_error_leads_to_the_box_that_is_wrong() -> None:
    form = typed("1", "13", "2027")

    assert 'href="#id_made_on_month"' in form.error_summary
    assert str(form["made_on"]).count("govuk-input--error") == 1


def test_nothing_typed() -> None:
    form = Asked({})

    assert error(form) == "Enter the date of the contact, like 27 3 2026"
    assert "seen_on" not in form.errors
    assert str(form["made_on"]).count("govuk-input--error") == 3
    assert form.cleaned_data["seen_on"] is None


def test_first_and_last_day() -> None:
    assert error(typed("25", "11", "2026", "seen_on"), "seen_on") == (
        "A contact cannot be in the future"
    )
    assert error(typed("31", "8", "2026", "seen_on"), "seen_on") == (
        "The day they were seen must be 1 September 2026 or later"
    )


def test_a_day_known_before_fills_the_boxes() -> None:
    group = str(Asked(initial={"made_on": date(2026, 3, 27)})["made_on"])

    assert [f'value="{part}"' in group for part in (27, 3, 2026)] == [True] * 3


def test_a_whole_day_is_taken_too() -> None:
    form = Asked({"made_on": "2026-03-27"})

    assert form.is_valid()
    assert form.cleaned_data["made_on"] == date(2026, 3, 27)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_of_three_centuries_comes_back_as_typed(day: date) -> None:
    form = typed(str(day.day), str(day.month), str(day.year))

    assert form.is_valid()
    assert form.cleaned_data["made_on"] == day


@given(*[st.text(st.characters(codec="utf-8"), max_size=12)] * 3)
def test_any_text_in_the_boxes_is_answered(day: str, month: str, year: str) -> None:
    form: Any = typed(day, month, year)

    form.is_valid()
    assert "govuk-date-input" in str(form["made_on"])
