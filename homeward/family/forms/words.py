"""What a child types about the week, and what staff type who have read it."""

from typing import Any

from homeward.family.codes import WeekWas
from homeward.web.forms import ChoiceField, ConfirmField, Form, LongTextField, YesNoField


class WeekForm(Form):
    """How the week was, by a scale and in the child's own words; whether parents may see it."""

    week = ChoiceField(label="How was my week?", choices=WeekWas.choices(), layout="inline")
    words = LongTextField(label="In my own words", rows=4, max_length=4000)
    is_shared = YesNoField(
        label="Can my parents or carers see this?",
        hint="If I do not choose, they do not see it.",
        yes="Yes, show them",
        no="No",
    )
    is_worry = ConfirmField(
        label="Something worries me and I want to talk to somebody today", initial=False
    )

    def __init__(self, data: Any = None, *, name: str, worry_to: str) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["words"].help_text = f"{name} reads it word for word."
        fields["is_worry"].help_text = f"{worry_to} gets it. My parents or carers do not see it."

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        is_said = typed.get("week") or typed.get("words") or typed.get("is_worry")
        if not is_said and not self.errors:
            self.add_error("week", "Choose an answer, or write something below")
        return typed

    def said(self) -> dict[str, Any]:
        """What was said, with what was left open as no."""
        return self.cleaned_data | {"is_shared": bool(self.cleaned_data["is_shared"])}


class HeardForm(Form):
    """I have read this, and what happened then."""

    what_happened = LongTextField(label="What happened then?", rows=3, max_length=1000)

    def __init__(self, data: Any = None, *, child: str, is_worry: bool) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["what_happened"].help_text = (
            f"{child} reads this on their own page, where others may look on. "
            + (
                "Say only that you have talked, or when you will. What was said belongs in the "
                "safeguarding record."
                if is_worry
                else "You can leave it empty now, and say it later."
            )
        )
