"""What is typed about a move: where to, what they say, who is named there, the first day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.placements.codes import MoveAnswerKind, MoveKind
from homeward.placements.forms.people import NamedAdultForm
from homeward.web.forms import ChoiceField, DateField, Form, LongTextField, TextField


class ProposeForm(Form):
    """Asking one school or provider to take the child for good."""

    kind = ChoiceField(label="What kind of move is it?", missing="Say what kind of move it is")
    because = LongTextField(
        label="Why is this the right place?",
        hint="They read it. What does the child need, and what is good about this place?",
        missing="Say why this is the right place",
        max_length=2000,
        rows=3,
    )
    joins_on = DateField(
        label="From which day do they take part, and see this record?",
        noun="day from which they take part",
        missing="Enter the day from which they take part, like 27 3 2027",
        too_early="They can see the record from today at the earliest",
    )
    starts_on = DateField(
        label="What is the first day there meant to be? (optional)",
        noun="first day there",
        hint="Leave it empty where they are to say it.",
    )
    consented_by = TextField(
        label="Which parent consents? (optional)",
        hint="Their name. A managed move is not agreed without it; it can be recorded later too.",
        max_length=120,
        autocomplete="off",
    )
    consented_on = DateField(
        label="On which day did they consent? (optional)", noun="day of the consent"
    )

    def __init__(self, data: Any = None, *, is_provider: bool, today: date) -> None:
        first = MoveKind.LONG_TERM if is_provider else MoveKind.NEW_SCHOOL
        super().__init__(data, initial={"joins_on": today, "kind": first if is_provider else ""})
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [
            (kind.value, kind.label)
            for kind in MoveKind
            if kind == MoveKind.LONG_TERM or not is_provider
        ]
        fields["kind"].hints = _KINDS
        fields["joins_on"].earliest = today
        fields["consented_on"].latest = today
        fields["consented_on"].too_late = _STILL_TO_COME.format("the consent when it was given")

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("consented_on") and not typed.get("consented_by"):
            self.add_error("consented_by", "Say which parent consented")
        is_undated = typed.get("consented_by") and not typed.get("consented_on")
        if is_undated and "consented_on" not in self.errors:
            self.add_error("consented_on", "Enter the day of the consent, like 27 3 2027")
        return typed


class ConsentForm(Form):
    """A parent consents, by name."""

    consented_by = TextField(
        label="Which parent consents?",
        missing="Say which parent consents",
        max_length=120,
        autocomplete="off",
    )
    consented_on = DateField(
        label="On which day did they consent?",
        noun="day of the consent",
        missing="Enter the day of the consent, like 27 3 2027",
    )

    def __init__(self, data: Any = None, *, today: date, **initial: Any) -> None:
        super().__init__(data, initial={"consented_on": today} | initial)
        _not_yet(self, "consented_on", today, "the consent when it was given")


class AnswerForm(Form):
    """What the receiving school or provider says."""

    answer = ChoiceField(
        label="What is the answer?",
        choices=MoveAnswerKind.choices(),
        missing="Say what the answer is",
        hints={
            MoveAnswerKind.AMENDED: "Change the plan on its own pages; the newest version is the one"
            " that the answer means.",
            MoveAnswerKind.DECLINED: "From tomorrow this record is closed to the place that was asked.",
        },
    )
    because = LongTextField(
        label="What else is there to say?",
        hint="For a no: why not. For a yes with changes: what is different.",
        max_length=2000,
        rows=3,
    )
    starts_on = DateField(
        label="What is the first day there? (optional)",
        noun="first day there",
        hint="For a yes. For example, 11 1 2027",
    )
    answered_on = DateField(
        label="On which day was it said?",
        noun="day of the answer",
        missing="Enter the day of the answer, like 27 3 2027",
    )

    def __init__(self, data: Any = None, *, today: date, starts_on: date | None) -> None:
        super().__init__(data, initial={"answered_on": today, "starts_on": starts_on})
        _not_yet(self, "answered_on", today, "the answer when it was given")

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        is_bare_no = typed.get("answer") == MoveAnswerKind.DECLINED and not typed.get("because")
        if is_bare_no and "because" not in self.errors:
            self.add_error("because", "Say why not")
        return typed


class ReceivingAdultForm(NamedAdultForm):
    """The adult at the new place to whom the child can go."""

    def __init__(self, *args: Any, people: Sequence[Any], **kwargs: Any) -> None:
        listed = [(str(one.reference), one.name) for one in people]
        super().__init__(*args, people=listed, **kwargs)
        self.there = {str(one.reference): one for one in people}
        del self.fields["part"], self.fields["to_on"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        return typed | {"person": self.there.get(typed.get("person", ""))}


class MoveFirstDayForm(Form):
    """The first day there, as it was."""

    first_day_on = DateField(
        label="On which day did the child come for the first time?",
        noun="first day there",
        missing="Enter the first day there, like 27 3 2027",
    )

    def __init__(self, data: Any = None, *, child: str, today: date, was: date | None) -> None:
        super().__init__(data, initial={"first_day_on": was or today})
        fields: dict[str, Any] = self.fields
        fields["first_day_on"].label = f"On which day did {child} come for the first time?"
        _not_yet(self, "first_day_on", today, f"it when {child} has been there")


class WithdrawForm(Form):
    """Why a move is taken back."""

    because = LongTextField(
        label="Why is it taken back?", missing="Say why it is taken back", max_length=1000, rows=3
    )


class BeginWaitingForm(Form):
    """Since when a child is ready, and what it waits for."""

    from_on = DateField(
        label="Since which day is the child ready?",
        noun="day on which the child was ready",
        missing="Enter the day on which the child was ready, like 27 3 2027",
    )
    what_for = TextField(
        label="What does the child wait for?",
        hint="For example: a place at a school near home, with a small start.",
        missing="Say what the child waits for",
        max_length=300,
    )

    def __init__(self, data: Any = None, *, child: str, today: date) -> None:
        super().__init__(data, initial={"from_on": today})
        fields: dict[str, Any] = self.fields
        fields["from_on"].label = f"Since which day is {child} ready?"
        fields["what_for"].label = f"What does {child} wait for?"
        _not_yet(self, "from_on", today, f"it when {child} is ready")


class EndWaitingForm(Form):
    """The wait is over, and what was found."""

    to_on = DateField(
        label="Until which day did the wait last?",
        noun="last day of the wait",
        missing="Enter the last day of the wait, like 27 3 2027",
    )
    found = TextField(
        label="What was found?",
        hint="The school or placement; or why the wait ended without one.",
        missing="Say what was found, or why the wait ended",
        max_length=300,
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"to_on": today})
        _not_yet(self, "to_on", today, "it when a place is found")


_KINDS = {
    MoveKind.NEW_SCHOOL: "A fresh start at another school.",
    MoveKind.LONG_TERM: "A special school, or a provider where the child stays.",
    MoveKind.MANAGED_MOVE: "Agreed to by a parent and by the school that takes the child; for good,"
    " and never a trial.",
}
_STILL_TO_COME = "That day is still to come. Record {}"


def _not_yet(form: Form, name: str, today: date, what: str) -> None:
    """Refuse a day to come in a box, with a sentence."""
    field: Any = form.fields[name]
    field.latest = today
    field.too_late = _STILL_TO_COME.format(what)
