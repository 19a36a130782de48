"""Addresses of sign-in (un-namespaced: allauth asks for them by its own names) and of people."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, URLResolver, include, path, re_path

from homeward.organisations.views import invitation, people, policy, sign_in
from homeward.web.pages import PUBLIC, SIGNED_IN, page


def _open(view: Callable[..., Any]) -> Callable[..., Any]:
    return page(PUBLIC, once=False)(view)


def _own(view: Callable[..., Any]) -> Callable[..., Any]:
    return page(SIGNED_IN, once=False)(view)


_sign_in: list[URLPattern | URLResolver] = [
    path("sign-in/", _open(sign_in.sign_in), name="account_login"),
    path("sign-in/code/", _open(sign_in.code), name="mfa_authenticate"),
    path("sign-in/closed/", _open(sign_in.inactive), name="account_inactive"),
    path(
        "sign-in/with/cancelled/",
        _open(sign_in.elsewhere_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path("sign-in/with/failed/", _open(sign_in.elsewhere_failed), name="socialaccount_login_error"),
    path(
        "sign-in/with/<str:provider_id>/",
        _open(sign_in.elsewhere_begin),
        name="openid_connect_login",
    ),
    path(
        "sign-in/with/<str:provider_id>/back/",
        _open(sign_in.elsewhere_back),
        name="openid_connect_callback",
    ),
    path("sign-out/", _open(sign_in.sign_out), name="account_logout"),
    path("account/password/", _own(sign_in.password), name="account_change_password"),
    path("account/password/new/", _own(sign_in.set_password), name="account_set_password"),
    path("account/password/forgotten/", _open(sign_in.forgotten), name="account_reset_password"),
    path(
        "account/password/forgotten/sent/",
        _open(sign_in.forgotten_sent),
        name="account_reset_password_done",
    ),
    path(
        "account/password/forgotten/done/",
        _open(sign_in.new_password_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/password/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _open(sign_in.new_password),
        name="account_reset_password_from_key",
    ),
    path("account/confirm/", _own(sign_in.confirm), name="account_reauthenticate"),
    path("account/confirm/code/", _own(sign_in.confirm_code), name="mfa_reauthenticate"),
    path("account/second-step/", _own(sign_in.second_factor), name="mfa_index"),
    path("account/second-step/app/", _own(sign_in.activate), name="mfa_activate_totp"),
    path("account/second-step/app/end/", _own(sign_in.deactivate), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", _own(sign_in.codes), name="mfa_view_recovery_codes"),
    path(
        "account/recovery-codes/new/", _own(sign_in.new_codes), name="mfa_generate_recovery_codes"
    ),
    path(
        "account/recovery-codes/download/",
        _own(sign_in.download_codes),
        name="mfa_download_recovery_codes",
    ),
]

_people: list[URLPattern | URLResolver] = [
    path("sign-in/as/<uuid:reference>/", sign_in.demo_sign_in, name="demo_sign_in"),
    path("account/", people.account, name="account"),
    path("working-as/", people.working_as, name="working_as"),
    path("people/", people.people, name="people"),
    path("people/at/<uuid:reference>/", people.people, name="people_at"),
    path("people/at/<uuid:reference>/invitations/new/", people.invite, name="invite"),
    path("people/roles/<uuid:reference>/ending/", people.end_membership, name="end_membership"),
    path("people/invitations/<uuid:reference>/ending/", people.withdraw, name="withdraw"),
    path("policy/", policy.policy, name="policy"),
    path("policy/<slug:key>/", policy.number, name="policy_number"),
    path("policy/<slug:key>/preview/", policy.preview, name="policy_preview"),
    path("policy/<slug:key>/coming/<slug:from_on>/removal/", policy.removal, name="policy_removal"),
    path("invitations/<str:token>/", invitation.invitation, name="invitation"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    *_sign_in,
    path("", include((_people, "organisations"))),
]
