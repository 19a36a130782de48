"""What is typed before a letter is sent: own words, and how it goes to each person."""

from typing import Any

from homeward.letters.codes import Channel
from homeward.placements.actions.messages import LEAVE_OUT
from homeward.placements.queries.letter_readers import BeforeSending, Typed
from homeward.pupils.rules.opened import seen
from homeward.web.forms import ChoiceField, Form, HiddenField, LongTextField, TextField

CHANNEL_SAYS = {
    Channel.EMAIL: "By email",
    Channel.PRINT: "On paper",
    Channel.COPY: "Copied into a text by hand",
}
_MORE = {
    "review_invitation": ("when_and_where",),
    "review_invitation_child": ("when_and_where",),
    "off_site_direction": ("report_to", "times"),
}


class MessageForm(Form):
    """Own words, what only the writer knows, and a channel for each person who may get the letter."""

    own_words = LongTextField(
        label="Do you want to add a word of your own?",
        hint="It stands in every one of these letters. Short sentences, and nothing kept from anybody.",
        rows=3,
        max_length=2000,
    )
    when_and_where = TextField(
        label="When and where?",
        hint="For example, 10am at the school, in the room beside the office.",
        max_length=200,
    )
    report_to = TextField(
        label="Whom do they see on the first day?",
        missing="Say whom they see on the first day: the notice has to state it",
        max_length=120,
    )
    times = LongTextField(
        label="When do the sessions start, break and end?",
        hint="One line for each, for example: 9.30am to 12 noon, break from 10.45am to 11am.",
        missing="Say when the sessions start, break and end: the notice has to state it",
        rows=3,
    )
    checked = HiddenField(max_length=64)

    def __init__(self, data: Any, *, letter: str, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        fields: dict[str, Any] = self.fields
        wanted = _MORE.get(letter, ())
        for name in ("when_and_where", "report_to", "times"):
            if name not in wanted:
                del fields[name]
        self.more = wanted

    def ask_channels(self, made: BeforeSending) -> None:
        """Ask how each person gets it; one more answer is not to send it to them this time."""
        fields: dict[str, Any] = self.fields
        for one in made.readers:
            choices = [(channel.value, CHANNEL_SAYS[channel]) for channel in one.channels]
            fields[one.key] = ChoiceField(
                label=f"How does {one.name} get it?",
                choices=[*choices, (LEAVE_OUT, "Not this time")],
                initial=one.channel.value,
                missing=f"Say how {one.name} gets it",
            )

    def typed(self, only: str) -> Typed:
        """What stands in the form, sent or opened, before it is known to be right."""
        said = self.data if self.is_bound else self.initial
        text = {name: str(said.get(name, "")) for name in ("own_words", *self.more)}
        own_words = text.pop("own_words").replace("\r\n", "\n").strip()
        channels = {
            name: str(value)
            for name, value in said.items()
            if name.startswith(("adult-", "teacher-", "child"))
        }
        return Typed(own_words, text, channels, only)


def mark_of(made: BeforeSending) -> str:
    """A short mark of every text as it was shown; another text has another mark."""
    return seen({one.key: f"{one.text.subject}\n{one.text.body}" for one in made.readers})
