"""What is due about requests stays what the rules say, whatever changes under it."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from homeward.calendars.actions import add_closure
from homeward.calendars.codes import TermDateKind
from homeward.due import queries as due
from homeward.due.models import Expectation
from homeward.jobs.actions import work
from homeward.organisations import actions as organisations
from homeward.organisations.access import NOBODY, system
from homeward.placements.actions import settle_all as settle_placements
from homeward.portal import counts
from homeward.portal.kept import places
from homeward.support import queries
from homeward.support.settling import settle_all
from homeward.web.lists import mark
from tests.cast import DAY
from tests.support.conftest import answer, ask, due_of


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.TODAY = DAY


def checked():
    said = StringIO()
    try:
        call_command("check_expectations", stdout=said)
    except SystemExit:
        return said.getvalue()
    return ""


def test_the_night_writes_nothing_where_all_is_settled(cast, asked):
    answer(cast, asked, asks_the_school=True)
    before = list(Expectation.objects.filter(about=asked.reference).values())

    assert settle_all(on=DAY) == 1

    assert list(Expectation.objects.filter(about=asked.reference).values()) == before


def test_a_closure_of_the_authority_moves_the_day_of_the_answer(cast, asked):
    add_closure(
        cast.hillingdon,
        kind=TermDateKind.CLOSURE,
        starts_on=date(2026, 11, 26),
        ends_on=date(2026, 11, 26),
        name="Snow",
        by=system(cast.hillingdon.pk),
        on=DAY,
    )
    work(on=DAY)

    assert due_of(asked, "support.answer").due_on == date(2026, 11, 30)


def test_another_number_of_days_moves_the_day_of_the_answer(cast, asked):
    organisations.set_policy_value(
        cast.hillingdon,
        key="support_answer_school_days",
        value=2,
        from_on=DAY,
        by=system(cast.hillingdon.pk),
        on=DAY,
    )
    work(on=DAY)

    assert due_of(asked, "support.answer").due_on == date(2026, 11, 24)


def test_a_count_past_the_term_dates_asks_for_them(cast):
    found = ask(cast, on=date(2028, 7, 18))

    assert due_of(found, "support.answer").due_on is None
    assert Expectation.objects.filter(
        about=cast.hillingdon.reference, kind="calendars.dates-needed", period="2028-29"
    ).exists()


def test_check_expectations_looks_at_requests_too(cast, asked):
    settle_placements(keeper=cast.hillingdon.pk, on=DAY)
    assert checked() == ""
    Expectation.objects.filter(about=asked.reference).update(due_on=date(2026, 12, 4))

    assert f"{asked.reference} support.answer asked: due_on is 2026-12-04" in checked()


def test_a_request_that_is_due_is_named_on_today_of_its_team_and_of_no_stranger(cast, asked):
    def lines(name):
        page = due.today(cast.access(name), DAY)
        return [one for one in page.mine.items if one.kind.startswith("support.")]

    (line,) = lines("exclusions")
    assert (line.child, line.place) == ("Amira Haddad", "Oak Park School (example)")
    assert line.asks == "Answer the school: support to return"
    assert line.address.endswith(f"/requests/{asked.reference}/")
    assert lines("post16") == lines("lead") == lines("elm_lead") == []

    answer(cast, asked, asks_the_school=True)
    (line,) = lines("lead")
    assert line.asks == "Write back to the team that helps: support to return"


def test_the_promises_are_kept_here_and_counted(cast, asked):
    on_time, late = ask(cast), ask(cast, on=date(2026, 11, 2))
    answer(cast, on_time)
    answer(cast, late)

    assert counts.count("R20", DAY) == counts.Count(
        1, 2, "requests to the Exclusions Team answered in time"
    )
    assert counts.count("R20", date(2026, 12, 1)).of == 3
    assert counts.count("R29", DAY).of == 0
    assert counts.count("R21", DAY).done == 0
    organisations.verify_team(
        cast.exclusions_team, by=cast.access("exclusions"), on=date(2026, 3, 2)
    )
    assert counts.count("R21", DAY) == counts.Count(
        1, 2, "mailboxes of teams checked within a year"
    )
    for promise in ("R20", "R21", "R29"):
        assert "tests/journeys/test_support.py" in [one.test for one in places(promise)]


def test_nobody_sees_any_request(cast, asked):
    assert not queries.visible(NOBODY).exists()


@pytest.mark.parametrize(
    "after", ["", "x", mark("a", "b", "c"), mark(0, "2026-13-45", 1), mark(1, "2026-11-24", 10**30)]
)
def test_any_mark_in_an_address_is_answered(cast, asked, after):
    found = queries.queue(cast.access("exclusions"), queries.Chosen(), on=DAY, after=after)

    assert found.counts.open == 1


def test_a_team_is_verified_by_its_own_authority_only(cast):
    for name in ("lead", "far_officer", "bridge_worker"):
        with pytest.raises(PermissionDenied):
            organisations.verify_team(cast.exclusions_team, by=cast.access(name), on=DAY)


def test_two_officers_who_answer_one_after_the_other_leave_one_owner(cast, asked):
    answer(cast, asked)
    answer(cast, asked, by="commissioner")

    page = queries.record(cast.access("lead"), asked, on=DAY)
    assert page.owner.person == cast.exclusions
    assert [one.written_by for one in page.replies] == [cast.exclusions, cast.commissioner]
