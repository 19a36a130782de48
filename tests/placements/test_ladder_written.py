"""The return ladder: written version by version, lived step by step, answered by the parent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.due.models import Expectation
from homeward.history.queries import entries
from homeward.placements import actions
from homeward.placements.actions import LadderChanged, NotAllowed
from homeward.placements.models import LadderMove, LadderStep, PartTimeAnswer, ReturnLadder
from homeward.placements.queries import ladder as reading
from homeward.placements.rules import ladder
from tests.cast import DAY
from tests.placements.coming_back import (
    FIRST,
    FULL,
    LADDER,
    LONGER,
    STEPS,
    answer,
    come_back,
    move,
    tell,
    write_ladder,
)
from tests.placements.visiting import line


def open_lines(cast, kind):
    """What is due of one kind, and not met."""
    rows = Expectation.objects.filter(
        about=cast.running.reference, kind=kind, met_on=None, lapsed_on=None
    )
    return set(rows.values_list("period", flat=True))


def test_a_ladder_is_written_as_a_version_of_the_whole(cast):
    first = write_ladder(cast)
    second = write_ladder(cast, replace(LADDER, safe_place="The art room"))

    assert (first.number, second.number) == (1, 2)
    assert reading.text_of(cast.access("lead"), first) == LADDER
    assert reading.text_of(cast.access("lead"), second).safe_place == "The art room"
    assert (first.starts_on, first.full_time_on) == (FIRST, FULL)
    summaries = [entry.summary for entry in entries(cast.access("lead"), cast.running.reference)]
    assert any("Wrote version 2 of the return ladder" in said for said in summaries)


def test_saving_what_stands_writes_no_version(cast):
    first = write_ladder(cast)

    assert write_ladder(cast).pk == first.pk
    assert write_ladder(cast, based_on=0).pk == first.pk
    assert ReturnLadder.objects.count() == 1
    assert LadderStep.objects.count() == 2


def test_two_who_write_at_once_lose_nothing(cast):
    theirs = write_ladder(cast, by="head")

    with pytest.raises(LadderChanged) as collision:
        write_ladder(cast, replace(LADDER, safe_adult="Nell Whitby"), based_on=0)

    assert collision.value.theirs == theirs
    assert ReturnLadder.objects.count() == 1


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (replace(LADDER, steps=STEPS[::-1]), "Step 2 must begin after step 1."),
        (replace(LADDER, full_time_on=FIRST), "Full time must begin after step 2."),
        (
            replace(LADDER, steps=(replace(STEPS[0], at_provider=("0am",)),)),
            "Step 1: Monday morning is at school or at the provider, not both.",
        ),
    ],
)
def test_steps_that_cannot_be_are_refused_in_a_sentence(cast, wanted, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        write_ladder(cast, wanted)

    assert not ReturnLadder.objects.exists()


def test_a_child_with_no_school_yet_has_no_ladder(cast):
    cast.running = cast.without_school

    with pytest.raises(NotAllowed, match="Kofi has no school yet"):
        write_ladder(cast, by="exclusions")


def test_only_who_may_approve_a_return_gives_the_reason_for_a_longer_one(cast):
    by_lead = write_ladder(cast, replace(LONGER, longer_because="Because I say so"))
    by_head = write_ladder(cast, replace(LONGER, longer_because="She asked for it"), by="head")
    kept = write_ladder(cast, replace(LONGER, safe_place="The art room"))
    later = write_ladder(cast, replace(LONGER, full_time_on=date(2027, 2, 22)))

    assert (by_lead.longer_because, by_lead.longer_by) == ("", None)
    assert (by_head.longer_because, by_head.longer_by) == ("She asked for it", cast.head)
    assert (kept.longer_because, kept.longer_by_id) == ("She asked for it", cast.head.pk)
    assert (later.longer_because, later.longer_by) == ("", None)


def test_a_longer_ladder_makes_reason_parent_and_authority_due(cast):
    write_ladder(cast, LONGER)

    assert open_lines(cast, ladder.LADDER_GAP) == {"reason", "parent", "authority"}
    reason = line(cast.running, ladder.LADDER_GAP, "reason")
    assert (reason.role, reason.due_on) == ("headteacher", FIRST)

    write_ladder(cast, replace(LONGER, longer_because="She asked for it"), by="head")
    answer(cast)
    tell(cast, "authority")
    assert open_lines(cast, ladder.LADDER_GAP) == set()


def test_a_yes_to_less_is_no_yes_to_more(cast):
    write_ladder(cast)
    answer(cast)
    assert open_lines(cast, ladder.LADDER_GAP) == {"authority"}

    write_ladder(cast, LONGER)

    assert "parent" in open_lines(cast, ladder.LADDER_GAP)


def test_a_no_makes_the_offer_of_full_time_due_until_there_is_one(cast):
    write_ladder(cast)
    answer(cast, is_agreed=False)

    offer = line(cast.running, ladder.FULL_TIME_OFFER, "offer")
    assert (offer.due_on, offer.role) == (DAY + timedelta(days=1), "ap_lead")
    assert "parent" not in open_lines(cast, ladder.LADDER_GAP)

    whole = replace(LADDER, steps=(), full_time_on=FIRST)
    write_ladder(cast, whole)
    assert open_lines(cast, ladder.FULL_TIME_OFFER) == set()
    assert open_lines(cast, ladder.LADDER_GAP) == set()


def test_a_parent_may_change_their_mind_and_the_latest_answer_stands(cast):
    write_ladder(cast)
    answer(cast, is_agreed=False)
    answer(cast, is_agreed=True)

    assert open_lines(cast, ladder.FULL_TIME_OFFER) == set()
    assert PartTimeAnswer.objects.count() == 2


@pytest.mark.parametrize("has_ladder", [False, True])
def test_an_answer_needs_a_day_that_has_come_and_something_to_answer(cast, has_ladder):
    if has_ladder:
        write_ladder(cast)
    on = DAY + timedelta(days=1) if has_ladder else DAY

    with pytest.raises(NotAllowed):
        actions.record_part_time_answer(
            cast.running,
            who="Leila Haddad",
            is_agreed=True,
            answered_on=on,
            by=cast.access("lead"),
            on=DAY,
        )

    assert not PartTimeAnswer.objects.exists()


def test_the_way_of_a_child_on_the_ladder_is_kept_move_by_move(cast):
    write_ladder(cast)
    come_back(cast)
    move(cast, "on", date(2026, 12, 7))
    move(cast, "back", date(2026, 12, 9), because="Two hard mornings")
    move(cast, "pause", date(2026, 12, 10), because="Ill")
    move(cast, "resume", date(2026, 12, 14))
    move(cast, "on", date(2026, 12, 15))
    last = move(cast, "full_time", date(2026, 12, 17))

    kept = LadderMove.objects.order_by("id").values_list("kind", "position")
    assert list(kept) == [
        ("start", 1),
        ("on", 2),
        ("back", 1),
        ("pause", 1),
        ("resume", 1),
        ("on", 2),
        ("full_time", 2),
    ]
    assert line(cast.running, ladder.FULL_TIME, "full-time").met_on == last.moved_on


def test_a_look_in_each_fortnight_is_due_and_met_by_whatever_happened(cast):
    write_ladder(cast)
    come_back(cast)
    look = line(cast.running, ladder.LOOK, FIRST.isoformat())
    assert (look.due_on, look.met_on) == (date(2026, 12, 11), None)

    move(cast, "stay", date(2026, 12, 4))

    assert line(cast.running, ladder.LOOK, FIRST.isoformat()).met_on == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("kind", "moved_on", "because", "sentence"),
    [
        ("on", FIRST - timedelta(days=1), "", "came back on 30 November 2026"),
        ("on", date(2026, 12, 20), "", "still to come"),
        ("back", date(2026, 12, 2), "", "Say why"),
        ("pause", date(2026, 12, 2), " ", "Say why"),
        ("back", date(2026, 12, 2), "Too much", "This is the first step"),
        ("resume", date(2026, 12, 2), "", "It is not paused"),
    ],
)
def test_what_cannot_have_happened_is_answered_in_a_sentence(
    cast, kind, moved_on, because, sentence
):
    write_ladder(cast)
    come_back(cast)

    with pytest.raises(NotAllowed, match=sentence):
        move(cast, kind, moved_on, because=because, on=date(2026, 12, 8))

    assert LadderMove.objects.count() == 1


def test_beyond_the_last_step_comes_full_time(cast):
    write_ladder(cast)
    come_back(cast)
    move(cast, "on", date(2026, 12, 7))

    with pytest.raises(NotAllowed, match="This is the last step"):
        move(cast, "on", date(2026, 12, 9))


def test_before_the_child_is_back_nothing_happens_on_the_ladder(cast):
    with pytest.raises(NotAllowed, match="Write the steps first"):
        move(cast, "stay", DAY)
    write_ladder(cast)

    with pytest.raises(NotAllowed, match="Record first that Amira came back"):
        move(cast, "full_time", DAY)


def test_something_recorded_late_stands_where_it_happened(cast):
    write_ladder(cast)
    come_back(cast)
    move(cast, "on", date(2026, 12, 8))

    late = move(cast, "stay", date(2026, 12, 2), on=date(2026, 12, 9))

    assert late.position == 1
    assert reading.moves(cast.access("lead"), cast.running)[-1][2] == 2


def test_a_new_version_goes_on_where_the_child_was(cast):
    write_ladder(cast)
    come_back(cast)
    move(cast, "on", date(2026, 12, 7))

    shorter = replace(LADDER, steps=STEPS[:1])
    write_ladder(cast, shorter, on=date(2026, 12, 8))
    on = move(cast, "stay", date(2026, 12, 9))

    assert on.position == 1
    assert on.ladder.number == 2
