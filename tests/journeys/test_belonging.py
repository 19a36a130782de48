"""A child who is away is still one of us: on the lists, at the events, and asked which school is theirs."""

from datetime import date

import pytest

from homeward.placements.models import Belonging, Review
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def test_r12_somebody_looks_each_half_term_at_how_the_child_still_belongs(visit, cast):
    visit.on(date(2026, 12, 7))
    visit.sign_in(cast.lead)
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="still belongs to the home school")
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Record belonging").click()
    assert "stays a pupil of Oak Park School (example)" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("belonging")

    visit.press("Save")
    assert "Say yes or no for at least one of the six" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("Is Amira still on the tutor’s list?", "Yes")
    visit.choose("Is Amira told of trips?", "No")
    visit.write(
        "What will be put right, and by whom?", "Joe asks the trip leader to send the letter home"
    )
    visit.press("Save")

    assert "Saved. 1 to put right." in visit.text
    assert "still belongs to the home school" not in visit.text
    assert Belonging.objects.filter(placement=cast.running, is_kept=False).count() == 1
    visit.open("record_belonging", cast.running)
    assert "Joe asks the trip leader" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def test_r12_each_review_asks_which_school_are_you_at(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("record_review", cast.running, "?from=today")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("review")
    visit.choose("Was Amira there?", "Yes")
    visit.choose("Was a parent or carer there?", "Yes")
    visit.write("“Which school are you at?”", "Oak Park. I am just over here till Christmas.")
    visit.write("What was agreed?", "Joe visits on Tuesday; Mara books the meeting.")
    visit.choose("What was decided?", "Continue as it is")
    visit.press("Save the review")
    assert "Set the day of the next review" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write_day("When is the next review?", date(2026, 12, 10))
    visit.press("Save the review")

    assert "Saved. The next review is set for Thursday 10 December." in visit.text
    held = Review.objects.get(placement=cast.running)
    assert (held.held_on, held.which_school) == (
        DAY,
        "Oak Park. I am just over here till Christmas.",
    )
    visit.open("record_review", cast.running)
    assert "Oak Park. I am just over here till Christmas." in visit.text
