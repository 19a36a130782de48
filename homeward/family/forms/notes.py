"""What is typed for a child to read: a note, or news of the class."""

from typing import Any

from homeward.family.codes import NoteKind
from homeward.web.forms import ChoiceField, Form, LongTextField


class NoteForm(Form):
    """A note to the child, or news of their class."""

    kind = ChoiceField(
        label="What is it?",
        choices=[(NoteKind.NOTE, "A note"), (NoteKind.NEWS, "News of the class")],
        missing="Say whether it is a note or news of the class",
        layout="inline",
        initial=NoteKind.NOTE,
    )
    text = LongTextField(
        label="What do you want to say?", missing="Write the note", max_length=1000
    )

    def __init__(self, data: Any = None, *, child: str, kept: Any) -> None:
        super().__init__(data)
        self._kept = kept
        fields: dict[str, Any] = self.fields
        fields["text"].help_text = (
            f"{child} reads it at once, on a page that may lie on the kitchen table. "
            "Write as you would speak to them."
        )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        for sentence in self._kept.found_in(text)[:1]:
            self.add_error("text", f"{sentence} Take it out: the page may lie on a table at home")
        return text
