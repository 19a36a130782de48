"""The start gate: what is promised before a child goes, and withheld from the mark until it is kept."""

from datetime import date, timedelta

import pytest

from homeward.placements import actions as placements
from homeward.placements.models import Placement
from homeward.providers import actions as providers
from tests.cast import DAY, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import agree, begin_to_close, must_be_refused

pytestmark = pytest.mark.django_db(transaction=True)
STARTS_ON = date(2026, 11, 30)


def test_r02_the_commissioner_says_how_long_it_lasts(visit, cast):
    draft = whole_draft(cast, leave_out=("ends-on", "ends-because"))
    visit.sign_in(cast.lead)
    must_be_refused(visit, draft, ("Set the intended last day.", "R02"))
    visit.must_be_sound(DESKTOP, PHONE)

    begin_to_close(visit, draft, "Set the intended last day.")
    visit.write_day("What is the intended last day?", STARTS_ON - timedelta(days=1))
    visit.press("Save")
    assert "The intended last day must be on or after the first day" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write_day("What is the intended last day?", date(2027, 1, 29))
    visit.press("Save")
    must_be_refused(visit, draft, ("Say why it is meant to last until then.", "R02"))
    begin_to_close(visit, draft, "Say why it is meant to last until then.")
    visit.write("Why until then?", "Six school weeks are enough for the first two targets.")
    visit.press("Save")
    agree(visit, draft)

    visit.on(STARTS_ON)
    visit.open("placement", draft)
    assert "60 days left" in visit.text
    assert "Friday 29 January 2027: Six school weeks are enough" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("placement-first-day")


