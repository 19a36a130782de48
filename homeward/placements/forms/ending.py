"""What is typed about the end of a placement."""

from datetime import date
from typing import Any

from homeward.placements.codes import Outcome
from homeward.web.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    TextField,
    YesNoField,
)


class EndingForm(Form):
    """How and when a placement ended, planned or not. Only outcome, last day and planned are asked."""

    outcome = ChoiceField(
        label="What happened?", choices=Outcome.choices(), missing="Say what happened"
    )
    ended_on = DateField(
        label="What was the last day?",
        noun="last day",
        missing="Enter the last day, like 27 3 2026",
    )
    destination = TextField(
        label="Where to?",
        hint="The school, placement, college, employer or area. Leave empty what is not known.",
        max_length=200,
    )
    is_planned = YesNoField(label="Was it planned?", missing="Say whether it was planned")
    because = LongTextField(label="Why did it end now?", rows=3)
    child_said = LongTextField(label="What does the child say about the placement?", rows=3)
    what_worked = LongTextField(
        label="What worked, and should go on?",
        hint="For whoever has the child next: strategies, people, times of day.",
        rows=3,
    )

    def __init__(
        self, data: Any = None, *, child: str, today: date, begins_on: date | None
    ) -> None:
        super().__init__(data, initial={"ended_on": today})
        fields: dict[str, Any] = self.fields
        fields["ended_on"].latest = today
        fields["ended_on"].too_late = "That day is still to come. Record the ending when it was"
        if begins_on and begins_on <= today:
            fields["ended_on"].earliest = begins_on
            fields["ended_on"].too_early = "The last day must be on or after the first day"
        fields["child_said"].label = f"What does {child} say about the placement?"
