"""A move is as good as a return: asked, answered, prepared, begun and checked; or waited for."""

from datetime import date

import pytest

from homeward.placements import actions as placements
from homeward.placements.actions.move import propose_move
from homeward.placements.models import Move, MoveAnswer, SustainedCheck
from homeward.placements.queries import latest
from homeward.pupils import actions as pupils
from tests.cast import DAY, SEPTEMBER, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.steps import comes, the_record_must_hold

pytestmark = pytest.mark.django_db(transaction=True)
ELM = "Elm Road School (example)"
BEGAN, FIRST_DAY = date(2026, 11, 2), date(2026, 12, 7)


@pytest.fixture
def toms(cast):
    """Tom's placement at Northgate, in its fourth week: he is ready for a fresh start."""
    lead = cast.access("lead")
    tom = pupils.add_pupil(
        keeper=cast.hillingdon,
        home_school=cast.oak_park,
        first_name="Tom",
        last_name="Fry",
        born_on=date(2013, 2, 3),
        sex="M",
        year_group=9,
        has_ehc_plan=True,
        by=lead,
        on=SEPTEMBER,
    )
    draft = whole_draft(cast, pupil=tom, starts_on=BEGAN, on=date(2026, 10, 20))
    agreed = placements.agree(draft, by=lead, on=date(2026, 10, 22))
    return placements.record_first_session(agreed, came_on=BEGAN, by=lead, on=BEGAN)


def test_r01_a_boy_moves_to_a_new_school_that_accepts_briefs_and_checks(visit, cast, toms):
    asks(visit, cast.lead, toms)
    accepts_with_changes(visit, cast.elm_lead, toms)
    comes(visit, date(2026, 12, 1))
    gets_ready(visit)
    comes(visit, FIRST_DAY)
    the_first_day(visit)
    the_placement_ends(visit, cast.lead, toms)
    comes(visit, date(2027, 1, 8))
    checks(visit, cast.elm_lead)
    the_record_must_hold()


def asks(visit, lead, toms):
    """The home school looks for a school by part of its name, and asks it."""
    visit.sign_in(lead)
    visit.open("move", toms)
    assert "Nobody is asked to take Tom yet." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.follow("Ask a school or provider")
    visit.write("Part of its name", "road elm")
    visit.press("Search")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-choose")
    visit.follow(f"Ask {ELM}")
    assert "education, health and care plan" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Ask them")
    assert "Say what kind of move it is" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.choose("What kind of move is it?", "A new school")
    visit.write("Why is this the right place?", "A small start, near his grandmother.")
    visit.write_day("What is the first day there meant to be? (optional)", FIRST_DAY)
    visit.picture("move-propose")
    visit.press("Ask them")
    assert f"{ELM} was asked on Tuesday 24 November and has not answered yet." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-asked")


def accepts_with_changes(visit, lead, toms):
    """The new school reads the plan, changes it, and says yes from its Today."""
    before = latest(None, toms).number
    visit.sign_in(lead)
    visit.open("plan_section", toms, section="child")
    visit.write(
        "What helps, says the child?", "Sitting near the door. Knowing who is there at break."
    )
    visit.press("Save")
    visit.go("/today/")
    assert "Answer whether Tom Fry may come" in visit.text
    visit.picture("move-today")
    visit.follow("Answer")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-answer")
    visit.choose("What is the answer?", "Yes, with changes to the plan")
    visit.write("What else is there to say?", "He starts with mornings for a week.")
    visit.press("Save the answer")
    assert visit.page.url.endswith("/today/")
    said = MoveAnswer.objects.get()
    assert (said.answer, said.plan_number) == ("amended", before + 1)


def gets_ready(visit):
    """A week before, it names its adult and briefs its staff, each by the one button of its line."""
    visit.go("/today/")
    visit.follow("Name the adult")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.pick("Who, of the people who sign in?", "Petra Stone")
    visit.press("Name the adult")
    visit.follow("Record the briefing")
    assert "Sitting near the door." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-briefing")
    visit.choose("How?", "Staff briefing")
    visit.write("Which staff were briefed?", "The tutor, all teachers of 9B and the office")
    visit.press("Save")
    assert "Brief the staff" not in visit.text
    visit.picture("move-today-done")


def the_first_day(visit):
    visit.go("/today/")
    visit.follow("Record the first day")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Record the first day")
    assert Move.objects.get().first_day_on == FIRST_DAY


