"""The overview: an officer finds what is most wrong in the area, and a school only what is its own."""

import csv
from datetime import date

import pytest

from homeward.placements import actions as placements
from tests.cast import DAY, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.oversight.planting import a_child, agreed

pytestmark = pytest.mark.django_db(transaction=True)


def test_r01_an_officer_finds_what_is_most_wrong_and_goes_there(visit, cast, tmp_path):
    agreed(cast, "Past", starts_on=date(2026, 9, 14), ends_on=date(2026, 11, 3))
    agreed(cast, "Tomas", by="elm_lead", starts_on=date(2026, 9, 14), ends_on=date(2026, 11, 20))
    visit.sign_in(cast.exclusions)
    visit.go("/oversight/")
    rows = visit.page.get_by_role("table", name="Placements, the worst first").locator("tbody tr")
    assert "21 days past its intended end; no decision." in rows.nth(0).inner_text()
    assert "4 days past its intended end; no decision." in rows.nth(1).inner_text()
    assert "H12 Due back" in rows.nth(0).inner_text()
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("overview")

    visit.pick("What is wrong?", "Past its end")
    visit.pick("Home school", "Elm Road")
    visit.press("Show")
    assert "Tomas Planted" in visit.text
    assert "Past Planted" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("link", name="spreadsheet (CSV)").click()
    taken.value.save_as(tmp_path / "overview.csv")
    with (tmp_path / "overview.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["In a sentence"] == "4 days past its intended end; no decision."

    visit.write("Find a child by part of a name, or the UPN", "haddad")
    visit.press("Find")
    assert "haddad" not in visit.page.url.lower()
    assert "Amira Haddad" in visit.text
    visit.follow("Show all placements again")
    visit.page.emulate_media(media="print")
    assert visit.page.get_by_text("21 days past its intended end").is_visible()
    assert not visit.page.get_by_label("What is wrong?").is_visible()
    visit.page.emulate_media(media="screen")
    visit.follow("Past Planted")
    assert visit.title.startswith("Past Planted")


def test_r01_a_headteacher_oversees_only_their_own_school(visit, cast):
    agreed(cast, "Tomas", by="elm_lead", starts_on=date(2026, 9, 14), ends_on=date(2026, 11, 20))
    visit.sign_in(cast.head)
    visit.go("/")
    visit.page.get_by_role("link", name="Overview", exact=True).click()
    visit.page.wait_for_url("**/oversight/")

    assert "Amira Haddad" in visit.text
    assert "Tomas" not in visit.text
    assert "Elm Road" not in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.go("/oversight/?year=3")
    assert "No placement fits." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)


def test_an_urgent_start_with_gaps_stands_at_the_top_of_everybodys_today(visit, cast):
    draft = whole_draft(cast, pupil=a_child(cast, "Nora"), leave_out=("first-review",))
    placements.allow_urgent_start(
        draft, because="Nowhere to go tomorrow.", by=cast.access("head"), on=DAY
    )
    for person in (cast.lead, cast.head, cast.exclusions, cast.tutor):
        visit.sign_in(person)
        visit.go("/today/")
        heading = visit.page.get_by_role("main").get_by_role("heading", level=2).first
        assert heading.inner_text().startswith("First of all"), person.name
        first = visit.page.locator(".hw-lines > li").first.inner_text()
        assert "Nora Planted" in first
        assert "Set the date of the first review." in first
    visit.must_be_sound(DESKTOP, PHONE)
    visit.sign_in(cast.elm_lead)
    visit.go("/today/")
    assert "Nora" not in visit.text
