"""Fields in which people write. What cannot be kept is refused in a sentence, never changed silently."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

ECHOED = 20_000
"""Characters of an over-long text that are given back on the page."""

_TURNS_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INVISIBLE_EDGES = "\u200b\u200e\u200f\u2060\ufeff\u00ad"
_EMPTY_EDGE = re.compile(f"^[\\s{_INVISIBLE_EDGES}]+|[\\s{_INVISIBLE_EDGES}]+$")


def tidy(value: object, *, is_one_line: bool) -> str:
    """Trim white space, visible or not, and write every line end and letter the one way."""
    text = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    text = _EMPTY_EDGE.sub("", text)
    return re.sub(r"\s*\n\s*", " ", text) if is_one_line else text


def refuse_hidden_characters(text: str) -> None:
    """Refuse what cannot be seen and would harm: NUL, controls, overrides of the direction."""
    if _TURNS_DIRECTION.search(text):
        raise ValidationError(
            "Remove the hidden characters that turn the direction of the text. Letters of "
            "languages written from right to left are welcome without them",
            code="direction",
        )
    if _CONTROL.search(text):
        raise ValidationError(
            "Remove the hidden control characters. They often come with text pasted from elsewhere",
            code="control",
        )


class _Text(forms.CharField):
    """What both kinds of text share. Without `missing` the field may stay empty."""

    is_one_line = True

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        max_length: int,
        widget: forms.Widget,
        initial: Any = None,
    ) -> None:
        self.most = max_length
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(missing),
            initial=initial,
            widget=widget,
            strip=False,
            error_messages={"required": missing or "Write something here"},
        )
        self.validators = []

    def to_python(self, value: object) -> str:
        return "" if value is None else tidy(value, is_one_line=self.is_one_line)

    def validate(self, value: Any) -> None:
        super().validate(value)
        refuse_hidden_characters(value)
        if len(value) > self.most:
            raise ValidationError(
                f"Use {self.most:,} characters or fewer — you have used {len(value):,}",
                code="max_length",
            )


class TextField(_Text):
    """One line of text. `width` is in characters (2, 3, 4, 5, 10, 20 or 30); 0 fills the column."""

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        max_length: int = 200,
        width: int = 0,
        autocomplete: str = "off",
        suffix: str = "",
        initial: Any = None,
    ) -> None:
        self.width, self.suffix = width, suffix
        widget = forms.TextInput(attrs={"autocomplete": autocomplete})
        super().__init__(
            label=label,
            missing=missing,
            hint=hint,
            max_length=max_length,
            widget=widget,
            initial=initial,
        )


class LongTextField(_Text):
    """Several lines of text with a count of what is left. `rows` is the height of the box."""

    is_one_line = False

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        max_length: int = 4000,
        rows: int = 4,
        initial: Any = None,
    ) -> None:
        widget = forms.Textarea(attrs={"rows": str(rows)})
        super().__init__(
            label=label,
            missing=missing,
            hint=hint,
            max_length=max_length,
            widget=widget,
            initial=initial,
        )


class EmailField(TextField):
    """An email address."""

    def __init__(
        self, *, label: str, missing: str = "", hint: str = "", initial: Any = None
    ) -> None:
        super().__init__(
            label=label,
            missing=missing,
            hint=hint,
            max_length=254,
            autocomplete="email",
            initial=initial,
        )
        self.widget.input_type = "email"

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value:
            EmailValidator("Enter an email address like name@example.org")(value)


class NumberField(TextField):
    """A number with at most `places` decimals, answered as int (no places) or Decimal."""

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        minimum: int = 0,
        maximum: int = 1_000_000,
        places: int = 0,
        suffix: str = "",
        width: int = 5,
        initial: Any = None,
    ) -> None:
        super().__init__(
            label=label,
            missing=missing,
            hint=hint,
            max_length=15,
            width=width,
            suffix=suffix,
            initial=initial,
        )
        self.minimum, self.maximum, self.places = minimum, maximum, places
        self.widget.attrs["inputmode"] = "decimal" if places else "numeric"

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        number = self._number(text.replace(",", "").replace(" ", ""))
        if not self.minimum <= number <= self.maximum:
            raise ValidationError(
                f"Enter a number from {self.minimum:,} to {self.maximum:,}", code="range"
            )
        return number if self.places else int(number)

    def _number(self, text: str) -> Decimal:
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise ValidationError(
                f"Enter a number, like {self._example()}", code="number"
            ) from None
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int):
            raise ValidationError(f"Enter a number, like {self._example()}", code="number")
        if exponent < -self.places and number != round(number, self.places):
            allowed = f"at most {self.places} decimals" if self.places else "no decimals"
            raise ValidationError(f"Enter a number with {allowed}", code="places")
        return number

    def _example(self) -> str:
        return "4.5" if self.places else "4"


_HOURS = re.compile(r"(?P<hours>\d{1,2})(?:[:h](?P<minutes>\d{2}))?\s*(?:h|hours?)?", re.I)
_DECIMAL_HOURS = re.compile(r"(?P<hours>\d{1,2}[.,]\d{1,2}|[.,]\d{1,2})\s*(?:h|hours?)?", re.I)


class HoursField(TextField):
    """A length in hours, typed like 3, 2.5 or 2:30, answered in minutes. `session` names it in errors."""

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        maximum: int = 6,
        session: str = "",
        initial: Any = None,
    ) -> None:
        super().__init__(
            label=label,
            missing=missing,
            hint=hint,
            max_length=15,
            width=5,
            suffix="hours",
            initial=initial,
        )
        self.maximum, self.session = maximum, session

    def prepare_value(self, value: Any) -> Any:
        return f"{value / 60:g}" if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        minutes = _minutes(text)
        before = f"{self.session}: enter" if self.session else "Enter"
        if minutes is None:
            raise ValidationError(f"{before} the hours, like 3, 2.5 or 2:30", code="hours")
        if minutes > self.maximum * 60:
            raise ValidationError(f"{before} at most {self.maximum} hours", code="range")
        return minutes


def _minutes(text: str) -> int | None:
    decimal = _DECIMAL_HOURS.fullmatch(text)
    if decimal:
        return round(float(decimal["hours"].replace(",", ".")) * 60)
    clock = _HOURS.fullmatch(text)
    if clock is None or int(clock["minutes"] or 0) > 59:
        return None
    return int(clock["hours"]) * 60 + int(clock["minutes"] or 0)


class HiddenField(TextField):
    """A value that a form carries along unseen."""

    def __init__(self, *, max_length: int = 200, initial: Any = None) -> None:
        super().__init__(label="", max_length=max_length, initial=initial)
        self.widget = forms.HiddenInput()


class FileField(forms.FileField):
    """One uploaded file of at most `most_bytes` bytes."""

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        most_bytes: int = 2_000_000,
        accept: str = "",
    ) -> None:
        self.most_bytes = most_bytes
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(missing),
            widget=forms.FileInput(attrs={"accept": accept} if accept else {}),
            error_messages={
                "required": missing or "Choose a file",
                "invalid": "Choose the file again: it did not arrive",
                "missing": "Choose the file again: it did not arrive",
                "empty": "Choose a file that is not empty",
                "max_length": "Give the file a shorter name",
            },
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file and file.size > self.most_bytes:
            raise ValidationError(
                f"Choose a file of {self.most_bytes / 1_000_000:g} MB or less — this one has "
                f"{file.size / 1_000_000:.1f} MB",
                code="too_big",
            )
        return file
