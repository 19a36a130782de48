"""Sign-in in a browser's eyes: password, second step, demonstration, leavers, two places."""

import re
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.sessions.models import Session
from django.core import mail
from django.http import HttpResponse
from django.urls import include, path

from homeward.organisations.actions import end_membership
from homeward.organisations.codes import May
from homeward.organisations.models import Membership
from homeward.web.pages import page
from tests.organisations.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@page(May.READ_TODAY)
def _today(request):
    return HttpResponse(f"{request.access.organisation_name} on {request.today}")


urlpatterns = [
    path("today/", _today),
    path("", include("homeward.organisations.urls")),
]


@pytest.fixture(autouse=True)
def no_queue(monkeypatch, today, settings):
    settings.TODAY = today
    monkeypatch.setattr("homeward.organisations.clock.day", lambda *known: today)
    monkeypatch.setattr("homeward.organisations.clock.today", lambda: today)


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": email, "password": password}, **more)


def with_app(person):
    secret = totp.generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_of(secret):
    return totp.format_hotp_value(
        totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time())))
    )


def test_password_and_code_sign_somebody_in(client, lead):
    secret = with_app(lead)

    first = sign_in(client, lead.email)
    second = client.post("/sign-in/code/", {"code": code_of(secret)}, follow=True)

    assert first.url.startswith("/sign-in/code/")
    assert second.content.decode() == "Oak Park School (example) on 2026-11-24"


def test_the_second_step_is_asked_for_before_anything_else(client, lead):
    sign_in(client, lead.email)

    assert client.get("/today/").url == "/account/second-step/app/"
    assert client.get("/people/").url == "/account/second-step/app/"


def test_the_second_step_is_set_up_with_recovery_codes(client, lead):
    sign_in(client, lead.email)
    confirm = client.get("/account/second-step/app/")
    assert confirm.url.startswith("/account/confirm/")
    client.post(confirm.url, {"password": PASSWORD})

    shown = client.get("/account/second-step/app/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", shown).group(1)
    answer = client.post("/account/second-step/app/", {"code": code_of(secret)}, follow=True)

    assert "Your recovery codes" in answer.content.decode()
    assert Authenticator.objects.filter(user=lead).count() == 2
    assert client.get("/today/").status_code == 200
    assert client.get("/account/second-step/").status_code == 200


def test_a_recovery_code_signs_in_once(client, lead):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    with_app(lead)
    code = RecoveryCodes.activate(lead).get_unused_codes()[0]

    sign_in(client, lead.email)
    assert client.post("/sign-in/code/", {"code": code}).url == "/today/"
    client.post("/sign-out/")
    sign_in(client, lead.email)
    assert client.post("/sign-in/code/", {"code": code}).status_code == 422


def test_known_and_unknown_people_get_the_same_answer(client, lead):
    def shown(email):
        answer = sign_in(client, email, "wrong")
        return answer.status_code, re.sub(r'value="[^"]*"', "", answer.content.decode())

    assert shown(lead.email) == shown("nobody@oakpark.example")
    assert shown(lead.email)[0] == 422
    assert "The email address or the password is not right" in shown(lead.email)[1]


def test_blank_answers_get_our_sentences(client, db):
    page = client.post("/sign-in/", {}).content.decode()

    assert "Enter your password" in page
    assert "This field is required" not in page


def test_a_forgotten_password_is_chosen_anew_by_mail(client, lead, db):
    client.post("/account/password/forgotten/", {"email": lead.email})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body).group(1)
    form = client.get(link).url
    new = "seven calm herons"

    assert client.get(form).status_code == 200
    assert client.post(form, {"password1": new, "password2": new}, follow=True).status_code == 200
    assert sign_in(client, lead.email, new).status_code == 302
    assert "This link cannot be used" in client.get(link, follow=True).content.decode()


