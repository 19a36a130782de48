"""Asking, taking, writing, planning, asking schools, closing and opening again."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from homeward.due.models import Expectation
from homeward.history.models import Entry
from homeward.jobs.models import Job
from homeward.organisations import actions as organisations
from homeward.support import actions, queries
from homeward.support.codes import State
from homeward.support.models import Outcome, Ownership, Reply, SchoolAsked, SupportRequest
from tests.cast import DAY
from tests.support.conftest import ASKED_ON, answer, ask, due_of


def state_of(cast, found, by="lead"):
    return queries.record(cast.access(by), found, on=DAY)


def test_a_request_goes_to_the_team_and_its_clock_begins(cast, asked):
    page = state_of(cast, asked)

    assert (asked.keeper, asked.asked_from, asked.team) == (
        cast.hillingdon,
        cast.oak_park,
        cast.exclusions_team,
    )
    assert page.state is State.NEW
    assert page.clock.left == 4
    row = due_of(asked, "support.answer")
    assert (row.owner, row.team, row.person, row.due_on) == (
        cast.hillingdon,
        cast.exclusions_team,
        None,
        date(2026, 11, 27),
    )
    assert Entry.objects.filter(about=asked.reference, kind="request.asked").count() == 1


def test_a_team_of_another_authority_is_not_asked(cast):
    far = organisations.add_team(
        cast.harrow, kind="other", name="Far Team", by=system_of(cast.harrow), on=DAY
    )

    with pytest.raises(actions.TeamOfAnother):
        ask(cast, team=far)


def system_of(authority):
    from homeward.organisations.access import system

    return system(authority.pk)


@pytest.mark.parametrize("kind", ["return", "fresh_start", "post_16"])
def test_the_database_holds_that_a_request_for_a_child_is_about_a_placement(cast, kind):
    with pytest.raises(IntegrityError), transaction.atomic():
        ask(cast, kind, placement=None)


def test_the_database_holds_that_post_16_says_why_the_details_are_shared(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        ask(cast, "post_16", sharing_basis="")


def test_whoever_takes_it_has_it_and_it_stands_on_their_today(cast, asked):
    actions.take(asked, by=cast.access("exclusions"), on=DAY)
    actions.take(asked, by=cast.access("exclusions"), on=DAY)

    assert Ownership.objects.filter(request=asked).count() == 1
    assert due_of(asked, "support.answer").person == cast.exclusions
    page = state_of(cast, asked)
    assert page.state is State.OWNED
    assert page.says.startswith("Hana Bird of the Exclusions Team has it.")


def test_the_second_officer_is_told_who_was_quicker(cast, asked):
    actions.take(asked, by=cast.access("exclusions"), on=DAY)

    with pytest.raises(actions.AlreadyTaken, match="Hana Bird has taken this request already"):
        actions.take(asked, by=cast.access("commissioner"), on=DAY)


def test_a_request_is_handed_over_to_somebody_who_answers_requests(cast, asked):
    officer = cast.access("exclusions")
    actions.take(asked, by=officer, on=ASKED_ON)

    actions.hand_over(asked, to=cast.commissioner, by=officer, on=DAY)

    owners = list(Ownership.objects.filter(request=asked).order_by("pk"))
    assert [(one.person, one.to_on) for one in owners] == [
        (cast.exclusions, DAY),
        (cast.commissioner, None),
    ]
    assert due_of(asked, "support.answer").person == cast.commissioner
    for stranger in (cast.lead, cast.far_officer, cast.admin):
        with pytest.raises(actions.NotAllowed):
            actions.hand_over(asked, to=stranger, by=officer, on=DAY)


def test_when_the_owner_leaves_the_request_is_nobodys_and_may_be_taken(cast, asked):
    actions.take(asked, by=cast.access("exclusions"), on=ASKED_ON)
    membership = cast.exclusions.memberships.get()
    organisations.end_membership(membership, on=DAY, by=system_of(cast.hillingdon))

    assert state_of(cast, asked).state is State.NEW
    listed = queries.queue(
        cast.access("commissioner"), queries.Chosen(shown="new"), on=DAY
    ).rows.items
    assert [one.reference for one in listed] == [asked.reference]
    actions.take(asked, by=cast.access("commissioner"), on=DAY)
    assert state_of(cast, asked).owner.person == cast.commissioner


def test_the_first_to_answer_has_the_request_and_the_clock_is_met(cast, asked):
    answer(cast, asked)

    page = state_of(cast, asked)
    assert page.state is State.ANSWERED
    assert page.owner.person == cast.exclusions
    assert due_of(asked, "support.answer").met_on == DAY


def test_a_question_waits_on_the_school_until_it_writes_back(cast, asked):
    answer(cast, asked, "Which adult does she look for?", asks_the_school=True)

    row = due_of(asked, "support.reply")
    assert (row.owner, row.person, row.due_on, row.met_on) == (
        cast.oak_park,
        cast.lead,
        date(2026, 12, 1),
        None,
    )
    assert state_of(cast, asked).state is State.WAITING

    actions.reply(asked, text="Mr Adeyemi.", by=cast.access("head"), on=DAY)

    assert due_of(asked, "support.reply").met_on == DAY
    assert due_of(asked, "support.answer", period="written-2").due_on == date(2026, 12, 1)
    assert state_of(cast, asked).state is State.OWNED


def test_when_the_asker_leaves_the_schools_ap_lead_owes_the_reply(cast, asked):
    found = ask(cast, by="head")
    answer(cast, found, asks_the_school=True)
    organisations.end_membership(cast.head.memberships.get(), on=DAY, by=system_of(cast.hillingdon))
    actions.plan_step(
        found,
        kind="call",
        what="Ring",
        by_on=DAY,
        person=cast.exclusions,
        by=cast.access("exclusions"),
        on=DAY,
    )

    row = due_of(found, "support.reply")
    assert (row.person, row.role) == (None, "ap_lead")


def test_what_was_written_is_never_changed(cast, asked):
    written = answer(cast, asked)

    for row in (written, asked):
        with pytest.raises(Exception, match="never changed"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(reference=type(row)().reference)
    assert Reply.objects.get(pk=written.pk).text == "We will come."


@pytest.mark.parametrize("name", ["elm_lead", "bridge_worker", "far_officer"])
def test_strangers_write_nothing(cast, asked, name):
    with pytest.raises(actions.NotAllowed):
        actions.reply(asked, text="Hello", by=cast.access(name), on=DAY)
    with pytest.raises(actions.NotAllowed):
        actions.take(asked, by=cast.access(name), on=DAY)


def test_the_school_does_not_take_close_or_plan(cast, asked):
    lead = cast.access("lead")
    with pytest.raises(actions.NotAllowed):
        actions.take(asked, by=lead, on=DAY)
    with pytest.raises(actions.NotAllowed):
        actions.close(asked, outcome="advised", came_of_it="Done", closed_on=DAY, by=lead, on=DAY)


def test_a_step_is_due_from_its_owner_until_it_is_done(cast, asked):
    officer = cast.access("exclusions")
    step = actions.plan_step(
        asked,
        kind="visit",
        what="See Amira and her mother",
        by_on=DAY + timedelta(days=1),
        person=cast.commissioner,
        by=officer,
        on=DAY,
    )
    row = due_of(asked, "support.step")
    assert (row.person, row.due_on, row.subject) == (
        cast.commissioner,
        DAY + timedelta(days=1),
        "See Amira and her mother",
    )

    with pytest.raises(actions.NotYet):
        actions.finish_step(step, done_on=DAY + timedelta(days=1), by=officer, on=DAY)
    actions.finish_step(step, done_on=DAY, came_of_it="She smiled.", by=officer, on=DAY)

    assert due_of(asked, "support.step").met_on == DAY
    with pytest.raises(actions.AlreadyDone):
        actions.finish_step(step, done_on=DAY, by=officer, on=DAY)


def test_schools_are_asked_for_a_fresh_start_and_answer(cast):
    found, officer = ask(cast, "fresh_start"), cast.access("exclusions")
    elm = actions.ask_school(found, school=cast.elm_road, asked_on=ASKED_ON, by=officer, on=DAY)
    with pytest.raises(actions.AlreadyAsked, match="has not said no"):
        actions.ask_school(found, school=cast.elm_road, asked_on=DAY, by=officer, on=DAY)

    said = {"answered_on": DAY, "by": officer, "on": DAY}
    actions.record_school_answer(elm, answer="yes", because="From January", **said)
    actions.record_school_answer(elm, answer="no", because="The year filled up", **said)
    again = actions.ask_school(found, school=cast.elm_road, asked_on=DAY, by=officer, on=DAY)

    rows = SchoolAsked.objects.filter(request=found).order_by("pk")
    assert [(one.answer, one.because) for one in rows] == [("no", "The year filled up"), ("", "")]
    entry = Entry.objects.filter(about=found.reference, kind="request.school-answered").last()
    assert entry.payload.before == {"answer": "yes", "because": "From January"}
    with pytest.raises(actions.AlreadyAsked, match="asked again since"):
        actions.record_school_answer(elm, answer="yes", **said)
    with pytest.raises(actions.NotYet, match="earlier than the day"):
        actions.record_school_answer(again, answer="yes", **said | {"answered_on": ASKED_ON})


def test_closing_says_what_came_of_it_and_asks_nothing_more(cast, asked):
    officer = cast.access("exclusions")
    said = {"outcome": "supported", "came_of_it": "She came in every day.", "by": officer}

    with pytest.raises(actions.NotYet, match="cannot have ended before"):
        actions.close(asked, closed_on=ASKED_ON - timedelta(days=1), on=DAY, **said)
    actions.close(asked, closed_on=DAY, on=DAY, **said)

    page = state_of(cast, asked)
    assert page.says == "Closed on Tuesday 24 November 2026: support was agreed and goes on."
    assert page.owner.person == cast.exclusions
    assert due_of(asked, "support.answer").met_on == DAY
    with pytest.raises(actions.AlreadyClosed):
        actions.close(asked, closed_on=DAY, on=DAY, **said)
    for write in (
        lambda: answer(cast, asked),
        lambda: actions.take(asked, by=officer, on=DAY),
        lambda: actions.ask_school(asked, school=cast.elm_road, asked_on=DAY, by=officer, on=DAY),
    ):
        with pytest.raises(actions.IsClosed):
            write()


@pytest.mark.parametrize("name", ["lead", "exclusions"])
def test_a_closed_request_is_opened_again_with_its_reason_and_a_new_clock(cast, asked, name):
    officer = cast.access("exclusions")
    actions.close(
        asked, outcome="advised", came_of_it="Advice", closed_on=ASKED_ON, by=officer, on=ASKED_ON
    )

    actions.reopen(asked, because="She stayed at home today.", by=cast.access(name), on=DAY)

    page = state_of(cast, asked)
    assert page.state is State.OWNED
    assert [one.text for one in page.replies] == ["She stayed at home today."]
    assert Outcome.objects.get(request=asked).reopened_on == DAY
    assert due_of(asked, "support.answer", period="written-1").due_on == date(2026, 12, 1)
    with pytest.raises(actions.NotClosed):
        actions.reopen(asked, because="Again", by=officer, on=DAY)
    actions.close(asked, outcome="returned", came_of_it="Back", closed_on=DAY, by=officer, on=DAY)
    assert Outcome.objects.filter(request=asked).count() == 2


def test_an_email_waits_for_each_side_once(cast, asked):
    assert told() == [(asked, "team")]

    answer(cast, asked)
    answer(cast, asked, "And one more thing.")

    assert told() == [(asked, "team"), (asked, "school")]


def told():
    rows = Job.objects.filter(kind=actions.TELL).order_by("pk")
    found = {str(one.reference): one for one in SupportRequest.objects.all()}
    return [(found[row.payload["request"]], row.payload["whom"]) for row in rows]


def test_the_rows_are_what_the_rules_say(cast, asked):
    answer(cast, asked, asks_the_school=True)

    assert Expectation.objects.filter(about=asked.reference).count() == 2
