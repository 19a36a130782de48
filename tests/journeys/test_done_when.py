"""The closing scene: no promise can be skipped, a start that cannot wait is made good, and every child is in touch."""

import inspect
import re
from datetime import date, timedelta

import pytest

from homeward.placements import actions as placements
from homeward.placements.rules import gate
from tests.cast import DAY, whole_draft
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.gaps import EVERY_GAP
from tests.journeys.steps import (
    agree,
    begin_to_close,
    comes,
    must_be_refused,
    the_record_must_hold,
    write_row,
)
from tests.journeys.writing import Wanted, begin_for, begin_record, fill_in

pytestmark = pytest.mark.django_db(transaction=True)
ALL_SEEN = "Every child has been seen this week."


def test_every_gap_of_the_start_gate_is_tried():
    keys = set(re.findall(r'Gap\(\s*"([a-z0-9-]+)"', inspect.getsource(gate)))

    assert {tried.key for tried in EVERY_GAP} == keys


def test_nothing_is_agreed_while_any_one_promise_is_missing(visit, cast, subtests):
    drafts = [(tried, tried.draft(cast)) for tried in EVERY_GAP]
    comes(visit, DAY)
    visit.sign_in(cast.lead)
    for tried, draft in drafts:
        with subtests.test(tried.says):
            must_be_refused(visit, draft, (tried.says, tried.number))
    visit.must_be_sound(DESKTOP, PHONE)
    the_record_must_hold()


def test_a_school_places_a_child_from_nothing_and_speaks_with_her_every_week(visit, cast):
    placements.record_ending(
        cast.running,
        ended_on=date(2026, 11, 20),
        outcome="returned",
        is_planned=True,
        by=cast.access("lead"),
        on=DAY,
    )
    visit.sign_in(cast.lead)
    begin_record(visit, "Tia", "Bell", date(2013, 5, 6))
    draft = begin_for(visit, "bell tia")
    visit.must_be_sound()
    visit.picture("task-list")
    must_be_refused(
        visit, draft, ("Choose the provider.", "R-KCS-02"), ("Set the first day.", "R02")
    )
    fill_in(visit, draft, AT_SCHOOL)
    agree(visit, draft)

    comes(visit, AT_SCHOOL.starts_on)
    visit.open("first_session", draft)
    visit.press("Record the first day")
    visit.sign_in(cast.tutor)
    for monday in WEEKS:
        comes(visit, monday + timedelta(days=2))
        speak_with(visit, "Tia Bell")
        assert ALL_SEEN in visit.text
    comes(visit, date(2026, 12, 29))
    visit.go("/today/")
    assert "Speak with Tia Bell" not in visit.text
    comes(visit, date(2027, 1, 29))
    visit.open("contacts", draft)
    assert "7 school weeks in a row" in visit.text
    assert "Tia was spoken with in 7 of 7 school weeks." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("seven-weeks")
    the_record_must_hold()


def test_an_authority_team_places_a_child_who_has_no_school_on_a_phone(visit, cast):
    visit.size(PHONE)
    visit.sign_in(cast.exclusions)
    begin_record(visit, "Zeki", "Yilmaz", date(2013, 2, 3))
    draft = begin_for(visit, "yilmaz")
    visit.must_be_sound()
    fill_in(visit, draft, AT_AUTHORITY)
    agree(visit, draft)

    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("no-school-yet")
    assert "No school yet" in visit.text
    for monday in WEEKS[:3]:
        comes(visit, monday + timedelta(days=3))
        speak_with(visit, "Zeki Yilmaz")
        assert "Speak with Zeki Yilmaz" not in visit.text
    visit.open("contacts", draft)
    assert "3 school weeks in a row" in visit.text
    the_record_must_hold()


def test_a_child_who_cannot_wait_starts_with_a_named_gap_that_is_closed_in_days(visit, cast):
    draft = whole_draft(cast, starts_on=DAY, leave_out=("targets",))
    visit.sign_in(cast.tutor)
    assert visit.open("urgent", draft).status == 403
    visit.must_be_sound(DESKTOP, PHONE)
    visit.sign_in(cast.lead)
    visit.open("agreement", draft)
    assert "Ask one of these to allow it: headteacher, named deputy" in visit.text
    assert visit.open("urgent", draft).status == 403

    visit.sign_in(cast.head)
    visit.open("agreement", draft)
    visit.follow("Allow an urgent start")
    assert "These gaps stay open and fall due within 5 school days" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("urgent")
    visit.press("Let the child start")
    assert "Say why the placement cannot wait" in visit.text
    visit.write("Why can the placement not wait?", "It is the sixth school day.")
    visit.press("Let the child start")
    assert "The child may start. The gaps are on everybody's list." in visit.text
    assert "Urgent start, with gaps" in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.picture("urgent-running")

    visit.sign_in(cast.lead)
    comes(visit, date(2026, 11, 26))
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text="Started before the plan was whole")
    assert "Tuesday 1 December 2026" in line.inner_text()
    with visit.page.expect_navigation():
        line.get_by_role("link", name="Close the gap").click()
    begin_to_close(visit, draft, "Write at least one target")
    _write_target(visit, date(2026, 12, 18))
    visit.press("Save")
    agree(visit, draft)
    assert "Running" in visit.text
    visit.go("/today/")
    assert "Started before the plan was whole" not in visit.text
    the_record_must_hold()


