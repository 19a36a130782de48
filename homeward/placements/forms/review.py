"""What is typed about a review that was held."""

from datetime import date, timedelta
from typing import Any

from homeward.placements.codes import Decision
from homeward.placements.forms.actions import ActionRows
from homeward.placements.forms.end_date import AT_MOST_ON
from homeward.placements.queries.reviewing import Opening
from homeward.placements.rules.known import day_in_words
from homeward.placements.rules.review_saying import PROGRESS
from homeward.web.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    YesNoField,
)

AT_MOST_BACK = timedelta(days=2 * 366)


class ReviewForm(ActionRows):
    """A review: who was there, the targets, what was said and decided, and always the next date."""

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
        label="What was agreed?",
        hint="In short. Who does what by when has rows of its own below.",
        rows=3,
    )
    decision = ChoiceField(
        label="What was decided?",
        choices=Decision.choices(),
        missing="Say what was decided",
        hints={
            Decision.CHANGE: "Targets, support or steps are set again, in the plan.",
            Decision.EXTEND: "With the reason and who agreed. The whole chain counts.",
            Decision.RETURN: "Step by step, or full time at once.",
            Decision.MOVE: "A move is as good as a return.",
        },
        reveals={Decision.EXTEND: ["new_end_on", "who_agreed"]},
    )
    decided_because = LongTextField(label="Why?", rows=3, max_length=2000)
    next_on = DateField(
        label="When is the next review?",
        noun="day of the next review",
        missing="Set the day of the next review, like 27 3 2026",
    )

    field_order = (
        "opened_end_on",
        "held_on",
        "is_child_present",
        "is_parent_present",
        "who_else",
    )

    def __init__(
        self, data: Any = None, *, opening: Opening, today: date, next_due_said: str = ""
    ) -> None:
        super().__init__(
            data,
            owners=opening.owners,
            ends_on=opening.ends_on,
            today=today,
            initial={"held_on": today},
        )
        self.targets = opening.targets
        for number, target in enumerate(opening.targets):
            self._ask_of(number, target.line.what)
        self._name(opening.child)
        self._bound(today)
        if next_due_said:
            self._field("next_on").help_text = next_due_said

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _name(self, child: str) -> None:
        """Put the child's name into the questions."""
        present = self._field("is_child_present")
        present.label = f"Was {child} there?"
        present.error_messages["required"] = f"Say whether {child} was there"
        self._field("child_said").label = f"What did {child} say, in their own words?"

    def _bound(self, today: date) -> None:
        held_on = self._field("held_on")
        held_on.earliest, held_on.latest = today - AT_MOST_BACK, today
        held_on.too_early = "That day is more than two years ago"
        held_on.too_late = "That day is still to come. Record the review when it was held"
        next_on = self._field("next_on")
        next_on.latest, next_on.too_late = today + AT_MOST_ON, "That day is over five years away"

    def _ask_of(self, number: int, what: str) -> None:
        self.fields[f"progress_{number}"] = ChoiceField(
            label="How far is it, against what was hoped?",
            choices=[(str(value), says) for value, says in PROGRESS.items()],
            layout="select",
            prompt="Not looked at this time",
        )
        self.fields[f"progress_note_{number}"] = TextField(label="What was seen?", max_length=300)

    def asked_of(self) -> list[tuple[Any, Any, Any]]:
        """Each target with its two fields, as the page prints them."""
        return [
            (target, self[f"progress_{number}"], self[f"progress_note_{number}"])
            for number, target in enumerate(self.targets)
        ]

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        held_on, next_on = typed.get("held_on"), typed.get("next_on")
        if held_on and next_on and next_on <= held_on:
            self.add_error("next_on", "The next review must be after this one")
        for number in range(len(self.targets)):
            if typed.get(f"progress_note_{number}") and not typed.get(f"progress_{number}"):
                self.add_error(f"progress_{number}", "Say how far it is, or empty the note")
        decision = typed.get("decision")
        if decision and decision != Decision.CONTINUE and not typed.get("decided_because"):
            self.add_error("decided_because", "Say why this was decided")
        if decision == Decision.EXTEND:
            self._check_extension(typed.get("new_end_on"))
        return typed

    def _check_extension(self, new_end_on: date | None) -> None:
        self.need("new_end_on", "Enter the new last day, like 27 3 2026")
        self.need("who_agreed", "Say who agreed to the later last day")
        stood_on = self.stood_on
        if new_end_on and stood_on and new_end_on <= stood_on:
            after = day_in_words(stood_on)
            self.add_error("new_end_on", f"The new last day must be after {after}")

    def said(self) -> dict[str, Any]:
        """What the review says, as the action asks for it."""
        names = ("held_on", "is_child_present", "is_parent_present", "who_else", "which_school")
        texts = ("child_said", "parents_said", "what_was_agreed", "decision", "decided_because")
        return {name: self.cleaned_data[name] for name in (*names, *texts, "next_on")}

    def progress(self) -> list[tuple[Any, int, str]]:
        """The targets that were looked at: thread, progress and note."""
        typed = self.cleaned_data
        return [
            (target.line.thread, int(said), typed[f"progress_note_{number}"] or "")
            for number, target in enumerate(self.targets)
            if (said := typed[f"progress_{number}"])
        ]