def test_r03_the_plan_is_there_from_the_start(visit, cast):
    missing = ("route", "target-date", "looked-for", "targets", "milestones", "first-review")
    draft = whole_draft(cast, leave_out=missing)
    visit.sign_in(cast.lead)
    must_be_refused(
        visit,
        draft,
        ("Say where the placement leads", "R03"),
        ("Set the target date of the return or the move.", "R03"),
    )

    begin_to_close(visit, draft, "Say where the placement leads")
    visit.choose("Where does the placement lead?", "Back to the home school")
    visit.write_day("What is the target date?", date(2027, 2, 1))
    visit.write("What do we look for before the return or the move?", "Two calm weeks.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    begin_to_close(visit, draft, "Write at least one target")
    visit.page.get_by_label("What is the target?").first.fill("Ask for a break")
    visit.page.get_by_label("Where is the child with it now?").first.fill("Leaves the room")
    visit.page.get_by_label("How will we see it?").first.fill("Times left in a day")
    visit.page.get_by_label("Day").first.fill("18")
    visit.page.get_by_label("Month").first.fill("12")
    visit.page.get_by_label("Year").first.fill("2026")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    begin_to_close(visit, draft, "Write the dated steps of the plan")
    visit.page.get_by_label("What will be done?").first.fill("Send the timetable home")
    visit.page.get_by_label("Day").first.fill("2")
    visit.page.get_by_label("Month").first.fill("12")
    visit.page.get_by_label("Year").first.fill("2026")
    visit.press("Save")
    begin_to_close(visit, draft, "Set the date of the first review.")
    visit.write_day("When is the first review?", date(2026, 12, 17))
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    agree(visit, draft)

    visit.open("plan", draft)
    assert "Tuesday 24 November 2026, Mara Lind" in visit.text
    assert "Back to the home school" in visit.text
    assert "has a right to come back." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("plan")


def test_r04_an_unregistered_placement_is_short_over_the_whole_chain(visit, cast):
    visit.sign_in(cast.lead)
    nameless = whole_draft(cast)
    placements.choose_provider(
        nameless, provider=_of_unknown_standing(cast), by=cast.access("lead"), on=DAY
    )
    must_be_refused(visit, nameless, ("Find out whether the provider is registered", "R04"))

    long = {"starts_on": date(2027, 1, 5), "ends_on": date(2027, 4, 16)}
    draft = whole_draft(cast, pupil=cast.amira, at="bridge_house", follows=cast.running, **long)
    visit.open("dates", draft)
    visit.choose("What kind of placement is it?", "Key Stage 4, to the end of Year 11")
    visit.press("Save")
    says = "Every placement with an unregistered one is short term."
    must_be_refused(visit, draft, (says, "R22"))
    begin_to_close(visit, draft, says)
    visit.choose("What kind of placement is it?", "Short term")
    visit.press("Save")
    visit.open("agreement", draft)
    assert "Planned for 15 weeks. Short term with an unregistered provider is at most 12." in (
        visit.text
    )
    assert "This does not stop you." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    agree(visit, draft)

    assert "school weeks in the whole chain, 2 placements" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("chain")


def _of_unknown_standing(cast):
    said = {"by": cast.access("commissioner"), "on": DAY}
    provider = providers.add_provider(
        name="Garden Rooms (example)", authority=cast.hillingdon, **said
    )
    providers.confirm_in_writing(
        provider, confirmed_on=DAY, expires_on=date(2027, 11, 1), given_by="The manager", **said
    )
    return provider


def test_r05_the_immediate_need_and_a_measurable_objective_are_written(visit, cast):
    missing = ("reason", "legal-basis", "immediate-need", "objective")
    draft = whole_draft(cast, at="bridge_house", leave_out=missing)
    visit.sign_in(cast.lead)
    need = "Write the child's immediate need."
    must_be_refused(visit, draft, (need, "R05"), ("Write an objective that can be measured", "R05"))

    begin_to_close(visit, draft, need)
    visit.picture("why")
    visit.choose(
        "What is the main reason for the placement?", "Off-site placement for behavioural support"
    )
    visit.choose("On what basis is it arranged?", "Agreement with the family")
    visit.write("What does the child need now?", "A calm place to learn in a small group.")
    visit.write("What should be different at the end?", "Stays in four lessons out of five.")
    visit.press("Save")
    must_be_refused(visit, draft, ("Write an objective that can be measured", "R05"))
    begin_to_close(visit, draft, "Write an objective that can be measured")
    visit.write("Where is the child with that today?", "One lesson out of five.")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    agree(visit, draft)

    assert "A calm place to learn in a small group." in visit.text


def test_r06_an_unregistered_placement_names_who_takes_the_longer_route_forward(visit, cast):
    draft = whole_draft(cast, at="bridge_house", leave_out=("route-owner",))
    visit.sign_in(cast.lead)
    says = "Name who takes the longer-term route forward"
    must_be_refused(visit, draft, (says, "R06"))

    begin_to_close(visit, draft, says)
    visit.write("Who takes the longer-term route forward?", "Mara Lind")
    visit.write("What is their next step?", "Meet the family at school")
    visit.press("Save")
    must_be_refused(visit, draft, (says, "R06"))
    begin_to_close(visit, draft, says)
    visit.write_day("By when?", date(2026, 12, 7))
    visit.press("Save")
    agree(visit, draft)

    visit.open("plan", draft)
    assert "Meet the family at school, by Monday 7 December 2026" in visit.text


def test_r07_a_short_term_registered_placement_has_its_last_day_before_it_starts(visit, cast):
    draft = whole_draft(cast, at="northgate", leave_out=("kind", "ends-on"))
    visit.sign_in(cast.lead)
    must_be_refused(
        visit,
        draft,
        ("Say what kind of placement it is.", "R02"),
        ("Set the intended last day.", "R02"),
    )

    begin_to_close(visit, draft, "Say what kind of placement it is.")
    visit.choose("What kind of placement is it?", "Short term")
    visit.write_day("What is the intended last day?", date(2027, 1, 29))
    visit.press("Save")
    agree(visit, draft)

    assert "Short term" in visit.text
    assert Placement.objects.get(pk=draft.pk).is_registered_at_start
    visit.go("/guidance/reintegration/")
    shown = visit.page.locator("#R07").inner_text()
    assert "registered short-term placements have a last day" in shown


def test_r22_to_the_end_of_year_11_is_for_key_stage_4_full_time_and_registered(visit, cast):
    later = date(2027, 1, 5)
    year_9 = whole_draft(cast, pupil=cast.amira, kind="ks4_to_end", starts_on=later)
    unregistered = whole_draft(cast, at="bridge_house", kind="ks4_to_end")
    left_out = ("ks4-full-time", "post16-lead", "destination-step")
    part_time = whole_draft(cast, kind="ks4_to_end", ends_on=date(2027, 6, 25), leave_out=left_out)
    visit.sign_in(cast.lead)
    must_be_refused(visit, year_9, ("only for Key Stage 4 (Years 10 and 11)", "R22"))
    must_be_refused(visit, unregistered, ("only for a registered provider", "R22"))
    must_be_refused(
        visit,
        part_time,
        ("only for full time: more than 18 hours a week", "R22"),
        ("Name a post-16 lead.", "R25"),
        ("Write the first step towards a September destination, with its date.", "R27"),
    )
    visit.must_be_sound(DESKTOP, PHONE)

    begin_to_close(visit, part_time, "To the end of Year 11 is only for full time")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        visit.choose("On which half days is the child there?", f"{day} morning")
        visit.choose("On which half days is the child there?", f"{day} afternoon")
    visit.write("How long is a half day?", "3")
    visit.page.get_by_text("Some half days are longer, shorter or somewhere else").click()
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        visit.write(f"{day} afternoon: hours", "2")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("week")
    visit.press("Save")
    visit.open("name_adult", part_time)
    visit.choose("What is this adult for the child?", "Post-16 lead")
    visit.write("Or somebody else: their name", "Leo Quist")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")
    begin_to_close(visit, part_time, "Write the first step towards a September destination")
    visit.write("What is their next step?", "Visit the college")
    visit.write_day("By when?", date(2026, 12, 9))
    visit.press("Save")
    agree(visit, part_time)

    assert "Key Stage 4, to the end of Year 11" in visit.text
