"""Naming the adults of a placement."""

from collections.abc import Iterable
from typing import Any

from homeward.placements.codes import StaffPart
from homeward.web.forms import ChoiceField, DateField, Form, TextField


class NamedAdultForm(Form):
    part = ChoiceField(
        label="What is this adult for the child?",
        choices=StaffPart.choices(),
        missing="Say what this adult is for the child",
        hints={
            StaffPart.WEEKLY_CONTACT: "Speaks with the child every school week. The same person, "
            "for as long as possible.",
            StaffPart.COVER: "Makes the contact while the named adult is away.",
            StaffPart.KEY_WORKER: "The child's adult at the provider.",
            StaffPart.POST16_LEAD: "For a placement to the end of Year 11.",
        },
    )
    person = ChoiceField(
        label="Who, of the people who sign in?", layout="select", prompt="Somebody else"
    )
    name = TextField(label="Or somebody else: their name", max_length=120)
    phone = TextField(label="Their phone number", max_length=30, width=20, autocomplete="off")
    from_on = DateField(label="From which day?", noun="first day")
    to_on = DateField(
        label="Until which day?", noun="last day", hint="Only for a cover. For example, 27 3 2026"
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [("", "Somebody else"), *people]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not typed.get("person") and not typed.get("name") and "name" not in self.errors:
            self.add_error("name", "Choose a person, or write a name")
        if typed.get("person") and typed.get("name"):
            self.add_error("name", "Choose a person or write a name, not both")
        if typed.get("part") == StaffPart.COVER and not typed.get("to_on"):
            self.add_error("to_on", "Say until when the cover lasts")
        starts_on, ends_on = typed.get("from_on"), typed.get("to_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("to_on", "The last day must be on or after the first day")
        return typed


class EndForm(Form):
    last_on = DateField(
        label="What is their last day?",
        noun="last day",
        missing="Enter their last day, like 27 3 2026",
    )
