"""The Exclusions Team and the Post-16 team help: asked from a placement, answered from a queue."""

from datetime import date

import pytest

from homeward.due.models import Expectation
from homeward.organisations.models import Team
from homeward.support import actions
from homeward.support.models import SupportRequest
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import comes, the_record_must_hold

pytestmark = pytest.mark.django_db(transaction=True)
MAILBOX = "exclusionsupport@hillingdon.gov.uk"
WEDNESDAY = date(2026, 11, 25)
THURSDAY = date(2026, 11, 26)


def test_r20_the_exclusions_team_is_asked_for_a_fresh_start_and_finishes_its_queue(visit, cast):
    _ask_for_a_fresh_start(visit, cast)
    _take_it_from_the_queue(visit, cast)
    _ask_the_school_something(visit)
    _ask_two_schools(visit)

    _the_school_writes_back(visit, cast)
    comes(visit, THURSDAY)
    _record_their_answers(visit, cast)
    _finish_the_step(visit)
    _close_it(visit)

    _the_school_sees_what_came_of_it(visit, cast)
    the_record_must_hold()


def test_r20_support_to_return_is_asked_for_and_a_closed_request_opened_again(visit, cast):
    visit.sign_in(cast.dsl)
    visit.open("placement", cast.running)
    visit.follow("Ask for support")
    visit.press("Ask the team")
    assert "Say what you ask for" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("What do you ask for?", "Support to return")
    visit.write("What do you ask of the team?", "Please come to the meeting on her first day.")
    visit.press("Ask the team")
    assert "It is with the Exclusions Team." in visit.text
    assert "An answer is due by Tuesday 1 December 2026." in visit.text
    found = SupportRequest.objects.get()
    actions.close(
        found,
        outcome="supported",
        came_of_it="We came, and come again in January.",
        closed_on=DAY,
        by=cast.access("exclusions"),
        on=DAY,
    )

    visit.go(f"/requests/{found.reference}/")
    assert "We came, and come again in January." in visit.text
    visit.follow("Open it again")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Open it again")
    assert "Write why it goes on" in visit.text
    visit.write("Why does it go on?", "She stayed at home on the second day.")
    visit.press("Open it again")

    assert "The request is open again." in visit.text
    assert "Hana Bird of the Exclusions Team has it." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def test_r20_a_request_that_nobody_took_is_late_by_the_teams_own_clock(visit, cast):
    actions.ask_for_support(
        team=cast.exclusions_team,
        kind="return",
        placement=cast.running,
        asks="Please help",
        by=cast.access("lead"),
        on=date(2026, 11, 13),
    )
    visit.sign_in(cast.exclusions)
    visit.go("/requests/")

    assert "4 days late" in visit.text
    assert "school day 5 after the request of 13 November 2026" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("requests-queue")
    visit.page.get_by_role("main").locator(".hw-figure__link", has_text="Late").click()
    assert "1 request on this page" in visit.text
    visit.follow("Support to return: Amira Haddad")
    assert "school days past the day of the answer" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def test_r21_the_mailbox_stands_wherever_help_may_be_needed_with_the_day_it_was_checked(
    visit, cast
):
    visit.sign_in(cast.exclusions)
    visit.go("/requests/")
    visit.follow("Exclusions Team")
    assert "It has not been checked yet." in visit.text
    visit.write("When should a school ask this team?", "For a return, or a fresh start.")
    visit.page.get_by_label("I tried both today, and somebody answered").check()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save the card")
    assert Team.objects.get(pk=cast.exclusions_team.pk).verified_on == DAY

    visit.sign_in(cast.tutor)
    visit.open("placement", cast.running)
    panel = visit.page.locator(".hw-panel", has_text="Who can help")
    assert panel.get_by_role("link", name=MAILBOX).get_attribute("href") == f"mailto:{MAILBOX}"
    assert "Tuesday 24 November 2026" in panel.inner_text()
    assert "For a return, or a fresh start." in panel.inner_text()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("placement-with-teams")

    visit.sign_in(cast.lead)
    visit.open("placement", cast.running)
    visit.follow("Ask for support")
    assert visit.page.get_by_role("link", name=MAILBOX).count() == 1
    visit.choose("What do you ask for?", "Support to return")
    visit.write("What do you ask of the team?", "Please come.")
    visit.press("Ask the team")
    team = visit.page.locator(".hw-panel", has_text="Exclusions Team")
    assert team.get_by_role("link", name=MAILBOX).is_visible()
    assert "Tuesday 24 November 2026" in team.inner_text()


def test_r29_the_post_16_team_joins_in_and_it_is_said_why_the_details_are_shared(visit, cast):
    comes(visit, DAY)
    visit.sign_in(cast.lead)
    visit.open("placement", cast.running)
    visit.follow("Ask for support")
    visit.choose("What do you ask for?", "Post-16")
    visit.write("What do you ask of the team?", "Please join the next review.")
    visit.press("Ask the team")
    assert "Say on what basis you share the details" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write(
        "On what basis do you share the young person’s details?", "She and her mother agreed"
    )
    visit.press("Ask the team")
    assert "It is with the Post-16 team." in visit.text

    visit.sign_in(cast.post16)
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="post-16")
    assert "Amira Haddad" in line.inner_text()
    visit.follow("Open the request")
    assert "She and her mother agreed" in visit.text
    visit.write("Write to Oak Park School (example)", "I will come to the review.")
    visit.press("Send")

    assert "Leo Quist of the Post-16 team answered on Tuesday 24 November 2026." in visit.text
    the_record_must_hold()


