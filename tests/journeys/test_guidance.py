"""The guidance page: each promise beside where it is kept, to share and to print; whom to ask for help."""

import pytest

from homeward.portal.kept import places
from tests.journeys.browser import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
PATH = "/guidance/reintegration/"
TEAM = "exclusionsupport@hillingdon.gov.uk"


def test_r30_the_guidance_is_shared_by_a_link_and_printed(visit, cast):
    visit.go(PATH)
    assert visit.page.get_by_label("Address of this page").input_value().endswith(PATH)
    mail = visit.page.get_by_role("link", name="Share by email").get_attribute("href")
    assert mail.startswith("mailto:?")
    assert PATH.replace("/", "%2F") in mail or PATH in mail
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("guidance")

    visit.page.evaluate("window.print = () => { window.printed = true }")
    visit.page.get_by_role("link", name="Print this page").click()
    assert visit.page.evaluate("window.printed")
    visit.page.emulate_media(media="print")
    assert not visit.page.get_by_role("link", name="Share by email").is_visible()
    assert visit.page.locator("#R13").is_visible()
    visit.must_be_sound()


def test_r30_without_scripts_the_page_prints_from_its_own_address(visit):
    visit.go(PATH + "?print")

    assert visit.page.locator("body.hw-paper").count() == 1
    visit.must_be_sound(DESKTOP, PHONE)


def test_each_promise_shows_todays_count_and_the_test_that_proves_it(visit, cast):
    visit.sign_in(cast.lead)
    visit.go(PATH)
    assert "0 of 2 children contacted this week" in _shown(visit, "R13")
    assert "tests/journeys/test_weekly_contact.py" in _shown(visit, "R13")
    assert "Not built yet" in _shown(visit, "R27")

    visit.open("record_contact", cast.running)
    visit.choose("Who did you speak with?", "The child")
    visit.choose("Who made the contact?", "Joe Adeyemi (weekly contact)")
    visit.press("Save")
    visit.go(PATH)
    assert "1 of 2 children contacted this week" in _shown(visit, "R13")
    assert "2 of 2 placements have a last day and a reason" in _shown(visit, "R02")
    visit.must_be_sound(DESKTOP, PHONE)


@pytest.mark.parametrize("number", ["R13", "R09"])
def test_to_the_public_a_count_gives_no_child_away(visit, cast, number):
    visit.sign_in(cast.lead)
    visit.page.context.clear_cookies()
    visit.go(PATH)

    assert "Fewer than 5 today" in _shown(visit, number)


def test_r21_the_exclusions_team_is_shown_wherever_its_help_may_be_needed(visit, cast):
    visit.go("/contacts/")
    assert TEAM in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("contacts-of-teams")

    visit.sign_in(cast.tutor)
    visit.open("placement", cast.running)
    panel = visit.page.locator(".hw-panel", has_text="Who can help")
    assert panel.get_by_role("link", name=TEAM).get_attribute("href") == f"mailto:{TEAM}"
    assert panel.get_by_role("link", name="020 7946 0312").get_attribute("href").startswith("tel:")
    assert places("R21")


def _shown(visit, number):
    """What the page says of one promise."""
    return " ".join(visit.page.locator(f"#{number}").inner_text().split())
