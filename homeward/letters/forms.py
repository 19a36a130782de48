"""Approving a translation."""

from homeward.web.forms import ConfirmField, Form, HiddenField


class ApprovalForm(Form):
    """Who approves says that they read the language; which text they read goes with it."""

    is_read = ConfirmField(
        label="I read this language, or somebody who does has read it for me. It says what the English says.",
        missing="Say that it was read and says what the English says",
    )
    read = HiddenField()
