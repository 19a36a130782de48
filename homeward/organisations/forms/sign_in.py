"""The forms of sign-in: allauth's own, with our questions and sentences."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.validators import EmailValidator

type Said = tuple[str, str, str]

_EMAIL = ("Email address", "", "Enter your email address, like name@school.sch.uk")
_NEW = (
    "New password",
    "At least 10 characters. Three words that only you would put together make a good one",
    "Choose a new password",
)
_AGAIN = ("The new password again", "", "Type the new password again")
_OLD = ("Your password at present", "", "Enter your password at present")
_CODE = (
    "Code",
    "Six digits from your authenticator app, or one of your recovery codes",
    "Enter the code",
)


class Ours:
    """Label, hint and the sentence for a blank, by the name of the field."""

    says: ClassVar[dict[str, Said]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        for name, (label, hint, missing) in self.says.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.error_messages["required"] = missing
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = missing
                field.validators = [EmailValidator(message=missing)]


class SignInForm(Ours, account.LoginForm):
    """Sign-in lasts as long as the browser is open, on every machine: schools share theirs."""

    says = {"login": _EMAIL, "password": ("Password", "", "Enter your password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["remember"]

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[no-untyped-call]
        self.cleaned_data["remember"] = False
        return cleaned


class ForgottenForm(Ours, account.ResetPasswordForm):
    says = {"email": _EMAIL}

    def save(self, request: Any, **kwargs: Any) -> str:
        """Send the link; or, to an address that nobody signs in with, a letter that says so."""
        email: str = self.cleaned_data["email"]
        if self.users:
            super().save(request, **kwargs)
        else:
            get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class NewPasswordForm(Ours, account.ResetPasswordKeyForm):
    says = {"password1": _NEW, "password2": _AGAIN}


class PasswordForm(Ours, account.ChangePasswordForm):
    says = {"oldpassword": _OLD, "password1": _NEW, "password2": _AGAIN}


class SetPasswordForm(Ours, account.SetPasswordForm):
    says = {"password1": _NEW, "password2": _AGAIN}


class ConfirmPasswordForm(Ours, account.ReauthenticateForm):
    says = {"password": ("Password", "", "Enter your password")}


class CodeForm(Ours, mfa.AuthenticateForm):
    says = {"code": _CODE}


class ConfirmCodeForm(Ours, mfa.ReauthenticateForm):
    says = {"code": _CODE}


class ActivateForm(Ours, totp.ActivateTOTPForm):
    says = {"code": ("Code", "The six digits that your app shows now", "Enter the code")}
