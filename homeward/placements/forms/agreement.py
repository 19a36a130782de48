"""What is typed at the start gate."""

from datetime import date
from typing import Any

from homeward.web.forms import ChoiceField, DateField, Form, LongTextField


class UrgentForm(Form):
    because = LongTextField(
        label="Why can the placement not wait?",
        missing="Say why the placement cannot wait",
        hint="For example: the sixth school day, or a child with nowhere to go tomorrow.",
        max_length=1000,
        rows=3,
    )


class FirstSessionForm(Form):
    came_on = DateField(
        label="On which day did the child come for the first time?",
        noun="day the child came",
        missing="Enter the day the child came, like 27 3 2026",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["came_on"]
        field.latest = today
        field.too_late = "That day is still to come. Record it when the child has been"


class ClosingForm(Form):
    how = ChoiceField(
        label="What happened?",
        choices=[
            ("withdrawn", "It is withdrawn: the child does not need it any more"),
            ("refused", "It was not agreed"),
        ],
        missing="Say what happened",
    )
    because = LongTextField(label="Why?", missing="Say why", max_length=1000, rows=3)
