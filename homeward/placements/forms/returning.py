"""What is typed when a child comes back, and when the school is prepared."""

from datetime import date
from typing import Any

from homeward.web.forms import (
    ChoiceField,
    DateField,
    Form,
    HiddenField,
    LongTextField,
    TextField,
    YesNoField,
)

FULL_TIME, IN_STEPS = "full_time", "steps"


class ReturnForm(Form):
    """The day on which the child came back. Sooner than planned is welcome."""

    came_on = DateField(label="On which day?", noun="day", missing="Enter the day, like 27 3 2026")
    how = ChoiceField(
        label="How did the child come back?",
        choices=[(IN_STEPS, "With the first step of the ladder"), (FULL_TIME, "Full time")],
        missing="Say how the child came back",
    )
    because = LongTextField(
        label="Anything to note?", hint="For example, why it was sooner than planned.", rows=2
    )
    child_said = LongTextField(label="What does the child say?", rows=2)

    def __init__(
        self,
        data: Any = None,
        *,
        child: str,
        today: date,
        begins_on: date | None,
        recorded_on: date | None,
        has_steps: bool,
    ) -> None:
        super().__init__(data, initial={"came_on": recorded_on or today, "how": IN_STEPS})
        fields: dict[str, Any] = self.fields
        fields["came_on"].label = f"On which day did {child} come back?"
        fields["came_on"].latest = today
        fields["came_on"].too_late = f"That day is still to come. Record it when {child} is back"
        if begins_on and begins_on <= today:
            fields["came_on"].earliest = begins_on
            fields["came_on"].too_early = "The placement had not begun on that day"
        fields["how"].label = f"How did {child} come back?"
        fields["child_said"].label = f"What does {child} say, in their own words?"
        if not has_steps or recorded_on:
            del fields["how"]
        if recorded_on:
            del fields["child_said"]

    def said(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = dict(self.cleaned_data)
        is_full_time = typed.pop("how", "") == FULL_TIME
        return {**typed, "is_full_time": is_full_time}


class MistakeForm(Form):
    because = TextField(
        label="What was the mistake?", missing="Say what the mistake was", max_length=300
    )


class PreparedForm(Form):
    """The approval carries the versions that were read."""

    plan_number = HiddenField()
    ladder_number = HiddenField()
    note = LongTextField(label="Anything to note?", max_length=1000, rows=2)

    def numbers(self) -> dict[str, int]:
        """The versions of the plan and of the ladder that the page showed."""
        return {name: _number(self.cleaned_data[name]) for name in ("plan_number", "ladder_number")}


class AdjustmentForm(Form):
    is_in_place = YesNoField(
        label="Is it in place?",
        missing="Say whether it is in place",
        yes="Yes, it is in place",
        no="No, not yet",
    )
    looked_on = DateField(
        label="On which day did you look?",
        noun="day you looked",
        missing="Enter the day you looked, like 27 3 2026",
    )
    note = TextField(
        label="Anything to note?", hint="For example, what is still missing.", max_length=300
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"looked_on": today})
        field: Any = self.fields["looked_on"]
        field.latest = today
        field.too_late = "That day is still to come. Record it when you have looked"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
