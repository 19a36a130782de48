"""The invented cast of these tests: two schools, a provider, an authority and their people."""

from datetime import date

import pytest

from homeward.organisations.models import Installation, Membership, Organisation, Person
from homeward.organisations.queries import access_of
from homeward.web import navigation
from homeward.web.search import fold
from tests.placements.visiting import visit  # noqa: F401 - a fixture

TODAY = date(2026, 11, 24)
PASSWORD = "three quiet otters"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture(autouse=True)
def only_our_sections(monkeypatch):
    """These tests have the addresses of this room only."""
    ours = {name: one for name, one in navigation._sections.items() if name == "People"}
    monkeypatch.setattr(navigation, "_sections", ours)


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def make_organisation(db):
    def make(name, kind="school", authority=None, **more):
        return Organisation.objects.create(
            name=name, search_key=fold(name), kind=kind, authority=authority, **more
        )

    return make


@pytest.fixture
def hillingdon(make_organisation):
    return make_organisation("Hillingdon", kind="authority", code="312")


@pytest.fixture
def oak_park(make_organisation, hillingdon):
    return make_organisation("Oak Park School (example)", authority=hillingdon)


@pytest.fixture
def elm_road(make_organisation, hillingdon):
    return make_organisation("Elm Road School (example)", authority=hillingdon)


@pytest.fixture
def northgate(make_organisation, hillingdon):
    return make_organisation("Northgate (example)", kind="provider", authority=hillingdon)


@pytest.fixture
def make_person(db):
    def make(email, name, *roles, from_on=date(2026, 9, 1)):
        person = Person.objects.create_user(email, name, PASSWORD)
        for place, role in roles:
            Membership.objects.create(person=person, organisation=place, role=role, from_on=from_on)
        return person

    return make


@pytest.fixture
def lead(make_person, oak_park):
    return make_person("lead@oakpark.example", "Mara Lind", (oak_park, "ap_lead"))


@pytest.fixture
def administrator(make_person, hillingdon):
    return make_person("admin@authority.example", "Ade Bello", (hillingdon, "administrator"))


@pytest.fixture
def access(today):
    return lambda person, place=None: access_of(person, place and place.pk, today)


@pytest.fixture
def demo(db):
    return Installation.objects.create(pk=1, is_demo=True)
