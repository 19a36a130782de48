"""Fields in which people choose."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from django import forms

type Choices = Iterable[tuple[str, str]]
type Reveals = Mapping[str, Iterable[str]]

_NOT_THERE = "Choose one of the answers shown"


class ChoiceField(forms.ChoiceField):
    """One of several answers.

    `hints` explains single answers, `reveals` names fields of the form shown under an answer, and
    `layout` is "radios", "inline" or, for a long list, "select" (which begins with `prompt`).
    """

    def __init__(
        self,
        *,
        label: str,
        choices: Choices = (),
        missing: str = "",
        hint: str = "",
        hints: Mapping[str, str] | None = None,
        reveals: Reveals | None = None,
        layout: Literal["radios", "inline", "select"] = "radios",
        prompt: str = "Choose one",
        initial: Any = None,
    ) -> None:
        self.layout, self.hints, self.reveals = layout, hints or {}, reveals or {}
        listed = [(str(value), str(says)) for value, says in choices]
        if layout == "select":
            listed = [("", prompt), *listed]
        super().__init__(
            label=label,
            choices=listed,
            help_text=hint,
            required=bool(missing),
            initial=initial,
            widget=forms.Select() if layout == "select" else forms.RadioSelect(),
            error_messages={"required": missing or _NOT_THERE, "invalid_choice": _NOT_THERE},
        )


class YesNoField(ChoiceField):
    """Yes or no; answered as True, False, or None where it may stay open."""

    def __init__(
        self,
        *,
        label: str,
        missing: str = "",
        hint: str = "",
        yes: str = "Yes",
        no: str = "No",
        hints: Mapping[str, str] | None = None,
        reveals: Reveals | None = None,
        initial: bool | None = None,
    ) -> None:
        super().__init__(
            label=label,
            choices=[("yes", yes), ("no", no)],
            missing=missing,
            hint=hint,
            hints=hints,
            reveals=reveals,
            layout="radios" if hints or reveals else "inline",
            initial=initial,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if value is not None else None

    def clean(self, value: Any) -> Any:
        return {"yes": True, "no": False}.get(super().clean(value))


class MultipleChoiceField(forms.MultipleChoiceField):
    """Any number of several answers, as a list."""

    def __init__(
        self,
        *,
        label: str,
        choices: Choices = (),
        missing: str = "",
        hint: str = "Choose all that apply",
        hints: Mapping[str, str] | None = None,
        reveals: Reveals | None = None,
        is_small: bool = False,
        initial: Any = None,
    ) -> None:
        self.hints, self.reveals, self.is_small = hints or {}, reveals or {}, is_small
        super().__init__(
            label=label,
            choices=[(str(value), str(says)) for value, says in choices],
            help_text=hint,
            required=bool(missing),
            initial=initial,
            widget=forms.CheckboxSelectMultiple(),
            error_messages={
                "required": missing or "Choose at least one of the answers shown",
                "invalid_choice": "Choose from the answers shown",
                "invalid_list": "Choose from the answers shown",
            },
        )


class ConfirmField(forms.BooleanField):
    """One box to tick. With `missing` it must be ticked."""

    def __init__(
        self, *, label: str, missing: str = "", hint: str = "", initial: bool = False
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(missing),
            initial=initial,
            error_messages={"required": missing or "Tick the box"},
        )
