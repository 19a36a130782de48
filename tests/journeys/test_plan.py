"""The reintegration plan: the way back is planned in the first week, written down, and owned."""

from datetime import date

import pytest

from homeward.placements import actions as placements
from homeward.placements.models import Placement
from tests.cast import DAY, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import agree, begin_to_close, must_be_refused, write_row

pytestmark = pytest.mark.django_db(transaction=True)


def test_r11_planning_for_the_return_begins_in_the_first_week(visit, cast):
    draft = whole_draft(cast, leave_out=("first-week-milestone",))
    visit.sign_in(cast.lead)
    says = "Planning begins at the start: date one step in the first week."
    must_be_refused(visit, draft, (says, "R11"))

    begin_to_close(visit, draft, says)
    write_row(visit, 2, "What will be done?", "Send the timetable home", by_on=date(2026, 12, 3))
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    agree(visit, draft)

    visit.on(date(2026, 12, 3))
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="Send the timetable home")
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Record step").click()
    assert visit.title == "Send the timetable home"
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Record it as done")
    assert "Recorded: the step is done." in visit.text
    visit.go(f"/placements/{draft.reference}/plan/")
    assert "Done 3 Dec 2026" in visit.text
    visit.go("/today/")
    assert "Send the timetable home" not in visit.text


def test_r15_what_we_look_for_is_written_and_is_never_a_condition(visit, cast):
    draft = whole_draft(cast, leave_out=("looked-for",))
    visit.sign_in(cast.lead)
    says = "Write what we look for before the return or the move."
    must_be_refused(visit, draft, (says, "R15"))

    begin_to_close(visit, draft, says)
    assert "It is never a condition on the child's right to come back." in visit.text
    visit.write("What do we look for before the return or the move?", "Two calm weeks in class.")
    visit.press("Save")
    agree(visit, draft)

    visit.open("plan", draft)
    assert "Two calm weeks in class." in visit.text
    assert "Ben has a right to come back." in visit.text


def test_r16_each_target_has_a_baseline_a_measure_and_a_date_and_is_rated(visit, cast):
    draft = whole_draft(cast, leave_out=("targets",))
    visit.sign_in(cast.lead)
    says = "Write at least one target with a baseline, a measure and a date."
    must_be_refused(visit, draft, (says, "R16"))

    begin_to_close(visit, draft, says)
    write_row(visit, 1, "What is the target?", "Ask for a break")
    visit.press("Save")
    assert "Say where the child is with it now" in visit.text
    assert "Say how we will see it" in visit.text
    assert "Enter the date, like 27 3 2026" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("target-mistakes")
    write_row(visit, 1, "Where is the child with it now?", "Leaves three times a day")
    write_row(visit, 1, "How will we see it?", "Times left", by_on=date(2026, 12, 18))
    visit.press("Save")
    agree(visit, draft)

    visit.open("plan_section", draft, section="targets")
    visit.pick("How far is it, against what was hoped?", "More than hoped")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    assert "Saved as a new version of the plan." in visit.text
    assert "Ask for a break Leaves three times a day Times left 18 Dec 2026 More than hoped" in (
        visit.text
    )
    visit.must_be_sound(DESKTOP, PHONE)


def test_r17_the_plan_says_how_trust_with_adults_and_peers_is_built(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("plan_section", cast.running, section="trust")
    visit.write(
        "How does the child build trust with adults?", "Joe eats with her on Tuesdays at the gate."
    )
    visit.write("How does the child build trust with other young people?", "Two friends visit.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    visit.open("plan_section", cast.running, section="child")
    visit.write("What does the child hope for?", "To go on the trip with my class.")
    visit.write("What does the child worry about?", "That nobody remembers me.")
    visit.write("What helps, says the child?", "When somebody asks first.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    visit.open("plan_section", cast.running, section="parents")
    visit.write("What do the parents or carers say?", "Mornings are hard.")
    visit.press("Save")

    for words in ("Joe eats with her", "Two friends visit", "nobody remembers me", "Mornings are"):
        assert words in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.page.emulate_media(media="print")
    visit.must_be_sound()
    visit.picture("plan-on-paper")


def test_r18_support_and_adjustments_are_named_and_owned_before_the_return(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("plan_section", cast.running, section="support")
    write_row(visit, 1, "What support?", "Ten minutes with Joe each morning")
    write_row(visit, 1, "From whom?", "Joe Adeyemi", by_on=date(2026, 12, 14))
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    visit.open("plan_section", cast.running, section="adjustments")
    write_row(visit, 1, "What is adjusted?", "A pass to leave the room")
    write_row(visit, 1, "Where?", "All lessons")
    write_row(visit, 1, "Who does it?", "Every teacher of 9B")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")

    assert "Ten minutes with Joe each morning · Joe Adeyemi · from 14 Dec 2026" in visit.text
    assert "A pass to leave the room · All lessons · Every teacher of 9B" in visit.text


def test_r18_a_child_who_comes_back_sooner_is_recorded_and_never_turned_away(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("record_ending", cast.running)
    assert "A child who comes back sooner, or without everything ready, is welcome" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("ending")
    visit.choose("What happened?", "Came back to the home school")
    visit.write_day("What was the last day?", DAY)
    visit.choose("Was it planned?", "No")
    visit.press("Save the ending")

    assert "Saved. Amira’s last day was Tuesday 24 November." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("ended")
    assert Placement.objects.get(pk=cast.running.pk).ended_on == DAY


def test_two_who_write_the_same_section_see_both_texts(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("plan_section", cast.running, section="trust")
    visit.write("How does the child build trust with adults?", "Mine: with Joe")
    latest = placements.write_plan(
        cast.running,
        section="trust",
        based_on=based_on(visit),
        texts={"adult_strand": "Theirs: with Ruth", "peer_strand": ""},
        lines=None,
        by=cast.access("head"),
        on=DAY,
    )
    visit.press("Save")

    assert "Somebody else changed this section while you were writing" in visit.text
    assert "Theirs: with Ruth" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("two-editors")
    assert based_on(visit) == latest.number
    visit.write("How does the child build trust with adults?", "With Joe and with Ruth")
    visit.press("Save")
    assert "With Joe and with Ruth" in visit.text
    visit.follow("All versions")
    assert f"Version {latest.number + 1}" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def based_on(visit):
    """The version of the plan that the page was opened with."""
    return int(visit.page.locator("[name=based_on]").get_attribute("value"))
