"""The cast of these tests: an authority, a school, and two providers."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from homeward.calendars.models import TermDate
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation, Person
from homeward.organisations.roles import ROLES
from homeward.providers import actions
from homeward.web.search import fold

TODAY = date(2026, 11, 24)


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


@pytest.fixture
def cast(db):
    hillingdon = organisation("Hillingdon", kind="authority", code="312")
    oak_park = organisation("Oak Park School (example)", authority=hillingdon)
    commissioner = member(hillingdon, "Cora Moss", "commissioner")
    said = {"authority": hillingdon, "by": commissioner, "on": TODAY}
    bridge_house = actions.add_provider(name="Bridge House (example)", **said)
    northgate = actions.add_provider(name="Northgate (example)", **said)
    harrow = organisation("Harrow", kind="authority", code="310")
    return SimpleNamespace(
        hillingdon=hillingdon,
        oak_park=oak_park,
        bridge_house=bridge_house,
        northgate=northgate,
        commissioner=commissioner,
        administrator=member(hillingdon, "Ade Bello", "administrator"),
        harrow_officer=member(harrow, "Uma Hall", "exclusions_officer"),
        lead=member(oak_park, "Mara Lind", "ap_lead"),
        tutor=member(oak_park, "Ben Ode", "contact_adult"),
        teacher=member(oak_park, "Tess Hall", "teacher"),
        key_worker=member(bridge_house.organisation, "Kit Wren", "key_worker"),
    )


@pytest.fixture
def term(cast):
    """The autumn term: school days until Friday 18 December."""
    for kind, starts_on, ends_on in (
        ("term", date(2026, 9, 1), date(2026, 12, 18)),
        ("half_term", date(2026, 10, 26), date(2026, 10, 30)),
        ("term", date(2027, 1, 4), date(2027, 3, 25)),
        ("half_term", date(2027, 2, 15), date(2027, 2, 19)),
        ("term", date(2027, 4, 12), date(2027, 7, 21)),
        ("half_term", date(2027, 5, 31), date(2027, 6, 4)),
    ):
        TermDate.objects.create(
            organisation=cast.hillingdon,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
            name="Autumn term" if kind == "term" else "",
        )


@pytest.fixture
def ask():
    """Ask a page as somebody, on a day, without a browser."""

    def answer(view, access, address="/providers/", posted=None, on=TODAY, **named):
        factory = RequestFactory()
        request = factory.get(address) if posted is None else factory.post(address, posted)
        request.access, request.today, request.user = access, on, AnonymousUser()
        request.session = SessionStore()
        request._messages = CookieStorage(request)
        request._dont_enforce_csrf_checks = True
        return view(request, **named)

    return answer
