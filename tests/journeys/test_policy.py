"""The authority's administrator changes a number, sees beforehand what it makes due, and it is due."""

from datetime import date

import pytest

from homeward.jobs.actions import work
from homeward.organisations.models import PolicyValue
from homeward.placements import actions
from tests.cast import DAY, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import the_record_must_hold

pytestmark = pytest.mark.django_db(transaction=True)
SOURCE = "Schools Forum, 12 November 2026, minute 4"


@pytest.fixture
def late_review(cast):
    """Ben's placement began on 4 November; its plan sets the first review after Christmas."""
    begun = date(2026, 11, 2)
    draft = whole_draft(
        cast,
        starts_on=date(2026, 11, 4),
        ends_on=date(2027, 1, 29),
        leave_out=("first-review",),
        on=begun,
    )
    actions.write_plan(
        draft,
        section="review",
        based_on=3,
        texts={"first_review_on": date(2027, 1, 8)},
        by=cast.access("lead"),
        on=begun,
    )
    draft.refresh_from_db()
    return actions.agree(draft, by=cast.access("lead"), on=date(2026, 11, 3))


def test_policy_a_number_is_changed_knowing_what_it_makes_due(visit, cast, late_review):
    visit.sign_in(cast.lead)
    visit.go("/today/")
    assert "Hold a review for Ben" not in visit.text

    visit.sign_in(cast.admin)
    visit.go("/today/")
    visit.page.get_by_role("link", name="Policy", exact=True).click()
    assert visit.title == "The numbers of Hillingdon"
    assert "A contact every week." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("policy")

    visit.follow("Change First review")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("What should the number be?", "4")
    visit.press("See what it makes due")
    assert "Say who decided this, and where it is written" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Who decided this, and where is it written?", SOURCE)
    visit.press("See what it makes due")
    assert "1 thing due on another day." in visit.text
    assert "Oak Park School (example)" in visit.text
    assert "Ben" not in visit.text
    assert not PolicyValue.objects.exists()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("policy-preview")

    visit.press("Save and make it so")
    assert "First review is 4 school weeks from today." in visit.text
    assert "4 school weeks, since Tuesday 24 November 2026" in visit.text
    assert SOURCE in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("policy-number")
    work(on=DAY)

    visit.sign_in(cast.lead)
    visit.go("/today/")
    assert "Hold a review for Ben O’Neil" in visit.text
    the_record_must_hold()


def test_policy_a_coming_number_is_taken_back_before_its_day(visit, cast):
    visit.sign_in(cast.admin)
    visit.go("/policy/first_contact_school_days/")
    visit.write("What should the number be?", "3")
    visit.write_day("From which day?", date(2027, 1, 5))
    visit.write("Who decided this, and where is it written?", SOURCE)
    visit.press("See what it makes due")
    assert "Counted as if the number held today." in visit.text
    visit.press("Save and make it so")
    assert "First contact is 3 school days from 5 January 2027." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.follow("Take it back")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Take it back")
    assert "First contact stays as it is." in visit.text
    assert "Coming" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.sign_in(cast.bridge_worker)
    visit.go("/policy/first_contact_school_days/")
    assert "5 school days" in visit.text
    assert "Change it" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