def the_placement_ends(visit, lead, toms):
    """The home school sees who is ready, and records the ending."""
    visit.sign_in(lead)
    visit.open("move", toms)
    assert "Tom has been there since Monday 7 December." in visit.text
    assert "There, and agreed" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-there")
    visit.follow("Record the ending: moved")
    visit.choose("What happened?", "Moved to a new school or long-term placement")
    visit.write_day("What was the last day?", date(2026, 12, 4))
    visit.choose("Was it planned?", "Yes")
    visit.press("Save the ending")
    toms.refresh_from_db()
    assert toms.checks_from_on == FIRST_DAY


def checks(visit, lead):
    """A month later the new school says that it holds so far."""
    visit.sign_in(lead)
    visit.go("/today/")
    visit.follow("Answer the check")
    visit.choose(f"Is Tom on roll at {ELM}?", "Yes")
    visit.choose("Does it hold?", "Yes")
    visit.press("Save the check")
    assert SustainedCheck.objects.get().answered_for.name == ELM


def test_r20_no_place_is_found_and_each_day_ready_and_waiting_is_counted(visit, cast, toms):
    visit.sign_in(cast.lead)
    visit.open("waiting", toms)
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Count the wait")
    assert "Say what the child waits for" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write_day("Since which day is Tom ready?", date(2026, 11, 16))
    visit.write("What does Tom wait for?", "A school near his grandmother")
    visit.press("Count the wait")

    comes(visit, date(2026, 12, 10))
    visit.open("waiting", toms)
    assert "19 school days ready and waiting" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-waiting")

    visit.sign_in(cast.exclusions)
    visit.go("/today/")
    assert "Find a place for Tom Fry: A school near his grandmother" in visit.text
    propose_move(
        toms,
        kind="new_school",
        receiving=cast.elm_road,
        because="Near his grandmother",
        joins_on=date(2026, 12, 10),
        by=cast.access("exclusions"),
        on=date(2026, 12, 10),
    )
    visit.sign_in(cast.elm_lead)
    visit.open("answer_move", toms)
    visit.choose("What is the answer?", "Yes, with the plan as it is")
    visit.press("Save the answer")
    visit.sign_in(cast.lead)
    visit.open("move", toms)
    assert "19 school days ready and waiting, in all" in visit.text
    assert f"Found: {ELM}" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-found")
    the_record_must_hold()


def test_r01_a_managed_move_is_agreed_by_parent_and_school_and_never_a_trial(visit, cast, toms):
    propose_move(
        toms,
        kind="managed_move",
        receiving=cast.elm_road,
        because="Both schools and his mother want a fresh start.",
        joins_on=DAY,
        by=cast.access("lead"),
        on=DAY,
    )
    visit.sign_in(cast.elm_lead)
    visit.open("answer_move", toms)
    visit.choose("What is the answer?", "Yes, with the plan as it is")
    visit.press("Save the answer")
    assert "Yes, not agreed yet" in visit.text
    assert "The parent has not consented." in visit.text
    assert "it is never a trial" in visit.text
    assert "the authority amends it before a managed move" in visit.text

    visit.sign_in(cast.lead)
    visit.open("move", toms)
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-managed")
    visit.follow("Record the consent")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.write("Which parent consents?", "Grace Fry")
    visit.press("Save the consent")
    assert "The parent has not consented." not in visit.text
    assert "Agreed" in visit.text


def test_r01_a_school_that_says_no_after_yes_sees_nothing_from_the_next_day(visit, cast, toms):
    propose_move(
        toms,
        kind="new_school",
        receiving=cast.elm_road,
        because="Near his grandmother",
        joins_on=DAY,
        by=cast.access("lead"),
        on=DAY,
    )
    visit.sign_in(cast.elm_lead)
    for answer, why in (("Yes, with the plan as it is", ""), ("No", "The year group is full.")):
        visit.open("answer_move", toms)
        visit.choose("What is the answer?", answer)
        visit.write("What else is there to say?", why)
        visit.press("Save the answer")

    comes(visit, date(2026, 11, 25))
    assert visit.open("placement", toms).status == 404
    visit.sign_in(cast.lead)
    visit.open("move", toms)
    assert f"{ELM} said no on Tuesday 24 November." in visit.text
    assert "Every answer, the latest first" in visit.text
    assert "2 school days ready and waiting" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("move-no")
    visit.follow("Ask another place")
    assert "Which school or provider do you ask for Tom?" in visit.text
