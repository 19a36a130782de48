"""A child comes back: the day is a fact, the mark is the school's, and adjustments are in place."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.due.models import Expectation
from homeward.history.queries import entries
from homeward.organisations.models import Installation
from homeward.placements import actions, queries
from homeward.placements.actions import NotAllowed, NotPrepared
from homeward.placements.models import AdjustmentInPlace, LadderMove, Placement, SchoolPrepared
from homeward.placements.rules import prepared
from homeward.placements.rules.early_days import DUE_BACK
from homeward.placements.work import settle_everywhere
from tests.cast import DAY
from tests.journeys.steps import the_record_must_hold
from tests.placements.coming_back import (
    FIRST,
    FULL,
    LADDER,
    PASS,
    answer,
    approve,
    come_back,
    make_ready,
    tell,
    write_ladder,
    write_lines,
    write_plan,
)
from tests.placements.visiting import line

SOONER = DAY - timedelta(days=1)


def open_lines(cast, kind):
    rows = Expectation.objects.filter(
        about=cast.running.reference, kind=kind, met_on=None, lapsed_on=None
    )
    return {row.period: row.due_on for row in rows}


def stage(cast, on):
    found = Placement.objects.get(pk=cast.running.pk)
    return queries.stage_of(cast.access("lead"), found, on=on)


def look(cast, is_in_place=True, on=DAY, looked_on=None, thread=PASS):
    return actions.record_adjustment(
        cast.running,
        thread=thread,
        is_in_place=is_in_place,
        looked_on=looked_on or on,
        by=cast.access("tutor"),
        on=on,
    )


def test_coming_back_is_a_fact_and_begins_the_ladder(cast):
    write_ladder(cast)

    placement = come_back(cast, child_said="I saw Joe first.")

    assert placement.return_began_on == FIRST
    assert stage(cast, FIRST) == "returning"
    first = LadderMove.objects.get()
    assert (first.kind, first.position, first.moved_on) == ("start", 1, FIRST)
    assert first.child_said == "I saw Joe first."
    assert line(cast.running, prepared.FIRST_DAY, "first-day").met_on == FIRST


def test_a_child_who_comes_sooner_is_welcome_and_the_gaps_are_due_that_day(cast):
    write_plan(cast)
    write_ladder(cast)

    come_back(cast, came_on=SOONER, on=DAY)

    assert open_lines(cast, prepared.RETURN_GAP) == {"staff": DAY}
    assert open_lines(cast, prepared.ADJUSTMENT) == {str(PASS): SOONER}
    assert open_lines(cast, prepared.PREPARED) == {"mark": SOONER}


def test_a_return_that_nobody_planned_is_recorded_all_the_same(cast):
    come_back(cast, came_on=DAY)

    assert stage(cast, DAY) == "returning"
    assert set(open_lines(cast, prepared.RETURN_GAP)) == {"support", "adult", "staff"}
    assert set(open_lines(cast, prepared.RETURN_GAP).values()) == {DAY}
    assert not LadderMove.objects.exists()


def test_a_return_in_the_holidays_is_recorded(cast):
    come_back(cast, came_on=date(2026, 12, 28))

    assert open_lines(cast, prepared.PREPARED) == {"mark": date(2026, 12, 28)}


def test_a_child_may_come_back_full_time_whatever_the_steps_say(cast):
    write_ladder(cast)

    come_back(cast, is_full_time=True)

    assert list(LadderMove.objects.values_list("kind", "position")) == [("full_time", 2)]


def test_a_return_without_steps_is_full_time_from_the_first_day(cast):
    write_ladder(cast, replace(LADDER, steps=(), full_time_on=FIRST))

    come_back(cast)

    assert LadderMove.objects.get().kind == "full_time"


def test_coming_back_is_the_decision_that_was_due_at_the_end(cast):
    come_back(cast)

    assert line(cast.running, DUE_BACK, "2026-12-11").met_on == FIRST


def test_the_same_day_twice_is_one_record_and_another_day_puts_it_right(cast):
    write_ladder(cast)
    come_back(cast)
    come_back(cast)
    right = come_back(cast, came_on=FIRST + timedelta(days=1))

    assert right.return_began_on == FIRST + timedelta(days=1)
    assert LadderMove.objects.count() == 1
    kinds = [one.kind for one in entries(cast.access("lead"), cast.running.reference)]
    assert kinds.count("placement.return.began") == 2


@pytest.mark.parametrize(
    ("came_on", "on", "sentence"),
    [
        (FIRST, DAY, "still to come"),
        (date(2026, 11, 1), DAY, "The placement began on 2 November 2026"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence(cast, came_on, on, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        come_back(cast, came_on=came_on, on=on)

    assert stage(cast, DAY) == "running"


def test_a_return_recorded_by_mistake_is_taken_back_and_asks_nothing_more(cast):
    come_back(cast, came_on=DAY)

    actions.take_back_return(
        cast.running, because="It was another child", by=cast.access("lead"), on=DAY
    )

    assert stage(cast, DAY) == "running"
    assert open_lines(cast, prepared.RETURN_GAP) == {}
    with pytest.raises(NotAllowed, match="Nobody recorded that"):
        actions.take_back_return(cast.running, because="x", by=cast.access("lead"), on=DAY)


def test_after_an_ending_no_return_is_recorded(cast):
    actions.record_ending(
        cast.running,
        ended_on=DAY,
        outcome="returned",
        is_planned=True,
        by=cast.access("lead"),
        on=DAY,
    )

    with pytest.raises(NotAllowed, match="ended on 24 November 2026"):
        come_back(cast)


def test_a_child_without_a_school_comes_back_to_none(cast):
    cast.running = cast.without_school

    with pytest.raises(NotAllowed, match="Kofi has no school yet"):
        come_back(cast)
    with pytest.raises(NotAllowed, match="Kofi has no school yet"):
        approve(cast, by="exclusions")


def test_the_mark_is_withheld_until_nothing_is_missing(cast):
    write_ladder(cast)

    with pytest.raises(NotPrepared) as withheld:
        approve(cast)

    assert [gap.key for gap in withheld.value.gaps] == ["support", "staff", "parent", "authority"]
    assert not SchoolPrepared.objects.exists()


def test_the_mark_names_who_approved_what(cast):
    make_ready(cast)

    mark = approve(cast)

    assert (mark.approved_by, mark.approved_as) == (cast.head, "Headteacher")
    assert mark.plan_number == queries.latest(cast.access("head"), cast.running).number
    assert mark.ladder.number == 1
    assert line(cast.running, prepared.PREPARED, "mark").met_on == DAY
    assert approve(cast, by="deputy").pk == mark.pk


def test_the_mark_is_given_only_for_what_was_read(cast):
    make_ready(cast)

    with pytest.raises(NotAllowed, match="The plan changed since you read it"):
        approve(cast, plan_number=1)
    with pytest.raises(NotAllowed, match="The plan changed since you read it"):
        approve(cast, ladder_number=7)


def test_a_plan_that_changes_opens_the_mark_again(cast):
    make_ready(cast)
    approve(cast)
    later = DAY + timedelta(days=2)

    write_lines(cast, "adjustments", on=later)

    assert open_lines(cast, prepared.PREPARED) == {"mark": FIRST}
    approve(cast, on=later)
    assert open_lines(cast, prepared.PREPARED) == {}


def test_steps_that_change_open_the_mark_again_and_the_staff_hear_of_it(cast):
    make_ready(cast)
    approve(cast)
    later = DAY + timedelta(days=2)

    write_ladder(cast, replace(LADDER, safe_place="The art room"), on=later)
    with pytest.raises(NotPrepared) as withheld:
        approve(cast, on=later)

    assert [gap.key for gap in withheld.value.gaps] == ["staff"]
    tell(cast, "return", on=later)
    assert approve(cast, on=later).ladder.number == 2


def test_a_full_time_return_needs_no_ladder_for_the_mark(cast):
    write_plan(cast)
    come_back(cast, came_on=DAY)
    tell(cast, "return")
    actions.name_adult(
        cast.running,
        part="return_adult",
        person=cast.tutor,
        by=cast.access("lead"),
        on=DAY,
    )

    mark = approve(cast)

    assert mark.ladder is None
    assert open_lines(cast, prepared.RETURN_GAP) == {}


def test_a_parents_no_holds_the_mark_and_never_the_child(cast):
    make_ready(cast)
    answer(cast, is_agreed=False)

    with pytest.raises(NotPrepared) as withheld:
        approve(cast)
    come_back(cast)

    assert [gap.key for gap in withheld.value.gaps] == ["offer"]
    assert stage(cast, FIRST) == "returning"


def test_an_adjustment_is_due_by_the_first_day_and_its_newest_look_stands(cast):
    write_plan(cast)
    write_ladder(cast)
    assert open_lines(cast, prepared.ADJUSTMENT) == {str(PASS): FIRST}

    look(cast)
    assert line(cast.running, prepared.ADJUSTMENT, str(PASS)).met_on == DAY

    look(cast, is_in_place=False, on=DAY + timedelta(days=1))
    assert open_lines(cast, prepared.ADJUSTMENT) == {str(PASS): FIRST}
    assert AdjustmentInPlace.objects.count() == 2


def test_an_adjustment_is_looked_at_on_a_day_that_has_come_and_is_in_the_plan(cast):
    write_plan(cast)

    with pytest.raises(NotAllowed, match="still to come"):
        look(cast, looked_on=DAY + timedelta(days=1))
    with pytest.raises(NotAllowed, match="no longer has that adjustment"):
        look(cast, thread=cast.running.reference)


def test_what_is_stored_is_what_the_rules_say_at_each_turn(cast, monkeypatch):
    Installation.objects.create(pk=1, is_demo=True)
    monkeypatch.setattr("django.conf.settings.TODAY", FIRST)
    make_ready(cast)
    approve(cast)
    come_back(cast, came_on=FIRST - timedelta(days=3), on=FIRST)
    write_ladder(cast, replace(LADDER, full_time_on=FULL + timedelta(days=60)), on=FIRST)

    settle_everywhere({}, FIRST)
    the_record_must_hold()
