"""Success is not the last day: it is asked again, until a child is known to have arrived."""

from datetime import date

import pytest

from homeward.placements.models import Ending, Placement, SustainedCheck
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import comes, the_record_must_hold
from tests.placements.checking import checked, ended

pytestmark = pytest.mark.django_db(transaction=True)

LAST_DAY = date(2026, 12, 11)
ON_THE_WAY = (
    ("First check", date(2027, 1, 5), "It is loud, but I know where to go."),
    ("Second check", date(2027, 1, 25), "I have friends in 9B again."),
    ("Third check", date(2027, 3, 8), "Science is my best lesson."),
)
SUMMER = date(2027, 7, 21)


def test_r01_a_return_is_held_only_after_the_last_check(visit, cast):
    comes(visit, LAST_DAY)
    visit.sign_in(cast.lead)
    end_with_a_return(visit, cast)
    visit.open("checks", cast.running)
    assert "It counts as held only after the last." in visit.text
    assert "Due by Wednesday 21 July 2027" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("checks-begin")

    for name, on, words in ON_THE_WAY:
        comes(visit, on)
        answer_from_today(visit, name)
        visit.must_be_sound(DESKTOP, PHONE)
        visit.write("What does Amira say about how it goes?", words)
        answer(visit, "Yes")
        assert "Saved. Thank you for looking." in visit.text
        assert Placement.objects.get(pk=cast.running.pk).held_on is None
    comes(visit, SUMMER)
    visit.size(PHONE)
    answer_from_today(visit, "Last check")
    visit.picture("last-check")
    visit.write("What does Amira say about how it goes?", "I am just here now.")
    answer(visit, "Yes")

    assert "Saved. It has held: Amira has arrived." in visit.text
    visit.open("checks", cast.running)
    assert "It has held" in visit.text
    for _, _, words in ON_THE_WAY:
        assert words in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("held")
    assert Placement.objects.get(pk=cast.running.pk).held_on == SUMMER
    the_record_must_hold()


def test_r01_a_return_that_does_not_hold_is_begun_again_with_what_was_learnt(visit, cast):
    ended(cast, what_worked="The break card, and Joe at the gate.")
    comes(visit, date(2026, 11, 30))
    visit.sign_in(cast.lead)
    visit.open("checks", cast.running)
    assert "First check Late" in visit.text
    visit.follow("Answer the check")
    visit.press("Save the check")
    assert "Say whether it holds" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("What does Amira say about how it goes?", "The corridor is too much.")
    visit.write("What helps, and what is needed now?", "A way in that is not the main corridor.")
    answer(visit, "No: it did not hold")

    assert "Saved. It did not hold this time." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("not-held")
    visit.follow("Begin again with what was learnt")
    written = visit.page.get_by_label("What have we learnt?").input_value()
    for words in (
        "The break card, and Joe at the gate.",
        "The corridor is too much.",
        "A way in that is not the main corridor.",
    ):
        assert words in written
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("begin-again")
    visit.press("Begin the draft")

    draft = Placement.objects.get(follows=cast.running)
    assert "main corridor" in draft.learnt
    visit.open("why", draft)
    assert "A way in that is not the main corridor." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.open("checks", cast.running)
    visit.follow("It was begun again")
    assert visit.page.url.endswith(f"/placements/{draft.reference}/")
    the_record_must_hold()


def test_r01_a_move_is_checked_by_the_school_where_the_child_is(visit, cast):
    ended(cast, outcome="moved", goes_to=cast.elm_road)
    comes(visit, date(2026, 11, 23))
    visit.sign_in(cast.elm_lead)
    answer_from_today(visit, "First check")
    assert "Is Amira on roll at Elm Road School (example)?" in visit.text
    answer(visit, "Yes")
    assert SustainedCheck.objects.get().answered_for == cast.elm_road

    visit.sign_in(cast.exclusions)
    visit.open("record_check", cast.running, point="second")
    assert "You answer for Elm Road School (example)." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    the_record_must_hold()


