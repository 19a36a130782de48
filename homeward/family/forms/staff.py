"""What staff type about the family's pages."""

from homeward.web.forms import Form, LongTextField, TextField


class AgreeWordForm(Form):
    """The word agreed with somebody of the family."""

    word = TextField(
        label="Which word was agreed?",
        hint="Agree it in person or by phone. No name, no date: others in the family know those. "
        "It is never shown again.",
        missing="Type the word that was agreed",
        max_length=100,
        width=20,
    )


class AnswerReplyForm(Form):
    """The school's answer to a parent."""

    text = LongTextField(
        label="Your answer",
        hint="They read it on their own page. Short, plain sentences help.",
        missing="Write the answer",
        max_length=4000,
    )