def test_the_lead_of_the_school_finishes_today(visit, cast):
    placements.agree(cast.draft, by=cast.access("lead"), on=DAY)
    visit.sign_in(cast.lead)
    visit.go("/today/")
    mine = visit.page.locator(".hw-lines:not(#waiting + .hw-lines) .hw-due a.govuk-button")
    assert mine.count() >= 4
    while mine.count():
        words = mine.first.inner_text().split(":")[0].strip()
        with visit.page.expect_navigation():
            mine.first.click()
        _DO[words](visit)
        assert visit.page.get_by_role("main").locator(".govuk-error-summary").count() == 0
        visit.go("/today/")

    assert "You have done everything that is due from you." in visit.text
    visit.must_be_sound(DESKTOP, PHONE)
    visit.sign_in(cast.tutor)
    speak_with(visit, "Amira Haddad")
    visit.sign_in(cast.lead)
    visit.go("/today/")
    assert ALL_SEEN in visit.text
    visit.picture("lead-finished")
    the_record_must_hold()


def test_elm_road_sees_nothing_of_what_oak_park_can_see(visit, cast):
    visit.sign_in(cast.lead)
    seen = set()
    for path in _PAGES(cast):
        assert visit.go(path).status == 200
        seen |= set(visit.page.eval_on_selector_all("main a[href]", _HREFS))
    records = {
        path for path in seen if re.search("/[0-9a-f]{8}-", path) and "/providers/" not in path
    }
    assert len(records) > 25

    visit.sign_in(cast.elm_lead)
    answers = {path: visit.page.request.get(visit.address + path).status for path in records}
    assert {path: status for path, status in answers.items() if status != 404} == {}
    for path in ("/today/", "/today/waiting/", "/placements/?shown=all"):
        assert visit.go(path).status == 200
        must_name_nobody(visit)
    for path in ("/pupils/", "/placements/new/"):
        visit.go(path)
        visit.page.get_by_role("main").get_by_role("searchbox").fill("a")
        with visit.page.expect_navigation():
            visit.page.get_by_role("main").get_by_role("searchbox").press("Enter")
        must_name_nobody(visit)


def must_name_nobody(visit):
    """None of the children of Oak Park, or of no school, stands on the page."""
    for name in ("Amira", "Haddad", "Ben", "O’Neil", "Kofi", "Asante"):
        assert name not in visit.text


def speak_with(visit, child):
    """Take the line of a child from Today, say that the child was spoken with, and save."""
    visit.go("/today/")
    line = visit.page.locator(".hw-lines > li", has_text=f"Speak with {child}")
    with visit.page.expect_navigation():
        line.first.get_by_role("link", name="Record contact").click()
    visit.choose("Who did you speak with?", "The child")
    visit.press("Save")


def _write_target(visit, by_on):
    write_row(visit, 1, "What is the target?", "Ask for a break")
    write_row(visit, 1, "Where is the child with it now?", "Leaves three times a day")
    write_row(visit, 1, "How will we see it?", "Times left in a day", by_on=by_on)


def _tell(visit):
    visit.choose("How?", "In a meeting")
    visit.press("Save")


def _review(visit):
    visit.page.get_by_role("group", name="there?").first.get_by_label("Yes").check()
    visit.page.get_by_role("group", name="there?").nth(1).get_by_label("Yes").check()
    visit.choose("What was decided?", "Continue as it is")
    visit.write_day("When is the next review?", date(2026, 12, 10))
    visit.press("Save")


_DO = {
    "Record who was told": _tell,
    "Record step": lambda visit: visit.press("Record it as done"),
    "Record review": _review,
}
_HREFS = "links => links.map(one => new URL(one.href)).map(url => url.pathname)"
WEEKS = tuple(
    date.fromisoformat(day)
    for day in (
        "2026-11-30",
        "2026-12-07",
        "2026-12-14",
        "2027-01-04",
        "2027-01-11",
        "2027-01-18",
        "2027-01-25",
    )
)
AT_SCHOOL = Wanted(
    provider="Northgate",
    site="Main building",
    kind="Short term",
    basis="Off-site direction by the governing body (section 29A)",
    starts_on=date(2026, 11, 30),
    ends_on=date(2027, 1, 29),
    caller="Joe Adeyemi",
    key_worker="Carl Voss",
    route="Back to the home school",
)
AT_AUTHORITY = Wanted(
    provider="Bridge House",
    site="The Boathouse",
    kind="Interim, while a school place is found",
    basis="Arranged by the local authority (section 19)",
    starts_on=date(2026, 11, 30),
    ends_on=date(2027, 2, 5),
    caller="Hana Bird",
    key_worker="Dee Moran",
    route="On to a new school",
)


def _PAGES(cast):
    running, draft = (f"/placements/{one.reference}/" for one in (cast.running, cast.draft))
    contacts = [f"{running}contacts/{one.reference}/" for one in cast.contacts[:1]]
    parts = ("", "plan/", "plan/versions/", "people/", "contacts/", "agreement/", "history/")
    return [
        "/today/",
        "/placements/?shown=all",
        f"/pupils/{cast.amira.reference}/",
        *(running + part for part in parts),
        *contacts,
        draft,
        draft + "agreement/",
    ]
