"""Days as three boxes, and times of day."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .text import refuse_hidden_characters, tidy

BOXES = ("day", "month", "year")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_LONGEST = 40


class DateBoxes(forms.MultiWidget):
    """Three boxes: `made_on_day`, `made_on_month`, `made_on_year`. Also takes `made_on=2026-03-27`."""

    def __init__(self) -> None:
        super().__init__({box: forms.TextInput() for box in BOXES})

    def decompress(self, value: Any) -> list[str]:
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        typed = [str(data.get(f"{name}_{box}") or "") for box in BOXES]
        whole = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(data.get(name) or "").strip())
        if whole and not any(typed):
            return list(reversed(whole.groups()))
        return typed

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and super().value_omitted_from_data(data, files, name)


class DateField(forms.Field):
    """A day, typed as three numbers; months in words and years of two figures are understood.

    `noun` stands in the sentences ("date of the contact"). `earliest` and `latest` are the first and
    last day taken, each with its own sentence. Only what no calendar holds is refused otherwise.
    """

    widget = DateBoxes

    def __init__(
        self,
        *,
        label: str,
        noun: str = "date",
        missing: str = "",
        hint: str = "For example, 27 3 2026",
        earliest: date | None = None,
        too_early: str = "",
        latest: date | None = None,
        too_late: str = "",
        initial: Any = None,
    ) -> None:
        self.noun = noun
        self.earliest, self.too_early = earliest, too_early
        self.latest, self.too_late = latest, too_late
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(missing),
            initial=initial,
            error_messages={"required": missing or f"Enter the {noun}, like 27 3 2026"},
        )

    def clean(self, value: Any) -> date | None:
        """Answer the day typed, or None. The error names the boxes to mend in its `params`."""
        if isinstance(value, date):
            return self._within(value)
        typed = [tidy(part, is_one_line=True) for part in value or ("", "", "")]
        if not any(typed):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        absent = [box for box, text in zip(BOXES, typed, strict=True) if not text]
        if absent:
            raise ValidationError(
                f"The {self.noun} must include a {' and a '.join(absent)}", "absent", _boxes(absent)
            )
        return self._within(self._read(*typed))

    def has_changed(self, initial: Any, data: Any) -> bool:
        boxes: Any = self.widget
        return bool(boxes.decompress(initial) != list(data or ("", "", "")))

    def _read(self, day_text: str, month_text: str, year_text: str) -> date:
        numbers = {
            "day": _number(day_text),
            "month": _month(month_text),
            "year": _year(year_text),
        }
        strange = [box for box, number in numbers.items() if number is None]
        if strange:
            refuse_hidden_characters(day_text + month_text + year_text)
            raise ValidationError(
                f"The {self.noun} must be a day, a month and a year, like 27 3 2026",
                "numbers",
                _boxes(strange),
            )
        day, month, year = (number or 0 for number in numbers.values())
        if not 1900 <= year <= 2200:
            said = "lie between 1900 and 2200" if year > 999 else "have 4 figures, like 2026"
            raise ValidationError(
                f"The year of the {self.noun} must {said}", "year", _boxes(["year"])
            )
        try:
            return date(year, month, day)
        except ValueError:
            said = f"{day} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else f"Month {month}"
            raise ValidationError(
                f"{said} is not a real {'date' if 1 <= month <= 12 else 'month'}",
                "unreal",
                _boxes(["day"] if 1 <= month <= 12 else ["month"]),
            ) from None

    def _within(self, value: date) -> date:
        if self.earliest and value < self.earliest:
            raise ValidationError(
                self.too_early or f"The {self.noun} must be {_said(self.earliest)} or later",
                code="early",
            )
        if self.latest and value > self.latest:
            raise ValidationError(
                self.too_late or f"The {self.noun} must be {_said(self.latest)} or earlier",
                code="late",
            )
        return value


class TimeField(forms.CharField):
    """A time of day: "9:30", "9.30am", "14", "2pm"."""

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "For example, 9:30 or 2pm",
        initial: Any = None,
    ) -> None:
        self.width = 5
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(missing),
            initial=initial,
            strip=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={"required": missing or "Enter a time, like 9:30"},
        )
        self.validators = []

    def prepare_value(self, value: Any) -> Any:
        return f"{value.hour}:{value.minute:02}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> Any:
        text = "" if value is None else tidy(value, is_one_line=True).lower().replace(" ", "")
        if not text:
            return None
        found = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)?", text)
        hour, minute, half = found.groups() if found else ("99", None, None)
        number = int(hour)
        if half:
            number = number % 12 + (12 if half == "pm" else 0) if 1 <= number <= 12 else 99
        if number > 23 or int(minute or 0) > 59:
            raise ValidationError("Enter a time, like 9:30 or 2pm", code="time")
        return time(number, int(minute or 0))

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")


def _boxes(names: list[str]) -> dict[str, list[str]]:
    return {"boxes": names}


def _number(text: str) -> int | None:
    return int(text) if len(text) <= _LONGEST and re.fullmatch(r"\d{1,4}", text) else None


def _month(text: str) -> int | None:
    word = text.lower().rstrip(".")
    if len(word) >= 3:
        for number, name in enumerate(_MONTHS, start=1):
            if name.lower().startswith(word) or (word == "sept" and name == "September"):
                return number
    return _number(text)


def _year(text: str) -> int | None:
    number = _number(text)
    if number is not None and len(text) == 2:
        return number + (2000 if number < 70 else 1900)
    return number


def _said(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
