"""The one question that confirms who opens a page."""

from homeward.web.forms import Form, TextField


class WordForm(Form):
    """The word agreed with the school."""

    word = TextField(
        label="What is your word?",
        hint="It is the word that you agreed with the school.",
        missing="Type your word",
        max_length=100,
        width=20,
    )

    def does_not_fit(self, left: int) -> str:
        """What to say to a word that does not fit."""
        tries = "1 try" if left == 1 else f"{left} tries"
        return f"That is not the word. You have {tries} left"