@pytest.mark.parametrize(
    ("outcome", "due_on"),
    [
        ("Is educated at home by the parents", "Monday 11 January 2027"),
        ("Whereabouts not known", "Monday 14 December 2026"),
        ("Left the area", "Monday 11 January 2027"),
    ],
)
def test_l13_an_ending_in_home_education_or_missing_opens_the_authoritys_check(
    visit, cast, outcome, due_on
):
    comes(visit, LAST_DAY)
    visit.sign_in(cast.lead)
    visit.open("record_ending", cast.running)
    visit.choose("What happened?", outcome)
    visit.choose("Was it planned?", "No")
    visit.press("Save the ending")
    visit.sign_in(cast.exclusions)
    visit.open("checks", cast.running)
    assert f"Due by {due_on}" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.follow("Record the check")
    visit.write("What did you find?", "The mother was spoken with at home.")
    visit.choose("Is it settled?", "Not yet: we look again")
    visit.press("Save the check")
    assert "Set the day on which you look again" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("authority-check")
    visit.write_day("When do you look again?", date(2027, 1, 18))
    visit.press("Save the check")
    comes(visit, date(2027, 1, 18))
    visit.go("/today/")
    assert "Look after Amira Haddad" in visit.text
    visit.open("authority_check", cast.running)
    visit.write("What did you find?", "A visit with the adviser: lessons each day.")
    visit.choose("Is it settled?", "Yes, the child is known to be taught or placed")
    visit.press("Save the check")

    assert "Saved. It is settled." in visit.text
    the_record_must_hold()


def test_r01_an_ending_of_last_month_that_was_wrong_is_put_right(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("record_ending", cast.running)
    visit.choose("What happened?", "Moved to a new school or long-term placement")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("ending-form")
    visit.write_day("What was the last day?", date(2026, 11, 6))
    visit.choose("Was it planned?", "Yes")
    visit.press("Save the ending")
    assert "The first look whether it holds was due on" in visit.text
    visit.open("record_ending", cast.running)
    visit.follow("Correct it")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("What happened?", "Came back to the home school")
    visit.write("Why do you put it right?", "She came back to us; the move was another child’s.")
    visit.press("Save the correction")

    assert "This was put right" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    assert Ending.objects.filter(corrections__isnull=True).get().outcome == "returned"
    checked(cast)
    visit.follow("Take it back")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Why is it taken back?", "She has not left Bridge House at all.")
    visit.press("Take it back")
    assert "Taken back. The placement runs on" in visit.text
    assert Placement.objects.get(pk=cast.running.pk).ended_on is None
    the_record_must_hold()


def end_with_a_return(visit, cast):
    """Record that Amira came back on Monday 14 December, with what she says."""
    visit.open("record_ending", cast.running)
    visit.choose("What happened?", "Came back to the home school")
    visit.write_day(
        "What is the first day back, or at the new place? (optional)", date(2026, 12, 14)
    )
    visit.choose("Was it planned?", "Yes")
    visit.choose("How much did it help, as Amira says?", "Quite a lot")
    visit.write("What does Amira say about the placement?", "I can read my own timetable now.")
    visit.write("What worked, and should go on?", "The break card, and Joe at the gate.")
    visit.write(
        "What is offered from now on, by whom and until when?", "Dee visits in the third week."
    )
    visit.press("Save the ending")
    assert "Amira’s last day was Friday 11 December." in visit.text
    visit.open("record_ending", cast.running)
    assert "Quite a lot, as Amira says" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("how-it-ended")


def answer_from_today(visit, name):
    """Open the form of a check by its button on Today."""
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text=name.lower())
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Answer the check").click()
    assert name in visit.text


def answer(visit, holds):
    """On roll, at 94%, never suspended; and whether it holds."""
    visit.page.get_by_role("group", name="on roll").get_by_label("Yes", exact=True).check()
    visit.page.get_by_label("What was the attendance since").fill("94")
    visit.page.get_by_label("For how many half days").fill("0")
    visit.choose("Does it hold?", holds)
    visit.press("Save the check")
