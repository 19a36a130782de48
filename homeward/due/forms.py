"""What people type about a line: why it need not be done, and how the list is narrowed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from homeward.due.rules import Choice, Chosen
from homeward.web.forms import ChoiceField, Form, LongTextField


class WaiveForm(Form):
    because = LongTextField(
        label="Why does this not need to be done?",
        hint="Everybody who sees this record will see your reason and your name.",
        missing="Say why this does not need to be done",
        max_length=1000,
    )


class ChoiceForm(Form):
    """Narrows Today. What is not among the choices is as if nothing had been chosen."""

    kind = ChoiceField(label="What", layout="select", prompt="Everything")
    person = ChoiceField(label="Who", layout="select", prompt="Everybody")

    def __init__(
        self, *args: Any, kinds: Iterable[Choice], people: Iterable[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("kind", kinds), ("person", people)):
            field: Any = self.fields[name]
            listed = [(choice.value, choice.says) for choice in choices]
            field.choices = [field.choices[0], *listed]
            if not listed:
                del self.fields[name]


def chosen(values: Any) -> Chosen:
    """What the address of a list says it is narrowed to; nonsense chooses nothing."""
    try:
        person = UUID(values.get("person", ""))
    except ValueError:
        person = None
    return Chosen(kind=str(values.get("kind", ""))[:60].replace("\0", ""), person=person)
