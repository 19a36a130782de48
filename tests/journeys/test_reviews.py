"""Reviews: the targets are looked at, something is decided, and somebody does it by a day."""

from datetime import date

import pytest

from homeward.placements.models import EndDateChange, Placement, Review, ReviewAction
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import comes, the_record_must_hold

pytestmark = pytest.mark.django_db(transaction=True)

TARGET = "Ask for a break instead of leaving the room"


def hold(visit, placement, decision, *, why="", query="", next_on=date(2026, 12, 10)):
    """Open the form of a review and answer what must be answered; it is not yet saved."""
    visit.open("record_review", placement, query)
    visit.choose("Was Amira there?", "Yes")
    visit.choose("Was a parent or carer there?", "Yes")
    visit.choose("What was decided?", decision)
    if why:
        visit.write("Why?", why)
    visit.write_day("When is the next review?", next_on)


def write_action(visit, number, what, who, by_on):
    """Write one action into its row: for a person of the list."""
    row = visit.page.get_by_role("group", name=f"Action {number}", exact=True)
    row.get_by_label("What will be done?").fill(what)
    box = row.get_by_label("By whom, of the people who sign in?")
    listed = box.locator("option").all_inner_texts()
    box.select_option(label=next(one for one in listed if one.startswith(who)))
    for part, number_of in (("Day", by_on.day), ("Month", by_on.month), ("Year", by_on.year)):
        row.get_by_label(part, exact=True).fill(str(number_of))


def test_r16_targets_are_looked_at_in_each_review_and_set_again(visit, cast):
    visit.sign_in(cast.lead)
    hold(visit, cast.running, "Change the plan", why="The workshop goes well, the afternoons not.")
    visit.pick("How far is it, against what was hoped?", "Less than hoped")
    visit.write("What was seen?", "Left twice in a day, not three times")
    write_action(visit, 1, "Bring the timetable of one morning", "Joe Adeyemi", date(2026, 12, 3))
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("review-form")
    visit.press("Add two more actions")

    assert "There is something to put right" not in visit.text
    write_action(visit, 3, "Ask for a seat near the door", "Hana Bird", date(2026, 12, 4))
    visit.must_be_sound(PHONE)
    visit.press("Save the review")
    assert "2 actions are now due from the owners." in visit.text
    assert "Left twice in a day, not three times" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("review-in-full")

    visit.follow("change the targets")
    row = visit.page.get_by_role("group", name="Target 1")
    row.get_by_label("How will we see it?").fill("Times left in a morning")
    visit.press("Save")
    visit.open("record_review", cast.running)
    assert f"On {DAY:%A} 24 November 2026: less than hoped." in visit.text
    assert "Times left in a morning" in visit.text
    assert ReviewAction.objects.filter(placement=cast.running).count() == 2
    the_record_must_hold()


def test_r16_what_a_review_decides_is_done_by_its_owner(visit, cast):
    visit.sign_in(cast.lead)
    hold(visit, cast.running, "Continue as it is")
    write_action(visit, 1, "Bring the timetable of one morning", "Joe Adeyemi", date(2026, 11, 27))
    visit.press("Save the review")

    visit.sign_in(cast.tutor)
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="Bring the timetable of one morning")
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Record as done").click()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("action")
    visit.write("Anything to note?", "She chose the art lesson.")
    visit.press("Record it as done")
    assert "Recorded as done: Bring the timetable of one morning" in visit.text
    assert "Decided in a review" not in visit.text

    action = ReviewAction.objects.get(placement=cast.running)
    assert (action.done_on, action.done_note) == (DAY, "She chose the art lesson.")
    visit.open("action", cast.running, action=action.reference)
    visit.press("It was not done after all")
    assert "Taken back: the action is due again." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    the_record_must_hold()


def test_r15_a_later_last_day_shows_the_whole_chain_and_who_agreed(visit, cast):
    visit.sign_in(cast.lead)
    hold(visit, cast.running, "Extend: a later last day", why="Two targets are nearly there.")
    visit.write_day("Until which day?", date(2027, 2, 12))
    visit.press("See what a later last day makes of the chain")
    assert "This makes 13 school weeks in the chain; short term is at most 12." in visit.text
    assert "This does not stop you." in visit.text
    visit.press("Save the review")
    assert "Say who agreed to the later last day" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Who agreed?", "The headteacher, Leila Haddad, and Amira")
    visit.press("Save the review")

    assert "The intended last day is now Friday 12 February 2027." in visit.text
    assert "This makes 13 school weeks in the chain; short term is at most 12." in visit.text
    assert "Who agreed: The headteacher, Leila Haddad, and Amira" in visit.text
    visit.open("reviews", cast.running)
    assert "From Friday 11 December 2026 to Friday 12 February 2027" in visit.text
    assert "13 school weeks in the chain; short term is at most 12." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("reviews")
    assert Placement.objects.get(pk=cast.running.pk).ends_on == date(2027, 2, 12)
    the_record_must_hold()


def test_r15_a_last_day_moves_with_its_reason_and_later_only_with_a_review(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("end_date", cast.running)
    assert "No review has been held yet." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write_day("What is the new last day?", date(2026, 12, 18))
    visit.write("Why does the last day change?", "The new timetable begins in January.")
    visit.write("Who agreed?", "The headteacher and Leila Haddad")
    visit.press("Save the new last day")
    assert "A later last day needs a review" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("end-date")

    visit.write_day("What is the new last day?", date(2026, 12, 4))
    visit.press("Save the new last day")
    assert "The intended last day is now Friday 4 December." in visit.text
    change = EndDateChange.objects.get(placement=cast.running)
    assert (change.old_on, change.new_on, change.review) == (
        date(2026, 12, 11),
        date(2026, 12, 4),
        None,
    )
    the_record_must_hold()


def test_r11_where_no_review_plans_the_return_the_head_hears_and_then_the_authority(visit, cast):
    comes(visit, date(2026, 11, 27))
    visit.sign_in(cast.head)
    visit.go("/today/")
    assert (
        "No review has decided what comes next for Amira Haddad: see that it is held" in visit.text
    )
    visit.must_be_sound(DESKTOP, PHONE)

    comes(visit, date(2026, 12, 4))
    visit.sign_in(cast.exclusions)
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="The end is near")
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Record review").click()
    visit.choose("Was Amira there?", "Yes")
    visit.choose("Was a parent or carer there?", "No")
    visit.choose("What was decided?", "Begin the return to the home school")
    visit.write("Why?", "She asks for it, and the school is ready.")
    visit.write_day("When is the next review?", date(2027, 1, 15))
    visit.press("Save the review")
    assert "Saved." in visit.text
    assert "The end is near" not in visit.text
    assert Review.objects.get(placement=cast.running).decision == "return"

    visit.sign_in(cast.head)
    visit.go("/today/")
    assert "No review has decided" not in visit.text
    the_record_must_hold()
