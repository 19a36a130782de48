"""The pages of a placement: who sees them, what they say, and how many queries they ask."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.placements import actions, queries
from homeward.placements.codes import LineKind
from homeward.placements.models import Placement
from tests.cast import DAY, whole_draft
from tests.placements.visiting import SIGN_IN_AND_ACCESS, at

READ = ["placement", "plan", "plan_versions", "people"]
WRITTEN = [
    "why", "provider", "dates", "week", "arrangements", "name_adult", "agreement",
    "first_session", "closing",
]  # fmt: skip
SECTIONS = [
    "route", "trust", "child", "parents", "review", "targets", "support", "adjustments", "milestones",
]  # fmt: skip


@pytest.mark.parametrize("name", READ + WRITTEN)
@pytest.mark.parametrize("which", ["running", "draft"])
def test_a_lead_opens_every_page_of_a_placement(cast, visit, name, which):
    answer = visit("lead", at(name, getattr(cast, which)))

    assert answer.status_code == 200


@pytest.mark.parametrize("section", SECTIONS)
def test_a_lead_opens_every_section_of_the_plan(cast, visit, section):
    answer = visit("lead", at("plan_section", cast.running, section=section))

    assert answer.status_code == 200
    assert "Save" in answer.content.decode()


def test_a_section_that_the_plan_does_not_have_is_not_found(cast, visit):
    assert visit("lead", at("plan_section", cast.running, section="secrets")).status_code == 404


@pytest.mark.parametrize("name", [*READ, *WRITTEN, "history"])
def test_another_school_finds_no_page_of_it(cast, visit, name):
    answer = visit("elm_lead", at(name, cast.running))

    assert answer.status_code == 404


def test_an_officer_sees_the_placements_of_the_area_and_another_authority_none(cast, visit):
    ours = visit("exclusions", reverse("placements:placements")).content.decode()
    theirs = visit("far_officer", reverse("placements:placements")).content.decode()

    assert "Amira" in ours
    assert "Amira" not in theirs


def test_the_provider_sees_its_own_child_and_may_not_write(cast, visit):
    assert visit("bridge_worker", at("placement", cast.running)).status_code == 200
    assert visit("north_worker", at("placement", cast.running)).status_code == 404
    assert visit("bridge_worker", at("why", cast.running)).status_code == 403


def test_the_tutor_sees_only_placements_that_name_them(cast, visit):
    nameless = whole_draft(cast, leave_out=("weekly-contact-adult",))

    assert visit("tutor", at("placement", cast.running)).status_code == 200
    assert visit("tutor", at("placement", nameless)).status_code == 404


def test_the_page_asks_at_most_fifteen_queries(cast, visit):
    visit("lead", at("placement", cast.running))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        visit("lead", at("placement", cast.running))

    pages = [one["sql"] for one in asked if not SIGN_IN_AND_ACCESS.search(one["sql"])]
    pages = [sql for sql in pages if "history_reading" not in sql]
    assert len(pages) <= 15, "\n".join(pages)


def test_the_list_asks_the_same_for_five_and_for_fifty_rows(cast, visit):
    def count():
        with CaptureQueriesContext(connection) as asked:
            visit("lead", reverse("placements:placements") + "?shown=all")
        return len([one for one in asked if not SIGN_IN_AND_ACCESS.search(one["sql"])])

    few = count()
    for _ in range(20):
        actions.begin(cast.amira, by=cast.access("lead"), on=DAY)
    many = count()

    assert few == many <= 6


def test_a_draft_is_begun_filled_in_and_agreed_on_its_pages(cast, visit):
    visit("lead", reverse("placements:begin", kwargs={"reference": cast.amira.reference}), {})
    draft = Placement.objects.latest("pk")

    saved = visit(
        "lead",
        at("why", draft),
        {
            "edited": draft.edited,
            "reason": "off_site_behaviour",
            "legal_basis": "agreement",
            "immediate_need": "A calm place",
            "objective": "Four lessons of five",
            "objective_baseline": "One of five",
        },
    )
    refused = visit("lead", at("agreement", draft), {})

    assert saved.status_code == 302
    assert refused.status_code == 422
    assert "Set the first day." in refused.content.decode()
    assert Placement.objects.get(pk=draft.pk).agreed_on is None


def test_a_whole_draft_is_agreed_by_one_button(cast, visit):
    answer = visit("lead", at("agreement", cast.draft), {})

    assert answer.status_code == 302
    assert Placement.objects.get(pk=cast.draft.pk).agreed_on == DAY


def test_two_editors_of_one_page_see_both_texts(cast, visit):
    opened = cast.draft.edited
    said = {"immediate_need": "Mine", "objective": "A", "objective_baseline": "B"}
    visit("lead", at("why", cast.draft), {"edited": opened, **said, "immediate_need": "Theirs"})

    second = visit("head", at("why", cast.draft), {"edited": opened, **said})

    page = second.content.decode()
    assert second.status_code == 422
    assert "Theirs" in page
    assert "Mine" in page
    again = visit("head", at("why", cast.draft), {"edited": opened + 1, **said})
    assert again.status_code == 302


def test_two_editors_of_one_section_of_the_plan_see_both_texts(cast, visit):
    visit("lead", at("plan_section", cast.draft, section="trust"), {"based_on": "0"})
    before = visit("lead", at("plan_section", cast.draft, section="trust")).content.decode()
    opened = before.split('name="based_on" value="')[1].split('"')[0]
    visit(
        "lead",
        at("plan_section", cast.draft, section="trust"),
        {"based_on": opened, "adult_strand": "Theirs", "peer_strand": ""},
    )

    second = visit(
        "head",
        at("plan_section", cast.draft, section="trust"),
        {"based_on": opened, "adult_strand": "Mine", "peer_strand": ""},
    )

    assert second.status_code == 422
    assert "Theirs" in second.content.decode()
    assert "Mine" in second.content.decode()


def test_the_spreadsheet_defuses_formulas(cast, visit):
    cast.amira.first_name = "=1+1"
    cast.amira.save()

    answer = visit("lead", reverse("placements:spreadsheet"))

    assert b"\r\n=1" not in answer.content
    assert b"'=1+1 Haddad" in answer.content


def test_the_history_names_each_change_and_each_reader(cast, visit):
    visit("exclusions", at("placement", cast.running))

    page = visit("lead", at("history", cast.running)).content.decode()

    assert "Agreed the placement" in page
    assert "Hana Bird" in page


def test_two_editors_of_the_week_see_both_weeks(cast, visit):
    opened = cast.draft.edited
    site = str(cast.north_site.reference)
    mine = {"edited": opened, "half_days": "4_am", "usual_minutes": "1", "usual_site": site}
    visit("lead", at("week", cast.draft), mine)

    second = visit("head", at("week", cast.draft), {**mine, "usual_minutes": "1.5"})

    assert second.status_code == 422
    assert re.search(r"Friday morning: hours</dt><dd[^>]*>1</dd>", second.text)
    assert "What the other person wrote" in second.text


def test_an_agreed_placement_keeps_a_week(cast, visit):
    answer = visit("lead", at("week", cast.running), {"edited": cast.running.edited})

    assert answer.status_code == 422
    assert "Plan at least one session" in answer.text


def test_a_step_of_another_plan_gets_a_name_of_its_own(cast, visit):
    theirs = uuid4()
    based_on = queries.latest(cast.access("lead"), cast.draft).number
    row = {"thread_0": str(theirs), "what_0": "A visit"}
    day = {"by_on_0_day": "1", "by_on_0_month": "12", "by_on_0_year": "2026"}

    visit(
        "lead",
        at("plan_section", cast.draft, section="milestones"),
        {"based_on": based_on, **row, **day},
    )

    mine = queries.latest(cast.access("lead"), cast.draft).text.of(LineKind.MILESTONE)
    assert [line.what for line in mine] == ["A visit"]
    assert mine[0].thread != theirs


def test_the_key_worker_reads_no_words_said_to_the_school(cast, visit):
    assert "I like the workshop." in visit("lead", at("placement", cast.running)).text
    assert "I like the workshop." not in visit("bridge_worker", at("placement", cast.running)).text


@pytest.mark.parametrize("name", [*READ, *WRITTEN, "history", "urgent"])
@pytest.mark.parametrize("which", ["running", "draft"])
def test_no_page_of_a_placement_asks_more_than_fifteen_queries(cast, visit, name, which):
    address = at(name, getattr(cast, which))
    visit("head", address)

    with CaptureQueriesContext(connection) as asked:
        visit("head", address)

    pages = [one["sql"] for one in asked if not SIGN_IN_AND_ACCESS.search(one["sql"])]
    pages = [sql for sql in pages if "history_reading" not in sql]
    assert len(pages) <= 15, "\n".join(pages)


@pytest.mark.parametrize("section", SECTIONS)
def test_no_section_of_the_plan_asks_more_than_fifteen_queries(cast, visit, section):
    address = at("plan_section", cast.draft, section=section)
    visit("lead", address)

    with CaptureQueriesContext(connection) as asked:
        visit("lead", address)

    pages = [one["sql"] for one in asked if not SIGN_IN_AND_ACCESS.search(one["sql"])]
    assert len([sql for sql in pages if "history_reading" not in sql]) <= 15


def test_the_list_can_show_who_was_not_spoken_with_this_week(cast, visit):
    address = reverse("placements:placements") + "?shown=not_spoken"
    before = visit("exclusions", address).text
    said = actions.ContactSaid(
        made_on=DAY,
        made_by=cast.tutor.pk,
        made_by_name="Joe Adeyemi",
        method="phone",
        spoke_with="child",
    )

    actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)

    assert "Amira Haddad" in before
    assert "Amira Haddad" not in visit("exclusions", address).text
    assert "See who has not" in visit("exclusions", reverse("oversight:overview")).text


def test_an_administrator_who_reads_no_placement_reads_no_childs_name_on_today(cast, visit):
    begun = whole_draft(cast, pupil=cast.ben, leave_out=("weekly-contact-adult",))
    actions.record_first_session(begun, came_on=DAY, by=cast.access("lead"), on=DAY)
    assert "Ben O’Neil" in visit("exclusions", reverse("due:today")).text

    page = visit("admin", reverse("due:today"))

    assert page.status_code == 200
    for name in ("O’Neil", "Haddad", "Asante"):
        assert name not in page.text
