"""What a teacher types: the six figures that came to their own mailbox."""

from homeward.web.forms import Form, TextField


class FiguresForm(Form):
    """The six figures that were sent to a teacher's school address, to open their link."""

    figures = TextField(
        label="What are the six figures?",
        missing="Type the six figures",
        max_length=12,
        width=10,
        autocomplete="one-time-code",
    )
