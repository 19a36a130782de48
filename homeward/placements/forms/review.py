"""What is typed about a review that was held."""

from datetime import date
from typing import Any

from homeward.web.forms import DateField, Form, LongTextField, TextField, YesNoField


class ReviewForm(Form):
    """A review: who was there, what was said, what was agreed, and always the next date."""

    held_on = DateField(
        label="On which day was the review held?",
        noun="day of the review",
        missing="Enter the day of the review, like 27 3 2026",
    )
    is_child_present = YesNoField(
        label="Was the child there?", missing="Say whether the child was there"
    )
    is_parent_present = YesNoField(
        label="Was a parent or carer there?", missing="Say whether a parent or carer was there"
    )
    who_else = TextField(
        label="Who else was there?",
        hint="For example, the key worker, the SENCO, an officer of the authority.",
        max_length=300,
    )
    which_school = TextField(
        label="“Which school are you at?”",
        hint="Ask the child, and write down the answer word for word. It shows where they belong.",
        max_length=200,
    )
    child_said = LongTextField(label="What did the child say?", rows=3)
    parents_said = LongTextField(label="What did the parents say?", rows=3)
    what_was_agreed = LongTextField(
        label="What was agreed?", hint="Who does what, and by when.", rows=4
    )
    next_on = DateField(
        label="When is the next review?",
        noun="day of the next review",
        missing="Set the day of the next review, like 27 3 2026",
    )

    def __init__(
        self, data: Any = None, *, child: str, today: date, next_due_said: str = ""
    ) -> None:
        super().__init__(data, initial={"held_on": today})
        fields: dict[str, Any] = self.fields
        fields["held_on"].latest = today
        fields["held_on"].too_late = "That day is still to come. Record the review when it was held"
        fields["is_child_present"].label = f"Was {child} there?"
        fields["is_child_present"].error_messages["required"] = f"Say whether {child} was there"
        fields["child_said"].label = f"What did {child} say, in their own words?"
        if next_due_said:
            fields["next_on"].help_text = next_due_said

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        held_on, next_on = typed.get("held_on"), typed.get("next_on")
        if held_on and next_on and next_on <= held_on:
            self.add_error("next_on", "The next review must be after this one")
        return typed
