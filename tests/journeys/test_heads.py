"""Hours and heads: a provider that is not registered is seen coming near the line, as a draft."""

import pytest
from django.urls import reverse

from homeward.placements import actions as placements
from homeward.pupils import actions as pupils
from tests.cast import DAY, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import agree
from tests.oversight.planting import a_child

pytestmark = pytest.mark.django_db(transaction=True)
FIFTH = (
    "With this placement 5 children of compulsory school age would be full-time at The Boathouse, "
    "Bridge House (example). A setting with 5 must be registered as a school."
)


def bring(cast, name, **more):
    """A child of Elm Road who is full-time at Bridge House."""
    by = cast.access("elm_lead")
    child = a_child(cast, name, "elm_lead", cast.elm_road)
    if more:
        pupils.amend_pupil(child, changes=more, by=by, on=DAY)
    draft = whole_draft(cast, pupil=child, by="elm_lead", at="bridge_house", starts_on=DAY, on=DAY)
    placements.agree(draft, by=by, on=DAY)


def test_r04_a_fifth_full_time_child_is_warned_of_as_a_draft(visit, cast):
    for number in range(3):
        bring(cast, f"Tomas{number}")
    fifth = whole_draft(cast, at="bridge_house")
    visit.sign_in(cast.lead)
    visit.open("placement", fifth)
    assert FIFTH in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.open("week", fifth)
    assert FIFTH in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.open("agreement", fifth)
    assert FIFTH in visit.text
    assert "R-UAP-02 When a setting must be a school · The law" in visit.text
    assert "Tomas" not in visit.text
    assert "Elm Road" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("fifth-full-time")
    agree(visit, fifth)


def test_r04_a_school_reads_counts_and_an_officer_the_schools(visit, cast):
    for number in range(3):
        bring(cast, f"Tomas{number}")
    bring(cast, "Ida", has_ehc_plan=True, sen_provision="E")
    provider = reverse("providers:provider", args=[cast.bridge_house.reference])
    visit.sign_in(cast.head)
    visit.go(provider)
    assert "5 children of compulsory school age are full-time here." in visit.text
    assert "Tomas" not in visit.text
    assert "Elm Road" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("meter")

    visit.sign_in(cast.exclusions)
    visit.go("/oversight/")
    visit.follow("Hours and heads of providers that are not registered")
    assert "Must be registered" in visit.text
    assert "Elm Road School (example): 4, of them full-time 4" in visit.text
    assert "Tomas" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("hours-and-heads")
    visit.follow("See the placements here")
    assert "Tomas0 Planted" in visit.text
