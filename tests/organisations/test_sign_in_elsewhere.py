"""Another service says who somebody is: only people known here or invited are let in."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage

from homeward.organisations import actions
from homeward.organisations.access import NOBODY, system
from homeward.organisations.models import Person
from homeward.organisations.sign_in import InvitedOnlyElsewhere

pytestmark = [pytest.mark.django_db, pytest.mark.urls("homeward.organisations.urls")]


@pytest.fixture(autouse=True)
def a_day(monkeypatch, today, settings):
    service = {
        "provider_id": "dfe",
        "name": "DfE Sign-in",
        "client_id": "homeward",
        "secret": "not-a-secret",
        "settings": {"server_url": "https://service.example"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [service]}}
    monkeypatch.setattr("homeward.organisations.clock.today", lambda: today)


@pytest.fixture
def come(rf):
    def come(email, *, verified=True):
        request = rf.get("/sign-in/with/dfe/back/")
        request.user, request.session, request.access = AnonymousUser(), {}, NOBODY
        request._messages = FallbackStorage(request)
        given = SocialLogin(
            user=Person(email=email),
            account=SocialAccount(provider="dfe", uid="7"),
            email_addresses=[EmailAddress(email=email, verified=verified, primary=True)],
        )
        InvitedOnlyElsewhere().pre_social_login(request, given)
        return given

    return come


def test_a_person_who_works_here_is_joined(come, lead):
    come("Lead@oakpark.example")

    assert SocialAccount.objects.get().user == lead


def test_the_service_is_offered_on_the_sign_in_page(client, db):
    page = client.get("/sign-in/").content.decode()

    assert 'action="/sign-in/with/dfe/' in page
    assert "DfE Sign-in" in page


def test_an_address_that_was_not_verified_is_refused(come, lead):
    with pytest.raises(ImmediateHttpResponse) as refused:
        come(lead.email, verified=False)

    assert refused.value.response.status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_stranger_is_refused_and_no_person_is_made(come, db):
    with pytest.raises(ImmediateHttpResponse) as refused:
        come("stranger@elsewhere.example")

    assert "Homeward is by invitation" in refused.value.response.content.decode()
    assert not Person.objects.exists()


def test_a_leaver_is_refused(come, lead, today):
    lead.memberships.update(to_on=today)

    with pytest.raises(ImmediateHttpResponse):
        come(lead.email)


def test_somebody_invited_is_made_a_member(come, oak_park, hillingdon, access, today):
    actions.invite(
        "nia@oakpark.example",
        name="Nia Okoro",
        organisation=oak_park,
        role="dsl",
        by=system(hillingdon.pk),
        on=today,
        sends_mail=False,
    )

    come("nia@oakpark.example")

    nia = Person.objects.get()
    assert access(nia).role_names == ("dsl",)
    assert not nia.has_usable_password()
