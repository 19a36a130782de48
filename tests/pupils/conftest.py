"""The cast of these tests: Oak Park and Elm Road, their authority, a provider, and Amira."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, Person
from homeward.organisations.roles import ROLES
from homeward.pupils import actions, visibility
from homeward.web.search import fold

TODAY = date(2026, 11, 24)
AMIRA_UPN = "Y999200026001"


def organisation(name, kind="school", authority=None, **more):
    return Organisation.objects.create(
        name=name, search_key=fold(name), kind=kind, authority=authority, **more
    )


def member(place, name, role):
    person = Person.objects.create_user(f"{fold(name).replace(' ', '.')}@example.example", name)
    return Access(
        person=person.pk,
        person_name=name,
        organisation=place.pk,
        organisation_name=place.name,
        organisation_kind=place.kind,
        authority=place.authority_id or place.pk,
        roles=(ROLES[role],),
        on=TODAY,
    )


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    """No room above opens a record, unless a test says so."""
    monkeypatch.setattr(visibility, "_openers", [])


@pytest.fixture
def cast(db):
    hillingdon = organisation("Hillingdon", kind="authority", code="312")
    elsewhere = organisation("Elsewhere", kind="authority", code="999")
    oak_park = organisation("Oak Park School (example)", authority=hillingdon)
    elm_road = organisation("Elm Road School (example)", authority=hillingdon)
    bridge_house = organisation("Bridge House (example)", kind="provider", authority=hillingdon)
    return SimpleNamespace(
        hillingdon=hillingdon,
        elsewhere=elsewhere,
        oak_park=oak_park,
        elm_road=elm_road,
        lead=member(oak_park, "Mara Lind", "ap_lead"),
        tutor=member(oak_park, "Ben Ode", "contact_adult"),
        dsl=member(oak_park, "Dara Sole", "dsl"),
        teacher=member(oak_park, "Tess Hall", "teacher"),
        elm_lead=member(elm_road, "Elsa Moor", "ap_lead"),
        officer=member(hillingdon, "Omar Lane", "exclusions_officer"),
        stranger=member(elsewhere, "Stan Far", "exclusions_officer"),
        key_worker=member(bridge_house, "Kit Wren", "key_worker"),
    )


@pytest.fixture
def add(cast):
    """Begin the record of a child at Oak Park, or as a test says."""

    def begin(first="Amira", last="Haddad", **more):
        said = {"born_on": date(2012, 3, 4), "year_group": 10, "upn": ""} | more
        school = said.pop("school", cast.oak_park)
        return actions.add_pupil(
            keeper=said.pop("keeper", cast.hillingdon),
            home_school=school,
            by=cast.lead,
            on=TODAY,
            first_name=first,
            last_name=last,
            **said,
        )

    return begin


@pytest.fixture
def amira(add):
    return add(upn=AMIRA_UPN)


@pytest.fixture
def ask():
    """Ask a page as somebody, on a day, without a browser."""

    def answer(view, access, address="/pupils/", posted=None, on=TODAY, session=None, **named):
        factory = RequestFactory()
        request = factory.get(address) if posted is None else factory.post(address, posted)
        request.access, request.today, request.user = access, on, AnonymousUser()
        request.session = SessionStore() if session is None else session
        request._messages = CookieStorage(request)
        request._dont_enforce_csrf_checks = True
        return view(request, **named)

    return answer
