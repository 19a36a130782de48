"""What a parent types on their own page."""

from homeward.web.forms import Form, LongTextField, YesNoField


class AnswerForm(Form):
    """Yes or no to a question of the school."""

    is_yes = YesNoField(label="Your answer", missing="Choose yes or no")
    said = LongTextField(
        label="Do you want to say more?", hint="You do not have to.", max_length=2000, rows=3
    )


class ReplyForm(Form):
    """What a parent says about an entry."""

    text = LongTextField(
        label="What do you want to say?",
        hint="The school reads it and answers you here. No other parent sees it.",
        missing="Write what you want to say",
        max_length=4000,
    )


class NotRightForm(Form):
    """What is not right."""

    text = LongTextField(
        label="What is not right?",
        hint="Say it in your own words. No other parent sees it.",
        missing="Write what is not right",
        max_length=4000,
    )
