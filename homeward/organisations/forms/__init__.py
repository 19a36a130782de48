"""What is typed in this room."""

from homeward.organisations.forms.people import AcceptForm, InviteForm
from homeward.organisations.forms.policy import PolicyForm
from homeward.organisations.forms.sign_in import (
    ActivateForm,
    CodeForm,
    ConfirmCodeForm,
    ConfirmPasswordForm,
    ForgottenForm,
    NewPasswordForm,
    PasswordForm,
    SetPasswordForm,
    SignInForm,
)

__all__ = [
    "AcceptForm",
    "ActivateForm",
    "CodeForm",
    "ConfirmCodeForm",
    "ConfirmPasswordForm",
    "ForgottenForm",
    "InviteForm",
    "NewPasswordForm",
    "PasswordForm",
    "PolicyForm",
    "SetPasswordForm",
    "SignInForm",
]
