"""What is typed when it is checked whether a return or a move holds, and by the authority."""

from datetime import date
from typing import Any

from homeward.placements.codes import Holds
from homeward.web.days import short_day
from homeward.web.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    NumberField,
    YesNoField,
)

_TOO_LATE = "That day is still to come. Record the check when you have looked"


class CheckForm(Form):
    """One check: on roll, attendance, suspensions, what the child says, and whether it holds."""

    is_on_roll = YesNoField(
        label="Is the child on roll?", missing="Say whether the child is on roll"
    )
    attendance = NumberField(
        label="Attendance",
        hint="In per cent, as the register has it. Leave it empty where you do not know.",
        maximum=100,
        suffix="%",
        width=4,
    )
    suspended_half_days = NumberField(
        label="Suspensions",
        hint="In half days. Write 0 where there were none.",
        maximum=400,
        width=4,
    )
    child_said = LongTextField(
        label="What does the child say?", hint="Word for word, if you can.", max_length=2000, rows=3
    )
    holds = ChoiceField(
        label="Does it hold?",
        choices=Holds.choices(),
        hints={
            Holds.YES: "The child is here, and it goes on.",
            Holds.AT_RISK: "It needs more help than there is.",
            Holds.NO: "The child is here no more, or it cannot go on like this.",
        },
        missing="Say whether it holds",
    )
    note = LongTextField(label="What helps, and what is needed now?", max_length=2000, rows=3)
    checked_on = DateField(
        label="On which day did you look?",
        noun="day you looked",
        missing="Enter the day you looked, like 27 3 2026",
    )

    def __init__(
        self,
        data: Any = None,
        *,
        child: str,
        place: str,
        since: date,
        today: date,
        holds: str = "",
    ) -> None:
        super().__init__(data, initial={"checked_on": today, "holds": holds})
        fields: dict[str, Any] = self.fields
        fields["is_on_roll"].label = f"Is {child} on roll at {place}?"
        fields["is_on_roll"].error_messages["required"] = f"Say whether {child} is on roll"
        fields["attendance"].label = f"What was the attendance since {short_day(since)}?"
        fields["suspended_half_days"].label = f"For how many half days was {child} suspended?"
        fields["child_said"].label = f"What does {child} say about how it goes?"
        fields["holds"].hints = {
            Holds.YES: f"{child} is here, and it goes on.",
            Holds.AT_RISK: "It needs more help than there is.",
            Holds.NO: f"{child} is here no more, or it cannot go on like this.",
        }
        fields["checked_on"].latest, fields["checked_on"].too_late = today, _TOO_LATE


class AuthorityCheckForm(Form):
    """What the authority found, and whether it is settled or looked at again."""

    checked_on = DateField(
        label="On which day did you look?",
        noun="day you looked",
        missing="Enter the day you looked, like 27 3 2026",
    )
    found = LongTextField(
        label="What did you find?",
        hint="Where the child is, who teaches them, and whom you spoke with.",
        missing="Say what you found",
        rows=4,
    )
    is_settled = YesNoField(
        label="Is it settled?",
        yes="Yes, the child is known to be taught or placed",
        no="Not yet: we look again",
        missing="Say whether it is settled",
        reveals={"no": ["next_on"]},
    )
    next_on = DateField(label="When do you look again?", noun="day on which you look again")

    def __init__(self, data: Any = None, *, child: str, ended_on: date | None, today: date) -> None:
        super().__init__(data, initial={"checked_on": today})
        fields: dict[str, Any] = self.fields
        fields["found"].help_text = f"Where {child} is, who teaches them, and whom you spoke with."
        fields["checked_on"].latest, fields["checked_on"].too_late = today, _TOO_LATE
        if ended_on:
            fields["checked_on"].earliest = ended_on
            fields["checked_on"].too_early = f"The last day was {short_day(ended_on)}"

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("is_settled") is False and "next_on" not in self.errors:
            checked_on, next_on = typed.get("checked_on"), typed.get("next_on")
            if next_on is None:
                self.add_error("next_on", "Set the day on which you look again, like 27 3 2026")
            elif checked_on and next_on <= checked_on:
                self.add_error("next_on", "The next look must be after this one")
        return typed


class BeginAgainForm(Form):
    """What this time has taught, for whoever plans the next."""

    learnt = LongTextField(
        label="What have we learnt?",
        hint="What worked and should go on, what was missing, and what will be different.",
        missing="Say what was learnt, so that the next plan can use it",
        max_length=12_000,
        rows=10,
    )
