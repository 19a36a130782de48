"""A form that knows what its editor saw."""

from collections.abc import Iterable, Mapping
from typing import Any

from homeward.pupils.rules.opened import seen
from homeward.web.forms import Form, HiddenField

OPENED = "opened"


class OpenedForm(Form):
    """A form over a record that stands: it carries the mark of what it showed (`rules.opened`)."""

    opened = HiddenField(max_length=64)

    def changes(self) -> dict[str, Any]:
        """What was typed, as fields of the record."""
        return {name: value for name, value in self.cleaned_data.items() if name != OPENED}

    def mark(self) -> str:
        """The mark of what the editor saw; "" where the page did not say."""
        return str(self.cleaned_data.get(OPENED, ""))

    def meets(self, theirs: Mapping[str, Any], opened: str) -> list[tuple[str, str, str]]:
        """Keep what was typed beside what another editor wrote: question, theirs, yours.

        Sent again, the form writes what it holds.
        """
        mine = self.changes()
        self.data = {**self.data.dict(), OPENED: opened}  # type: ignore[attr-defined]
        self.add_error(None, "Somebody else changed this while you were writing")
        return [
            (str(self.fields[name].label), self._says(name, value), self._says(name, mine[name]))
            for name, value in theirs.items()
            if name in self.fields and mine.get(name) != value
        ]

    def _says(self, name: str, value: Any) -> str:
        if value in (None, ""):
            return "(empty)"
        if isinstance(value, bool):
            return "Yes" if value else "No"
        choices = {str(key): str(says) for key, says in getattr(self.fields[name], "choices", ())}
        key = str(getattr(value, "reference", value))
        return choices.get(key, str(value))


def begins_with(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """What a form over a record begins with, its mark too."""
    values = {name: getattr(row, name) for name in names}
    return values | {OPENED: seen(values)}
