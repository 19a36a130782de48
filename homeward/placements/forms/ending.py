"""What is typed about the end of a placement, and where it is put right."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from homeward.placements.codes import Helped, Outcome
from homeward.web.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    TextField,
    YesNoField,
)

AHEAD = timedelta(days=366)
_WHERE = ("urn", "provider")


class EndingForm(Form):
    """How and when a placement ended, planned or not. Only outcome, last day and planned are asked.

    Where a move is under way (`moves_to` names the place), it is not asked again where to.
    """

    outcome = ChoiceField(
        label="What happened?",
        choices=Outcome.choices(),
        missing="Say what happened",
        reveals={Outcome.MOVED: _WHERE},
    )
    urn = TextField(
        label="The URN of the new school (optional)",
        hint="Six digits; the directory of schools shows it. The school then reads this record and"
        " answers the checks. Without it the home school answers them.",
        max_length=6,
        width=10,
    )
    provider = ChoiceField(
        label="Or the long-term provider (optional)", layout="select", prompt="No provider"
    )
    ended_on = DateField(
        label="What was the last day?",
        noun="last day",
        missing="Enter the last day, like 27 3 2026",
    )
    first_day_on = DateField(
        label="What is the first day back, or at the new place? (optional)",
        noun="first day",
        hint="Left empty, it is the next school day. Whether it holds is asked from then on.",
    )
    destination = TextField(
        label="Where to?",
        hint="The school, placement, college, employer or area. Leave empty what is not known.",
        max_length=200,
    )
    is_planned = YesNoField(label="Was it planned?", missing="Say whether it was planned")
    because = LongTextField(label="Why did it end now?", rows=3)
    helped = ChoiceField(label="How much did it help?", choices=Helped.choices())
    child_said = LongTextField(label="What does the child say about the placement?", rows=3)
    what_worked = LongTextField(
        label="What worked, and should go on?",
        hint="For whoever has the child next: strategies, people, times of day.",
        rows=3,
    )
    follow_up = LongTextField(
        label="What is offered from now on, by whom and until when?",
        hint="For example, a visit by the key worker in the third week. Leave empty if nothing is.",
        rows=3,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        child: str,
        today: date,
        begins_on: date | None,
        moves_to: str = "",
        providers: Iterable[tuple[str, str]] = (),
        initial: Any = None,
    ) -> None:
        super().__init__(data, initial={"ended_on": today} | (initial or {}))
        fields: dict[str, Any] = self.fields
        fields["ended_on"].latest = today
        fields["ended_on"].too_late = "That day is still to come. Record the ending when it was"
        fields["first_day_on"].latest = today + AHEAD
        fields["first_day_on"].too_late = "The first day must be within a year from now"
        if begins_on and begins_on <= today:
            fields["ended_on"].earliest = begins_on
            fields["ended_on"].too_early = "The last day must be on or after the first day"
            fields["first_day_on"].earliest = begins_on
            fields["first_day_on"].too_early = "The first day must be after the placement began"
        fields["helped"].label = f"How much did it help, as {child} says?"
        fields["child_said"].label = f"What does {child} say about the placement?"
        fields["provider"].choices = [("", "No provider"), *providers]
        if moves_to:
            fields["outcome"].hints = {Outcome.MOVED: f"To {moves_to}, as the move says."}
            fields["outcome"].reveals = {}
            del fields["urn"], fields["provider"]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("outcome") != Outcome.MOVED:
            typed["urn"] = typed["provider"] = ""
        elif typed.get("urn") and typed.get("provider"):
            self.add_error("provider", "Give the school or the provider, not both")
        return typed

    def said(self) -> dict[str, Any]:
        """How it ended, without where to."""
        apart = {*_WHERE, "corrected_because"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


class CorrectionForm(EndingForm):
    """The ending as it should stand, and why it is put right."""

    corrected_because = TextField(
        label="Why do you put it right?",
        missing="Say why you put it right",
        max_length=300,
    )
