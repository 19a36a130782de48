"""Sign-in pages: allauth's own views, with our forms, answered as every page of ours is."""

from typing import Any

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as elsewhere
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from homeward.organisations import clock, forms, queries
from homeward.organisations.codes import DEMO_PASSWORD, DEMO_SIGN_INS
from homeward.web import panels
from homeward.web.pages import PUBLIC, page

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Answered:
    """Answers a form with mistakes with 422, as our own forms do."""

    def form_invalid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        answer.status_code = 422
        return answer


class SignIn(Answered, account.LoginView):
    form_class = forms.SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A demonstration offers its people, each as one click, and says their password."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        is_demo = clock.is_demo()
        people = []
        if is_demo:
            people = queries.demo_people(
                self.request.access,  # type: ignore[attr-defined]
                DEMO_SIGN_INS,
                self.request.today,  # type: ignore[attr-defined]
            )
        providers = get_social_providers(self.request)
        return context | {
            "demo_people": people,
            "demo_panels": panels.ask("organisations.demonstration", self.request.access),  # type: ignore[attr-defined]
            "demo_password": DEMO_PASSWORD if is_demo else "",
            "providers": providers,
        }


class Forgotten(Answered, account.PasswordResetView):
    form_class = forms.ForgottenForm


class NewPassword(Answered, account.PasswordResetFromKeyView):
    form_class = forms.NewPasswordForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {"token_fail": False, "form": None} | super().get_context_data(**kwargs)


class Password(Answered, account.PasswordChangeView):
    form_class = forms.PasswordForm


class SetPassword(Answered, account.PasswordSetView):
    form_class = forms.SetPasswordForm


class Confirm(Answered, account.ReauthenticateView):
    form_class = forms.ConfirmPasswordForm


class ConfirmCode(Answered, mfa.ReauthenticateView):
    form_class = forms.ConfirmCodeForm


class Code(mfa.AuthenticateView):
    form_class = forms.CodeForm

    def form_invalid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_invalid(form)
        answer.status_code = 422
        return answer


class Activate(Answered, totp.ActivateTOTPView):
    form_class = forms.ActivateForm


@page(PUBLIC, once=False)
@never_cache
def demo_sign_in(request: HttpRequest, reference: Any) -> HttpResponse:
    """Sign in as somebody of a demonstration by one click; nowhere else is there such a page."""
    if request.method != "POST" or not clock.is_demo():
        raise Http404
    offered = queries.demo_people(
        request.access,  # type: ignore[attr-defined]
        DEMO_SIGN_INS,
        request.today,  # type: ignore[attr-defined]
    )
    person = next((one for one, _ in offered if one.reference == reference), None)
    if person is None:
        raise Http404
    login(request, person, backend=_BACKEND)
    came_for = get_next_redirect_url(request)
    return redirect(came_for or get_adapter(request).get_login_redirect_url(request))


def get_social_providers(request: HttpRequest) -> list[Any]:
    """Answer the sign-in services that this installation is set up for."""
    from allauth.socialaccount.adapter import get_adapter as get_social_adapter

    return list(get_social_adapter(request).list_providers(request))


sign_in = SignIn.as_view()
sign_out = account.logout
inactive = account.account_inactive
forgotten = Forgotten.as_view()
forgotten_sent = account.password_reset_done
new_password = NewPassword.as_view()
new_password_done = account.password_reset_from_key_done
password = Password.as_view()
set_password = SetPassword.as_view()
confirm = Confirm.as_view()
confirm_code = ConfirmCode.as_view()
code = Code.as_view()
second_factor = mfa.index
activate = Activate.as_view()
deactivate = totp.deactivate_totp
codes = recovery_codes.view_recovery_codes
new_codes = recovery_codes.generate_recovery_codes
download_codes = recovery_codes.download_recovery_codes
elsewhere_cancelled = elsewhere.login_cancelled
elsewhere_failed = elsewhere.login_error
elsewhere_begin = openid_connect.login
elsewhere_back = openid_connect.callback
