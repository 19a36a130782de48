"""The forms of invitations: sent and accepted."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms as django_forms
from django.core.exceptions import ValidationError

from homeward.web import forms


class _Password(django_forms.CharField):
    def __init__(self, *, label: str, missing: str, hint: str = "") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            strip=False,
            max_length=200,
            widget=django_forms.PasswordInput(attrs={"autocomplete": "new-password"}),
            error_messages={
                "required": missing,
                "max_length": "Use 200 characters or fewer",
            },
        )


class InviteForm(forms.Form):
    """Whom to invite, and for what. The choices are those of the organisation."""

    name = forms.TextField(
        label="What is their name?", missing="Enter the name of the person", max_length=120
    )
    email = forms.EmailField(
        label="What is their work email address?",
        hint="The invitation goes there. It names no child.",
        missing="Enter an email address, like name@school.sch.uk",
    )
    role = forms.ChoiceField(label="What do they do here?", missing="Choose what they do here")
    team = forms.ChoiceField(label="Which team are they in?", layout="select", prompt="No team")

    def __init__(
        self,
        *args: Any,
        roles: list[tuple[str, str]],
        teams: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        if teams:
            self.fields["team"].choices = [("", "No team"), *teams]  # type: ignore[attr-defined]
        else:
            del self.fields["team"]


class AcceptForm(forms.Form):
    """The name and the password with which somebody new begins."""

    name = forms.TextField(
        label="What is your name?",
        hint="As colleagues and families know you",
        missing="Enter your name",
        max_length=120,
        autocomplete="name",
    )
    password = _Password(
        label="Choose a password",
        hint="At least 10 characters. Three words that only you would put together make a good one",
        missing="Choose a password",
    )
    again = _Password(label="The password again", missing="Type the password again")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if password:
            try:
                get_adapter().clean_password(password)
            except ValidationError as weak:
                self.add_error("password", weak)
            if cleaned.get("again") and cleaned["again"] != password:
                self.add_error("again", "The two passwords are not the same")
        return cleaned