def test_a_forgotten_password_says_nothing_about_who_is_known(client, lead):
    known = client.post("/account/password/forgotten/", {"email": lead.email})
    unknown = client.post("/account/password/forgotten/", {"email": "x@oakpark.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert "Nobody signs in with this address" in mail.outbox[1].body


def test_a_password_is_changed(client, lead, demo):
    client.force_login(lead)
    new = "seven calm herons"
    given = {"oldpassword": PASSWORD, "password1": new, "password2": new}

    assert client.post("/account/password/", given | {"password2": "x"}).status_code == 422
    assert client.post("/account/password/", given).status_code == 302
    lead.refresh_from_db()
    assert lead.check_password(new)


def test_a_demonstration_signs_in_by_one_click_and_says_so(client, lead, demo):
    shown = client.get("/sign-in/").content.decode()

    assert "homeward-demo" in shown
    assert "the second step of sign-in is left out" in shown
    assert client.post(f"/sign-in/as/{lead.reference}/").url == "/today/"
    assert client.get("/today/").status_code == 200


def test_outside_a_demonstration_nobody_is_offered(client, lead):
    shown = client.get("/sign-in/").content.decode()

    assert "homeward-demo" not in shown
    assert lead.name not in shown
    assert client.post(f"/sign-in/as/{lead.reference}/").status_code == 404
    assert client.get("/today/").status_code == 302


def test_one_click_is_only_for_the_people_offered(client, demo, make_person, oak_park):
    other = make_person("other@oakpark.example", "Jo", (oak_park, "ap_lead"))

    assert client.post(f"/sign-in/as/{other.reference}/").status_code == 404


def test_a_leaver_is_cut_off_at_once(client, lead, administrator, access, demo, today):
    client.force_login(lead)
    assert client.get("/today/").status_code == 200

    end_membership(lead.memberships.get(), on=today, by=access(administrator))

    assert Session.objects.count() == 0
    assert client.get("/today/").url.startswith("/sign-in/")
    assert sign_in(client, lead.email).url == "/sign-in/closed/"
    assert "no role in Homeward" in client.get("/sign-in/closed/").content.decode()


def test_a_session_that_was_missed_is_ended_by_its_next_request(client, lead, demo, today):
    client.force_login(lead)
    Membership.objects.update(to_on=today)

    assert client.get("/today/").url.startswith("/sign-in/")
    assert client.get("/sign-in/").status_code == 200


def test_somebody_with_two_organisations_works_for_one(client, lead, elm_road, demo, make_person):
    Membership.objects.create(
        person=lead, organisation=elm_road, role="teacher", from_on=date(2026, 9, 1)
    )

    assert sign_in(client, lead.email).url == "/working-as/"
    assert client.get("/today/").content.startswith(b"Oak Park")
    client.post("/working-as/", {"organisation": elm_road.pk})
    assert client.get("/today/").content.startswith(b"Elm Road")
    assert client.get("/people/").status_code == 403


def test_an_organisation_of_others_cannot_be_chosen(client, lead, elm_road, demo):
    client.force_login(lead)

    assert client.post("/working-as/", {"organisation": elm_road.pk}).status_code == 200
    assert client.get("/today/").content.startswith(b"Oak Park")


def test_access_costs_two_queries_beside_the_session(client, lead, django_assert_num_queries):
    with_app(lead)
    client.force_login(lead)

    with django_assert_num_queries(3):
        assert client.get("/today/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/account/",
        "/account/password/",
        "/account/second-step/",
        "/account/confirm/",
        "/sign-out/",
        "/working-as/",
        "/account/password/forgotten/sent/",
        "/account/password/forgotten/done/",
        "/sign-in/with/cancelled/",
    ],
)
def test_each_page_of_sign_in_is_shown(client, lead, demo, address):
    client.force_login(lead)

    assert client.get(address).status_code == 200


def test_the_codes_and_the_app_are_shown_and_replaced(client, lead):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    with_app(lead)
    before = RecoveryCodes.activate(lead).get_unused_codes()
    client.force_login(lead)
    confirm = client.get("/account/recovery-codes/new/").url
    client.post(confirm, {"password": PASSWORD})

    assert before[0] in client.get("/account/recovery-codes/").content.decode()
    assert client.get("/account/recovery-codes/new/").status_code == 200
    assert (
        before[0]
        not in client.post("/account/recovery-codes/new/", {}, follow=True).content.decode()
    )
    assert client.get("/account/recovery-codes/download/").status_code == 200
    assert client.get("/account/second-step/app/end/").status_code == 200
    client.post("/account/second-step/app/end/")
    assert client.get("/today/").url == "/account/second-step/app/"


def test_nobody_signs_themselves_up(client, db):
    assert client.get("/sign-in/with/nothing/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404