def test_a_team_is_asked_a_question_that_is_about_no_child(visit, cast):
    visit.sign_in(cast.elm_lead)
    visit.go("/requests/")
    assert "Your school has no open request." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.follow("Ask a team a question")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("Which team do you ask?", "Post-16 team")
    visit.write("What do you ask?", "Which courses still have places in January?")
    visit.press("Ask the team")

    assert "It is with the Post-16 team." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def _ask_for_a_fresh_start(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("placement", cast.running)
    visit.follow("Ask for support")
    visit.choose("What do you ask for?", "A fresh start at a new school")
    visit.write("What has been tried so far?", "Two returns; both ended after a week.")
    visit.write("What do you ask of the team?", "Please help us find a new school.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("support-ask")
    visit.press("Ask the team")

    assert "It is with the Exclusions Team." in visit.text
    assert "Waiting" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.open("placement", cast.running)
    panel = visit.page.locator(".hw-panel", has_text="Who can help")
    assert "A fresh start at a new school" in panel.inner_text()


def _take_it_from_the_queue(visit, cast):
    visit.sign_in(cast.exclusions)
    visit.go("/requests/")
    assert "Nobody has taken it" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.follow("A fresh start at a new school: Amira Haddad")
    visit.press("Take this request")
    assert "You have this request now." in visit.text
    assert "Two returns; both ended after a week." in visit.text


def _ask_the_school_something(visit):
    visit.write("Write to Oak Park School (example)", "What does Amira want herself?")
    visit.page.get_by_label("This asks the school something").check()
    visit.press("Send")
    assert "Waiting on the school" in visit.text
    assert "Its reply is due by Tuesday 1 December 2026." in visit.text

    visit.follow("Plan a step")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("What will be done?", "Visit")
    visit.write("In a few words", "Meet Amira and her mother")
    visit.pick("Who does it?", "Hana Bird")
    visit.write_day("By when?", THURSDAY)
    visit.press("Plan it")
    assert "Visit: Meet Amira and her mother" in visit.text


def _ask_two_schools(visit):
    for part, name in (("elm", "Elm Road School (example)"), ("far", "Far Hill School (example)")):
        visit.follow("Record a school that was asked")
        visit.page.get_by_label("Part of the school’s name").fill(part)
        visit.press("Find")
        visit.must_be_sound(DESKTOP, PHONE)
        visit.choose("Which school?", name)
        visit.press("Record that it was asked")
        assert "It stands in the record that the school was asked." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("support-request")


def _the_school_writes_back(visit, cast):
    visit.on(WEDNESDAY)
    visit.sign_in(cast.lead)
    visit.go("/today/")
    visit.follow("Write back")
    assert "What does Amira want herself?" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Write to the Exclusions Team", "A school with a workshop.")
    visit.press("Send")
    assert "Hana Bird of the Exclusions Team has it." in visit.text


def _record_their_answers(visit, cast):
    visit.sign_in(cast.exclusions)
    visit.go("/today/")
    visit.follow("Open the request")
    assert "A school with a workshop." in visit.text
    answers = (
        ("Elm Road School (example)", "No", "Year 9 is full."),
        ("Far Hill School (example)", "Yes", "From 5 January, with a mentor."),
    )
    for school, said, because in answers:
        visit.follow(f"Record the answer of {school}")
        visit.must_be_sound(DESKTOP, PHONE)
        visit.choose("What did the school say?", said)
        visit.write("In its own words", because)
        visit.press("Record the answer")
        assert because in visit.text


def _finish_the_step(visit):
    visit.follow("Record that it was done")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("What came of it? (optional)", "Both want to see Far Hill.")
    visit.press("It is done")
    assert "The step is done." in visit.text


def _close_it(visit):
    visit.follow("Close with an outcome")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("What came of it?", "A new school said yes")
    visit.write("Tell it in a few sentences", "Far Hill takes her from 5 January.")
    visit.press("Close the request")
    assert "The request is closed." in visit.text
    visit.go("/requests/")
    assert "No request is open." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def _the_school_sees_what_came_of_it(visit, cast):
    visit.sign_in(cast.lead)
    visit.go("/requests/?shown=closed")
    visit.follow("A fresh start at a new school: Amira Haddad")
    for said in (
        "Closed on Thursday 26 November 2026: a new school said yes.",
        "Far Hill takes her from 5 January.",
        "Year 9 is full.",
        "From 5 January, with a mentor.",
        "Both want to see Far Hill.",
        "A school with a workshop.",
    ):
        assert said in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    about = SupportRequest.objects.get().reference
    assert not Expectation.objects.filter(about=about, met_on__isnull=True).exists()
