"""The cast: Hillingdon, Oak Park School, Elm Road School, and who keeps their dates."""

from datetime import date

import pytest

from homeward.calendars.actions import load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.rules import TermRow
from homeward.organisations.access import Access, system
from homeward.organisations.models import Organisation, School
from homeward.organisations.roles import ROLES
from homeward.web.search import fold

TODAY = date(2026, 11, 24)
day = date.fromisoformat

TERMS_2026_27 = [
    ("term", "2026-09-02", "2026-12-18", "Autumn term"),
    ("half_term", "2026-10-26", "2026-10-30", ""),
    ("term", "2027-01-05", "2027-03-25", "Spring term"),
    ("half_term", "2027-02-15", "2027-02-19", ""),
    ("term", "2027-04-12", "2027-07-21", "Summer term"),
    ("half_term", "2027-05-31", "2027-06-04", ""),
]


def rows(organisation: Organisation, said=TERMS_2026_27, note: str = "") -> list[TermRow]:
    return [
        TermRow(organisation.pk, TermDateKind(kind), day(starts), day(ends), name, note)
        for kind, starts, ends, name in said
    ]


def access_of(organisation: Organisation, *roles: str, person: int | None = None) -> Access:
    return Access(
        person=person,
        person_name="Mara Lind",
        organisation=organisation.pk,
        organisation_name=organisation.name,
        organisation_kind=organisation.kind,
        authority=organisation.area,
        roles=tuple(ROLES[role] for role in roles),
    )


@pytest.fixture
def make_school(db):
    def make(name: str, urn: str, authority: Organisation, **more) -> Organisation:
        school = Organisation.objects.create(
            kind="school", name=name, search_key=fold(name), authority=authority, **more
        )
        School.objects.create(organisation=school, urn=urn, authority_code=authority.code)
        return school

    return make


@pytest.fixture
def hillingdon(db) -> Organisation:
    return Organisation.objects.create(
        kind="authority", name="Hillingdon", search_key="hillingdon", code="312"
    )


@pytest.fixture
def oak_park(hillingdon, make_school) -> Organisation:
    return make_school("Oak Park School (example)", "900001", hillingdon)


@pytest.fixture
def elm_road(hillingdon, make_school) -> Organisation:
    return make_school("Elm Road School (example)", "900002", hillingdon)


@pytest.fixture
def homeward(hillingdon) -> Access:
    return system(hillingdon.pk)


@pytest.fixture
def ap_lead(oak_park) -> Access:
    return access_of(oak_park, "ap_lead")


@pytest.fixture
def administrator(hillingdon) -> Access:
    return access_of(hillingdon, "administrator")


@pytest.fixture
def loaded(hillingdon, homeward) -> Organisation:
    load_terms(rows(hillingdon), by=homeward, on=TODAY)
    return hillingdon
