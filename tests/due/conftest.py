from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory

from homeward.due import kinds
from homeward.due.actions import Settlement, settle_many
from homeward.due.kinds import Described, Kind
from homeward.due.rules import Expected
from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Membership, Organisation, Person, Team
from homeward.organisations.roles import ROLES
from homeward.web.uuid7 import uuid7
from tests.guards import let_flush_pass

let_flush_pass()

TODAY = date(2026, 11, 24)
CONTACT = "test.contact"
REVIEW = "test.review"
LAW = "test.law"
GAP = "test.gap"
BOTH = (CONTACT, REVIEW)


def kind(name, title, **more):
    values = {
        "passage": "reintegration/weekly-contact",
        "title": title,
        "sentence": f"{title}: {{child}} at {{place}}",
        "button": f"Record {title.lower()}",
        "address": lambda about, period: f"/placements/{about}/{name}/{period}/",
        "describer": "test",
    }
    return Kind(name=name, **(values | more))


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """Kinds and a describer of this test alone; `hidden` holds records nobody may see."""
    monkeypatch.setattr(kinds, "_kinds", {})
    monkeypatch.setattr(kinds, "_describers", {})
    monkeypatch.setattr(kinds, "_guidance_pages", [])
    monkeypatch.setattr(kinds, "_firsts", [])
    monkeypatch.setattr("homeward.due.queries.shown.may_follow", lambda access, address: True)
    known = SimpleNamespace(asked=[], hidden=set())

    def describe(access, abouts):
        known.asked.append(set(abouts))
        return {
            about: Described("Amira", "Bridge House (example)", url=f"/placements/{about}/")
            for about in abouts
            if about not in known.hidden
        }

    kinds.describer("test", describe)
    kinds.register(kind(CONTACT, "Weekly contact", finished="Every child has been seen this week"))
    kinds.register(kind(REVIEW, "Review"))
    kinds.register(kind(LAW, "The sixth day", may_waive=False))
    kinds.register(kind(GAP, "A gap", may_waive=False, is_first=True))
    return known


def organisation(name, kind="school", authority=None, **more):
    return Organisation.objects.create(
        name=name, search_key=name.lower(), kind=kind, authority=authority, **more
    )


@dataclass(frozen=True)
class Cast:
    hillingdon: Organisation
    oak_park: Organisation
    elm_road: Organisation
    exclusions: Team
    lead: Access
    tutor: Access
    head: Access
    elm_lead: Access
    officer: Access


def member(place, name, role, team=None):
    person = Person.objects.create_user(f"{name.split()[0].lower()}@example.example", name)
    Membership.objects.create(
        person=person, organisation=place, role=role, team=team, from_on=date(2026, 9, 1)
    )
    return Access(
        person=person.pk,
        person_name=name,
        organisation=place.pk,
        organisation_name=place.name,
        organisation_kind=place.kind,
        authority=place.authority_id or place.pk,
        roles=(ROLES[role],),
        team=team.pk if team else None,
    )


@pytest.fixture
def cast(db):
    hillingdon = organisation("Hillingdon", kind=OrganisationKind.AUTHORITY, code="312")
    oak_park = organisation("Oak Park School (example)", authority=hillingdon)
    elm_road = organisation("Elm Road School (example)", authority=hillingdon)
    exclusions = Team.objects.create(
        authority=hillingdon, kind="exclusions", name="Exclusions Team"
    )
    return Cast(
        hillingdon=hillingdon,
        oak_park=oak_park,
        elm_road=elm_road,
        exclusions=exclusions,
        lead=member(oak_park, "Mara Lind", "ap_lead"),
        tutor=member(oak_park, "Ben Ode", "contact_adult"),
        head=member(oak_park, "Ruth Vane", "headteacher"),
        elm_lead=member(elm_road, "Elsa Moor", "ap_lead"),
        officer=member(hillingdon, "Omar Lane", "exclusions_officer", exclusions),
    )


@pytest.fixture
def expect(cast):
    """Settle one record of Oak Park, or of another owner, on the expected things given."""

    def settled(*expected, about: UUID | None = None, owner=None, also=()):
        about = about or uuid7()
        settle_many(
            [
                Settlement(
                    about=about,
                    keeper=cast.hillingdon.pk,
                    owner=(owner or cast.oak_park).pk,
                    expected=expected,
                )
            ],
            kinds=tuple({CONTACT, REVIEW, LAW, GAP, *kinds.first_kinds(), *also}),
            on=TODAY,
        )
        return about

    return settled


def week(monday, *, kind=CONTACT, due=4, role="ap_lead", **more):
    """One contact a week: opens on the Monday, due `due` days later."""
    return Expected(
        kind=kind,
        period=monday.isoformat(),
        opens_on=monday,
        due_on=date.fromordinal(monday.toordinal() + due),
        role=role,
        arithmetic=f"the last school day of the week of {monday.isoformat()}",
        **more,
    )


@pytest.fixture
def ask():
    """Ask a page as somebody, on a day, without a browser."""

    def answer(view, access, address="/today/", posted=None, on=TODAY, **named):
        factory = RequestFactory()
        request = factory.get(address) if posted is None else factory.post(address, posted)
        request.access, request.today, request.user = access, on, AnonymousUser()
        request.session, request._messages = {}, CookieStorage(request)
        request._dont_enforce_csrf_checks = True
        return view(request, **named)

    return answer
