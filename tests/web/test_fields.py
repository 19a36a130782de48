"""Each kind of field: what it takes, what it refuses, and the sentence it refuses with."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.forms import (
    ChoiceField,
    ConfirmField,
    EmailField,
    FileField,
    Form,
    HoursField,
    LongTextField,
    MultipleChoiceField,
    NumberField,
    TextField,
    TimeField,
    YesNoField,
    shown_fields,
)


def answered(field: Any, **typed: Any) -> Form:
    form_class = type("OneQuestion", (Form,), {"answer": field})
    return form_class(typed)


def says(form: Form) -> str:
    return str(form.errors["answer"][0])


def test_text_is_trimmed_of_white_space_seen_and_unseen() -> None:
    form = answered(TextField(label="Who?"), answer="\u200b\u00a0 Sam\nReed \ufeff")

    assert form.is_valid()
    assert form.cleaned_data["answer"] == "Sam Reed"


def test_nothing_typed_is_answered_with_the_fields_own_sentence() -> None:
    form = answered(TextField(label="Who?", missing="Say who was spoken to"), answer="\u200b ")

    assert says(form) == "Say who was spoken to"


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1b"])
def test_control_characters_are_refused_in_a_sentence(character: str) -> None:
    form = answered(TextField(label="Who?"), answer=f"Sam{character}Reed")

    assert "hidden control characters" in says(form)


@pytest.mark.parametrize("character", ["\u202e", "\u202a", "\u2066", "\u2069"])
def test_overrides_of_the_direction_are_refused_and_right_to_left_letters_kept(
    character: str,
) -> None:
    assert "direction of the text" in says(
        answered(LongTextField(label="?"), answer=character + "x")
    )

    welcome = answered(LongTextField(label="?"), answer="مرحبا بأميرة")
    assert welcome.is_valid()
    assert welcome.cleaned_data["answer"] == "مرحبا بأميرة"


def test_text_too_long_is_given_back_with_the_count() -> None:
    form = answered(LongTextField(label="What?", max_length=4000), answer="a" * 5_000_000)

    assert says(form) == "Use 4,000 characters or fewer — you have used 5,000,000"
    assert "a" * 20_000 in str(form["answer"])
    assert len(str(form["answer"])) < 22_000


def test_lines_of_a_long_text_are_kept_with_one_kind_of_line_end() -> None:
    form = answered(LongTextField(label="What?"), answer="one\r\ntwo\rthree")

    assert form.is_valid()
    assert form.cleaned_data["answer"] == "one\ntwo\nthree"


def test_a_count_stands_below_a_long_text() -> None:
    group = str(answered(LongTextField(label="What?", max_length=4000), answer="a")["answer"])

    assert 'data-maxlength="4000"' in group


def test_what_was_typed_is_escaped_everywhere() -> None:
    form = answered(TextField(label="<b>Who</b>?", max_length=3), answer='"><script>')

    assert not form.is_valid()
    assert "<script>" not in str(form["answer"])
    assert "<b>" not in str(form["answer"])


@pytest.mark.parametrize(("typed", "is_taken"), [("a@b.example", True), ("a@", False)])
def test_email_addresses(typed: str, is_taken: bool) -> None:
    form = answered(EmailField(label="Email"), answer=typed)

    assert form.is_valid() is is_taken
    assert is_taken or says(form) == "Enter an email address like name@example.org"


@pytest.mark.parametrize(
    ("typed", "number"), [("18", 18), ("1,200", 1200), (" 4 ", 4), ("4.0", 4), ("", None)]
)
def test_whole_numbers(typed: str, number: int | None) -> None:
    form = answered(NumberField(label="How many?", maximum=2000), answer=typed)

    assert form.is_valid()
    assert form.cleaned_data["answer"] == number


def test_numbers_with_decimals() -> None:
    form = answered(NumberField(label="Hours", places=1, maximum=40), answer="17.5")

    assert form.is_valid()
    assert form.cleaned_data["answer"] == Decimal("17.5")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("four", "Enter a number, like 4"),
        ("nan", "Enter a number, like 4"),
        ("inf", "Enter a number, like 4"),
        ("4.5", "Enter a number with no decimals"),
        ("-1", "Enter a number from 0 to 40"),
        ("1e999", "Enter a number from 0 to 40"),
        ("1e-99999", "Enter a number with no decimals"),
    ],
)
def test_numbers_that_are_none(typed: str, sentence: str) -> None:
    assert says(answered(NumberField(label="Hours", maximum=40), answer=typed)) == sentence


def test_choices_refuse_what_is_not_among_them() -> None:
    field = ChoiceField(label="How?", choices=[("visit", "Visit")], missing="Say how")

    assert says(answered(field, answer="")) == "Say how"
    assert says(answered(field, answer="fax")) == "Choose one of the answers shown"


def test_a_long_list_is_a_select_with_a_prompt_and_its_error_beside_it() -> None:
    field = ChoiceField(
        label="Who?",
        choices=[(str(n), f"Adult {n}") for n in range(200)],
        missing="Choose who made the contact",
        hint="People of your school",
        layout="select",
    )
    group = str(answered(field, answer="")["answer"])

    assert group.count("<option") == 201
    assert 'aria-describedby="id_answer-hint id_answer-error"' in group
    assert "Choose who made the contact" in group


def test_yes_and_no_are_answered_as_true_and_false() -> None:
    field = YesNoField(label="Did you speak?", missing="Say whether you spoke")

    assert says(answered(field, answer="")) == "Say whether you spoke"
    for typed, answer in (("yes", True), ("no", False)):
        form = answered(field, answer=typed)
        assert form.is_valid()
        assert form.cleaned_data["answer"] is answer


def test_yes_and_no_show_what_was_answered_before() -> None:
    form = type("Asked", (Form,), {"answer": YesNoField(label="?", initial=False)})()

    assert 'value="no" checked' in str(form["answer"])


def test_several_choices_come_as_a_list_from_boxes() -> None:
    choices = [("a", "A"), ("b", "B"), ("c", "C")]
    field = MultipleChoiceField(label="Which?", choices=choices, missing="Choose at least one")
    form = type("Which", (Form,), {"answer": field})(QueryDict("answer=a&answer=c"))

    assert form.is_valid()
    assert form.cleaned_data["answer"] == ["a", "c"]
    assert str(form["answer"]).count('type="checkbox"') == 3
    assert str(form["answer"]).count("checked") == 2
    assert says(answered(field)) == "Choose at least one"


def test_a_box_to_tick_must_be_ticked_where_it_says_so() -> None:
    assert says(answered(ConfirmField(label="I have read it", missing="Tick to go on"))) == (
        "Tick to go on"
    )
    assert answered(ConfirmField(label="I have read it", missing="Tick"), answer="on").is_valid()


def test_an_answer_can_reveal_a_field() -> None:
    class Told(Form):
        how = ChoiceField(
            label="How?", choices=[("other", "Another way")], reveals={"other": ["say_how"]}
        )
        say_how = TextField(label="Say how", max_length=10)

    form = Told()

    group = str(form["how"])
    assert 'id="id_say_how"' in group
    assert 'class="govuk-radios__conditional" id="conditional-id_how"' in group
    assert "aria-controls" not in group
    assert "&#34;" not in group
    assert [field.name for field in shown_fields(form)] == ["how"]


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("9:30", 9, 30),
        ("9.30am", 9, 30),
        ("2 pm", 14, 0),
        ("12am", 0, 0),
        ("12pm", 12, 0),
        ("14", 14, 0),
    ],
)
def test_times_of_day(typed: str, hour: int, minute: int) -> None:
    form = answered(TimeField(label="When?"), answer=typed)

    assert form.is_valid()
    assert (form.cleaned_data["answer"].hour, form.cleaned_data["answer"].minute) == (hour, minute)


@pytest.mark.parametrize("typed", ["25:00", "9:75", "13pm", "soon", "\0"])
def test_times_that_are_none(typed: str) -> None:
    assert (
        says(answered(TimeField(label="When?"), answer=typed)) == "Enter a time, like 9:30 or 2pm"
    )


def test_files_too_big_are_refused_with_both_sizes() -> None:
    form = type("Sent", (Form,), {"answer": FileField(label="File", most_bytes=1_000_000)})
    sent = form({}, {"answer": SimpleUploadedFile("a.csv", b"x" * 1_500_000)})

    assert says(sent) == "Choose a file of 1 MB or less — this one has 1.5 MB"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_in_any_field_is_answered(text: str) -> None:
    class Everything(Form):
        one = TextField(label="One", max_length=20)
        many = LongTextField(label="Many", max_length=20)
        number = NumberField(label="Number")
        time = TimeField(label="Time")
        email = EmailField(label="Email")
        choice = ChoiceField(label="Choice", choices=[("a", "A")])

    form = Everything(dict.fromkeys(Everything.base_fields, text))

    form.is_valid()
    assert all(str(field) for field in form)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3", 180),
        ("2.5", 150),
        ("2,5", 150),
        ("2:30", 150),
        ("2h30", 150),
        ("3 hours", 180),
        ("", None),
    ],
)
def test_hours_are_typed_as_people_write_them(typed, minutes):
    assert HoursField(label="How long?").clean(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "Monday morning: enter the hours, like 3, 2.5 or 2:30"),
        ("2:75", "Monday morning: enter the hours, like 3, 2.5 or 2:30"),
        ("180", "Monday morning: enter the hours, like 3, 2.5 or 2:30"),
        ("7", "Monday morning: enter at most 6 hours"),
    ],
)
def test_hours_that_cannot_be_read_name_the_session(typed, said):
    with pytest.raises(ValidationError) as refused:
        HoursField(label="How long?", session="Monday morning").clean(typed)

    assert refused.value.messages == [said]
