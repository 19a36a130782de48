"""Parents, child and staff are told that it is for a short time, by the start."""

from datetime import date

import pytest

from homeward.placements import actions as placements
from homeward.placements.models import Telling
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
STARTS_ON = date(2026, 11, 30)


@pytest.fixture
def agreed(cast):
    """Ben's placement, agreed and not yet begun: nobody has been told."""
    return placements.agree(cast.draft, by=cast.access("lead"), on=DAY)


def test_r08_parents_are_told_clearly_that_it_is_short_term(visit, cast, agreed):
    begin_to_tell(visit, cast.lead, "parents")
    assert "from Monday 30 November 2026 to the last day, Friday 29 January 2027" in visit.text
    assert "Back to the home school" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("told-parents")

    visit.press("Save")
    assert "Say how they were told" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("How?", "By phone")
    visit.write("Who exactly was told?", "Grace O’Neil")
    visit.write("What did they understand, and what did they ask?", "Until January, then back.")
    visit.press("Save")

    assert "Saved. Parents or carers: told." in visit.text
    must_not_be_due(visit, "parents")
    told = Telling.objects.get(placement=agreed)
    assert (told.told_on, told.how, told.told_by_name) == (DAY, "phone", "Mara Lind")
    visit.open("telling", agreed, audience="parents")
    assert "Until January, then back." in visit.text


def test_r09_the_child_is_told_and_says_it_back(visit, cast, agreed):
    begin_to_tell(visit, cast.lead, "child")
    assert "stays a pupil of Oak Park School (example) all this time" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.choose("How?", "In a meeting")
    visit.write("Who told them?", "Joe Adeyemi")
    visit.write("What did Ben understand, in their own words?", "I come back after January.")
    visit.press("Save")

    assert "Saved. The child: told." in visit.text
    must_not_be_due(visit, "child")
    assert Telling.objects.get(placement=agreed).understood == "I come back after January."


def test_r10_wider_school_staff_are_told(visit, cast, agreed):
    begin_to_tell(visit, cast.lead, "staff")
    visit.must_be_sound(DESKTOP, PHONE)

    visit.choose("How?", "Staff briefing")
    visit.write("Which staff were told?", "All teachers of 11C, the SENCO and the office")
    visit.press("Save")

    assert "Saved. Wider school staff: told." in visit.text
    must_not_be_due(visit, "staff")


def test_whoever_was_not_told_by_the_start_stays_on_today_as_late(visit, cast, agreed):
    visit.on(date(2026, 12, 1))
    visit.sign_in(cast.lead)
    visit.go("/today/")

    late = visit.page.locator(".hw-lines > li", has=visit.page.locator('a[href*="/told/"]'))
    assert [" ".join(one.split()).count("1 day late") for one in late.all_inner_texts()] == [1] * 3
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("today-late")


def begin_to_tell(visit, person, audience):
    """Come from Today by the one button of the line."""
    visit.sign_in(person)
    visit.go("/today/")
    with visit.page.expect_navigation():
        visit.page.locator(f'a.govuk-button[href*="/told/{audience}/"]').click()


def must_not_be_due(visit, audience):
    """Back on Today, the line is gone."""
    assert visit.page.url.endswith("/today/")
    assert visit.page.locator(f'a[href*="/told/{audience}/"]').count() == 0
