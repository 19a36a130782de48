"""Every school week an adult of the home school speaks with the child: in a hand, by keys, without scripts."""

from datetime import date

import pytest

from homeward.due.models import Expectation
from homeward.placements.models import Contact
from tests.cast import DAY
from tests.journeys.browser import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.django_db(transaction=True)
ALL_SEEN = "Every child has been seen this week."


def test_r13_the_child_hears_from_school_every_week(visit, cast):
    visit.size(PHONE)
    visit.sign_in(cast.tutor)
    visit.go("/today/")
    assert "Speak with Amira Haddad" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.follow("Record contact")
    assert "Last week you promised: Send the photograph of the trip" in visit.text
    assert "Today · Phone · Joe Adeyemi" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("contact")
    visit.choose("Who did you speak with?", "The child")
    visit.must_be_sound()
    visit.press("Save")

    assert "Amira’s next contact is due by Friday 4 December." in visit.text
    assert ALL_SEEN in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("today-finished")
    assert is_met("2026-11-23")


def test_r13_what_was_said_and_promised_is_kept_for_the_next_time(visit, cast):
    visit.sign_in(cast.tutor)
    visit.open("record_contact", cast.running)
    visit.choose("Was it kept?", "Yes")
    visit.choose("Who did you speak with?", "The child")
    visit.choose("How does Amira seem?", "Fine")
    visit.write("What did Amira say, in their own words?", "I made a shelf. Can I show it?")
    visit.write("What do you promise for next time?", "Come and see the shelf")
    visit.write_day("By when?", date(2026, 12, 2))
    visit.press("Save")

    visit.on(date(2026, 12, 1))
    visit.open("record_contact", cast.running)
    assert "Last week you promised: Come and see the shelf by Wednesday 2 December" in visit.text
    assert "Send the photograph of the trip" not in visit.text
    visit.open("contacts", cast.running)
    assert "I made a shelf. Can I show it?" in visit.text
    assert "4 school weeks in a row" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("contacts")


def test_r13_an_attempt_or_a_call_with_adults_only_does_not_count(visit, cast):
    visit.sign_in(cast.tutor)
    for spoken_with in ("Nobody: I tried", "A parent or carer only"):
        visit.open("record_contact", cast.running, "?from=today")
        visit.choose("Who did you speak with?", spoken_with)
        visit.press("Save")
        assert "This does not count as this week’s contact" in visit.text
        assert "Speak with Amira Haddad" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    assert not is_met("2026-11-23")
    visit.open("contacts", cast.running)
    assert "2 attempts or calls with adults only" in visit.text


def test_r13_a_contact_is_recorded_by_the_keyboard_alone(visit, cast):
    visit.sign_in(cast.tutor)
    visit.go("/today/")
    stops = tab_to(visit.page, "Record contact: Amira Haddad")
    with visit.page.expect_navigation():
        visit.page.keyboard.press("Enter")
    stops += tab_to(visit.page, "spoke_with")
    visit.page.keyboard.press("Space")
    stops += tab_to(visit.page, "Save")
    visit.must_be_sound()
    with visit.page.expect_navigation():
        visit.page.keyboard.press("Enter")

    assert ALL_SEEN in visit.text
    assert stops <= 40
    assert is_met("2026-11-23")


def test_r13_a_contact_is_recorded_without_javascript(live_server, browser, visit, cast):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = Visit(context.new_page(), live_server.url)
    plain.sign_in(cast.tutor)
    plain.go("/today/")
    plain.page.get_by_role("link", name="Record contact").click()
    plain.page.get_by_label("The child", exact=True).check()
    plain.page.get_by_label("Fine", exact=True).check()
    plain.page.get_by_role("button", name="Save").click()
    plain.page.wait_for_url("**/today/")
    text = plain.page.get_by_role("main").inner_text()
    context.close()

    assert ALL_SEEN in text
    assert Contact.objects.latest("pk").seems == "4"


def test_r13_a_worry_is_never_typed_here_but_taken_to_safeguarding(visit, cast):
    visit.size(PHONE)
    visit.sign_in(cast.tutor)
    visit.open("record_contact", cast.running, "?from=today")
    visit.choose("Who did you speak with?", "The child")
    visit.page.get_by_label("Something worries me").check()
    visit.press("Save")

    assert visit.title == "Tell the safeguarding lead now"
    assert "Nell Whitby" in visit.text
    assert visit.page.get_by_role("main").locator("input, textarea").count() == 0
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("safeguarding")
    assert is_met("2026-11-23")
    visit.follow("Go back")
    assert ALL_SEEN in visit.text


def test_r13_a_corrected_contact_opens_its_week_again_on_today(visit, cast):
    visit.sign_in(cast.tutor)
    visit.open("record_contact", cast.running, "?from=today")
    visit.choose("Who did you speak with?", "The child")
    visit.press("Save")
    assert ALL_SEEN in visit.text

    visit.open("contacts", cast.running)
    visit.page.get_by_role("link", name="Tuesday 24 November 2026").click()
    visit.follow("Correct it")
    visit.choose("Who did you speak with?", "A parent or carer only")
    visit.write("Why is it corrected?", "It was her mother who answered")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save the correction")
    assert "It was her mother who answered" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("corrected")

    assert not is_met("2026-11-23")
    visit.go("/today/")
    assert "Speak with Amira Haddad" in visit.text


def test_r14_the_same_adult_keeps_in_touch_and_the_share_is_shown(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("record_contact", cast.running)
    visit.choose("Who made the contact?", "Somebody else")
    visit.write("What is their name?", "The school office")
    visit.choose("How?", "Phone")
    visit.choose("Who did you speak with?", "The child")
    visit.must_be_sound(DESKTOP, PHONE)
    visit.press("Save")

    assert "75% of contacts made by Joe Adeyemi" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.go("/guidance/reintegration/")
    assert "3 of 4 contacts made by the named adult" in visit.page.locator("#R14").inner_text()


def test_r14_somebody_covers_while_the_named_adult_is_away(visit, cast):
    visit.sign_in(cast.lead)
    visit.open("name_adult", cast.running)
    visit.choose("What is this adult for the child?", "Covers the weekly contact")
    visit.pick("Who, of the people who sign in?", "Owen Marsh")
    visit.write_day("From which day?", DAY)
    visit.press("Save")
    assert "Say until when the cover lasts" in visit.text
    visit.write_day("Until which day?", date(2026, 11, 30))
    visit.press("Save")
    assert "Owen Marsh" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)

    visit.go("/today/")
    waiting = " ".join(visit.page.locator("#waiting + ul").inner_text().split())
    assert "Friday 27 November 2026 · due from Owen Marsh" in waiting
    assert is_due_from(cast.teacher, "2026-11-23")
    assert is_due_from(cast.tutor, "2026-12-07")


def tab_to(page, name):
    """Press Tab until this control has the focus; answers how many stops it took."""
    for stop in range(1, 60):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED).replace(" : ", ": ") in (name,):
            return stop
    raise AssertionError(f"The keyboard does not come to {name}")


_FOCUSED = """() => {
  const one = document.activeElement;
  return (one.type === 'radio' ? one.name : one.textContent.replace(/\\s+/g, ' ')).trim();
}"""


def is_met(week):
    """Whether the contact of the week that begins on this Monday was made."""
    return (
        Expectation.objects.get(
            kind="placements.weekly-contact", period=week, owner__name="Oak Park School (example)"
        ).met_on
        is not None
    )


def is_due_from(person, week):
    """Whose contact it is in the week that begins on this Monday."""
    return Expectation.objects.filter(
        kind="placements.weekly-contact", period=week, person=person
    ).exists()
