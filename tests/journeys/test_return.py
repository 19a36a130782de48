"""Coming back: step by step, sooner than planned, and with what the child needs from the first day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.placements.models import LadderMove, Placement, SchoolPrepared
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import comes, the_record_must_hold, write_row
from tests.placements.coming_back import (
    FIRST,
    FULL,
    LADDER,
    make_ready,
    write_ladder,
    write_plan,
)

pytestmark = pytest.mark.django_db(transaction=True)

MAY = "Amira may come back on Monday 30 November 2026 whether or not this is complete."


def write_step(visit, number, from_on, at_school, **texts):
    """Write one step of the ladder: its first day, half days at school, and what is said."""
    step = visit.page.get_by_role("group", name=f"Step {number}", exact=True)
    for box, part in (("Day", from_on.day), ("Month", from_on.month), ("Year", from_on.year)):
        step.get_by_label(box, exact=True).fill(str(part))
    for half_day in at_school:
        step.get_by_label(f"Step {number}: {half_day} at school").check()
    step.get_by_label("Who meets the child at the gate?").fill(texts["met_by"])
    step.get_by_label("What do we look for before the next step?").fill(texts["looked_for"])


def test_r18_amira_comes_back_in_steps_with_one_step_back(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("coming_back", cast.running)
    assert "No day is set yet. Amira may come back on any day" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.follow("Write the way back")
    visit.must_be_sound(DESKTOP, PHONE)
    write_step(
        visit,
        1,
        FIRST,
        ("Monday morning", "Wednesday morning"),
        met_by="Joe Adeyemi",
        looked_for="Two calm mornings.",
    )
    write_step(
        visit,
        2,
        date(2026, 12, 7),
        [f"{day} morning" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")],
        met_by="Joe Adeyemi",
        looked_for="Lunch with friends.",
    )
    visit.press("Save")
    assert "A ladder without an end is not accepted" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write_day("From which day is Amira full time at school?", date(2027, 1, 11))
    visit.write("Who is Amira’s adult at school?", "Joe Adeyemi")
    visit.write("Where can Amira go at any time?", "The library office")
    visit.write("When do we take a step back, or pause?", "After two hard mornings.")
    visit.press("Save")
    assert "Saved as version 1 of the return." in visit.text
    assert MAY in visit.text
    assert "6.5 of 32.5 hours a week at school" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("return")

    comes(visit, FIRST)
    visit.open("coming_back", cast.running)
    visit.follow("Record that Amira came back")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("What does Amira say, in their own words?", "Joe was at the gate.")
    visit.press("Save the day")
    assert "Saved. Amira is back at school: welcome." in visit.text
    assert "Step 1 of 2" in visit.text

    for day, button, kept, because in (
        (date(2026, 12, 7), "On to the next step", "On to the next step", ""),
        (date(2026, 12, 9), "A step back", "A step back", "Two hard mornings"),
        (date(2026, 12, 14), "On to the next step", "On to the next step", ""),
        (date(2027, 1, 11), "Full time", "Full time at school", ""),
    ):
        comes(visit, day)
        visit.open("coming_back", cast.running)
        visit.follow(button)
        visit.must_be_sound(DESKTOP, PHONE)
        if because:
            visit.press("Save")
            assert "Say why, so that it helps next time" in visit.text
            visit.must_be_sound(DESKTOP, PHONE)
            visit.write("Why?", because)
        visit.press("Save")
        assert f"Saved. {kept}." in visit.text
        visit.must_be_sound(DESKTOP, PHONE)

    assert "Full time since Monday 11 January 2027" in visit.text
    assert "Two hard mornings" in visit.text
    visit.picture("full-time")
    kinds = LadderMove.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["start", "on", "back", "on", "full_time"]
    the_record_must_hold()
    visit.follow("Record the ending: came back")
    assert "How did the placement of Amira end?" in visit.title


def test_r18_school_is_prepared_is_withheld_by_name_and_given_by_the_head(visit, cast):
    write_ladder(cast)
    visit.sign_in(cast.head)
    visit.open("prepared", cast.running)
    assert MAY in visit.text
    assert "The mark waits for 4 things. Amira does not." in visit.text
    for says in (
        "Name the support: what, from whom, and from when.",
        "Brief the staff: not done yet.",
        "Ask the parent whether they agree to part-time.",
        "Tell the authority about part-time.",
    ):
        assert says in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("prepared-withheld")
    visit.press("Approve: the school is prepared")
    assert "The school is not marked as prepared yet." in visit.text
    assert not SchoolPrepared.objects.exists()
    visit.must_be_sound(DESKTOP, PHONE)

    visit.open("prepared", cast.running)
    visit.follow("Brief the staff")
    assert "What nobody needs to know: why Amira was away." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("How?", "Staff briefing")
    visit.press("Save")
    assert "Saved. School staff, before the return: told." in visit.text

    visit.follow("Ask the parent")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Who answered?", "Leila Haddad")
    visit.choose("Do they agree to part-time?", "Yes")
    visit.press("Save")
    visit.follow("Tell the authority about part-time.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("How?", "By phone")
    visit.press("Save")
    visit.follow("Name the support")
    write_row(visit, 1, "What support?", "Ten minutes with Joe each morning")
    write_row(visit, 1, "From whom?", "Joe Adeyemi", by_on=FIRST)
    visit.press("Save")

    visit.open("coming_back", cast.running)
    visit.follow("Approve: the school is prepared")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Approve: the school is prepared")
    assert "Approved on Tuesday 24 November 2026 by Ruth Penny (Headteacher)" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("prepared-given")

    visit.sign_in(cast.lead)
    assert visit.open("prepared", cast.running).status == 403
    the_record_must_hold()


def test_r19_adjustments_are_owned_and_in_place_by_the_first_day(visit, cast):
    write_plan(cast)
    write_ladder(cast)
    comes(visit, FIRST)
    visit.sign_in(cast.lead)
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="A pass to leave the room")
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Say whether it is in place").click()
    assert visit.title == "A pass to leave the room"
    assert "Done by Every teacher of 9B." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("Is it in place?", "No, not yet")
    visit.write("Anything to note?", "The cards are printed on Tuesday.")
    visit.press("Save")
    assert "A pass to leave the room" in visit.text

    comes(visit, FIRST + timedelta(days=1))
    visit.open("coming_back", cast.running)
    assert "not in place on 30 Nov 2026: The cards are printed on Tuesday." in visit.text
    visit.follow("Record whether it is")
    visit.choose("Is it in place?", "Yes, it is in place")
    visit.press("Save")
    assert "Saved. In place: A pass to leave the room." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.go("/today/")
    assert "Is it in place for" not in visit.text
    the_record_must_hold()


def test_r18_a_child_comes_back_a_week_early_and_nobody_is_turned_away(visit, cast):
    write_ladder(cast)
    visit.sign_in(cast.tutor)
    visit.open("record_return", cast.running)
    assert "Planned for Monday 30 November 2026." in visit.text
    visit.write_day("On which day did Amira come back?", DAY - timedelta(days=1))
    visit.write("Anything to note?", "She walked in with her friends.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save the day")
    assert "Saved. Amira is back at school: welcome." in visit.text
    assert "What the school still misses is due that day." in visit.text
    assert "Amira came back on Monday 23 November 2026." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("back-early")
    came = Placement.objects.get(pk=cast.running.pk)
    assert came.return_began_on == DAY - timedelta(days=1)

    visit.sign_in(cast.lead)
    visit.go("/today/")
    assert "Amira Haddad is back at school. Brief the staff: not done yet." in visit.text
    assert "Amira Haddad is back at school. Name the support" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    the_record_must_hold()


def test_r18_a_parents_no_means_that_full_time_is_offered(visit, cast):
    write_ladder(cast)
    visit.sign_in(cast.lead)
    visit.open("part_time_agreement", cast.running)
    assert "You may say no. Then Amira is offered full time." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.page.emulate_media(media="print")
    visit.must_be_sound()
    visit.picture("agreement-on-paper")
    visit.page.emulate_media(media="screen")

    visit.open("part_time", cast.running)
    visit.write("Who answered?", "Leila Haddad")
    visit.choose("Do they agree to part-time?", "No")
    visit.press("Save")
    assert "Full time is offered: Amira may come full time from the first day." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.follow("The parent did not agree to part-time")
    for number in (1, 2):
        step = visit.page.get_by_role("group", name=f"Step {number}", exact=True)
        for box in step.get_by_role("checkbox").all():
            box.uncheck()
        for text in step.get_by_role("textbox").all():
            text.fill("")
    visit.write_day("From which day is Amira full time at school?", FIRST)
    visit.press("Save")
    assert "Full time from the first day." in visit.text
    assert "did not agree to part-time" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    the_record_must_hold()


def test_r19_the_card_for_the_day_before_says_whom_and_where(visit, cast):
    make_ready(cast)
    visit.sign_in(cast.tutor)
    visit.open("day_before", cast.running)
    for words in (
        "Amira, welcome back",
        "Monday 30 November 2026",
        "Joe Adeyemi meets you at the gate.",
        "The library office. You do not have to ask.",
    ):
        assert words in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.page.emulate_media(media="print")
    visit.must_be_sound()
    visit.picture("day-before-on-paper")


def test_two_who_write_the_steps_see_both_texts(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("write_ladder", cast.running)
    write_step(
        visit, 1, FIRST, ("Monday morning",), met_by="Mara Lind", looked_for="A calm morning."
    )
    visit.write_day("From which day is Amira full time at school?", FULL)
    write_ladder(cast, LADDER, by="head")
    visit.press("Save")

    assert "Somebody else changed the steps while you were writing" in visit.text
    assert "Ruth Penny wrote version 1" in visit.text
    assert "Two calm mornings." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("two-ladders")
    visit.press("Save")
    assert "Saved as version 2 of the return." in visit.text


def test_r18_a_ladder_over_six_weeks_needs_the_headteachers_reason(visit, cast):
    write_ladder(cast, replace(LADDER, full_time_on=date(2027, 2, 8)))
    visit.sign_in(cast.head)
    visit.open("coming_back", cast.running)
    assert "8 school weeks part-time, longer than 6." in visit.text
    visit.follow("More than 6 weeks")
    visit.write("Why does it last longer than 6 weeks?", "She asked for small steps.")
    visit.press("Save")

    assert "Why longer, says Ruth Penny: She asked for small steps." in visit.text
    assert "reason is not written yet" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("longer")
