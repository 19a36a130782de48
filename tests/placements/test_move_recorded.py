"""What a move writes down: one at a time, the latest answer stands, and what happened is never refused."""

from datetime import date, timedelta

import pytest

from homeward.due.models import Expectation
from homeward.organisations.models import Organisation
from homeward.placements import actions
from homeward.placements.actions import move as moves
from homeward.placements.actions.waiting import begin_waiting, end_waiting
from homeward.placements.models import Move, MoveAnswer, Party, Waiting
from homeward.placements.queries import latest
from tests.cast import DAY
from tests.placements.moving import STARTS_ON, asked, says

TOMORROW = DAY + timedelta(days=1)


def stays(placement, organisation):
    """From when until when an organisation is the receiving side."""
    rows = Party.objects.filter(placement=placement, organisation=organisation, part="receiving")
    return list(rows.order_by("from_on").values_list("from_on", "to_on"))


def due(placement, kind):
    return Expectation.objects.filter(
        about=placement.reference, kind=f"placements.{kind}", met_on__isnull=True
    )


def test_whoever_is_asked_takes_part_from_its_day_and_owes_an_answer(cast):
    asked(cast, joins_on=TOMORROW)

    assert stays(cast.running, cast.elm_road) == [(TOMORROW, None)]
    line = due(cast.running, "move-answer").get()
    assert (line.owner, line.opens_on, line.role) == (cast.elm_road, TOMORROW, "ap_lead")


def test_a_provider_is_asked_for_a_long_term_placement(cast):
    asked(cast, receiving=cast.northgate.organisation, kind="long_term")

    line = due(cast.running, "move-answer").get()
    assert (line.owner, line.role) == (cast.northgate.organisation, "provider_manager")


@pytest.mark.parametrize(
    ("differences", "sentence"),
    [
        ({"receiving": "oak_park"}, "is the home school"),
        ({"receiving": "hillingdon"}, "An authority takes no child"),
        ({"receiving": "northgate"}, "is a provider"),
        ({"joins_on": DAY - timedelta(days=1)}, "from today at the earliest"),
        ({"consented_on": TOMORROW, "consented_by": "Leila Haddad"}, "still to come"),
        ({"consented_by": "Leila Haddad"}, "Say who consented, and on which day"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(cast, differences, sentence):
    name = differences.pop("receiving", "elm_road")
    place = getattr(cast, name)
    receiving = place if isinstance(place, Organisation) else place.organisation

    with pytest.raises(actions.NotAllowed, match=sentence):
        asked(cast, receiving=receiving, **differences)

    assert not Move.objects.exists()


def test_a_closed_school_is_not_asked(cast):
    Organisation.objects.filter(pk=cast.elm_road.pk).update(is_closed=True)
    cast.elm_road.refresh_from_db()

    with pytest.raises(actions.NotAllowed, match="has closed"):
        asked(cast)


def test_a_draft_and_an_ended_placement_ask_nobody(cast):
    with pytest.raises(actions.NotAllowed, match="still a draft"):
        asked(cast, cast.draft)
    actions.record_ending(
        cast.running,
        ended_on=DAY,
        outcome="other",
        is_planned=False,
        by=cast.access("lead"),
        on=DAY,
    )
    with pytest.raises(actions.NotAllowed, match="The placement ended on 24 November 2026"):
        asked(cast)


def test_one_move_goes_at_a_time(cast):
    asked(cast)

    with pytest.raises(actions.NotAllowed, match="is asked already"):
        asked(cast, receiving=cast.far_hill)


def test_a_yes_makes_adult_briefing_and_first_day_due(cast):
    asked(cast)

    says(cast, "yes")

    for kind in ("move-adult", "move-brief", "move-first-day"):
        assert due(cast.running, kind).get().due_on == STARTS_ON
    assert not due(cast.running, "move-answer").exists()


def test_a_no_after_a_yes_stands_and_both_are_kept(cast):
    asked(cast)
    says(cast, "yes")

    says(cast, "no", on=TOMORROW)

    assert list(MoveAnswer.objects.order_by("id").values_list("answer", flat=True)) == [
        "accepted",
        "declined",
    ]
    assert stays(cast.running, cast.elm_road) == [(DAY, TOMORROW)]
    assert not due(cast.running, "move-adult").exists()
    wait = Waiting.objects.get()
    assert (wait.from_on, wait.to_on, wait.what_for) == (TOMORROW, None, "A new school")
    assert due(cast.running, "waiting").get().owner == cast.hillingdon


def test_a_no_that_was_no_yes_before_begins_no_wait(cast):
    asked(cast)

    says(cast, "no")

    assert not Waiting.objects.exists()


def test_a_yes_after_a_no_takes_part_again_and_ends_the_wait(cast):
    asked(cast)
    says(cast, "yes")
    says(cast, "no")

    says(cast, "yes", by="exclusions", on=date(2026, 11, 30))

    assert stays(cast.running, cast.elm_road) == [
        (DAY, DAY),
        (date(2026, 11, 30), None),
    ]
    wait = Waiting.objects.get()
    assert (wait.to_on, wait.found) == (date(2026, 11, 30), cast.elm_road.name)


def test_an_earlier_answer_written_down_late_does_not_stand(cast):
    asked(cast)
    says(cast, "yes", on=TOMORROW)

    says(cast, "no", by="exclusions", on=TOMORROW, answered_on=DAY)

    assert stays(cast.running, cast.elm_road) == [(DAY, None)]
    assert due(cast.running, "move-adult").exists()


def test_only_the_receiving_side_and_the_authority_answer(cast):
    asked(cast)

    for stranger in ("lead", "far_lead", "bridge_worker", "far_officer"):
        with pytest.raises(actions.NotAllowed, match="Only Elm Road School"):
            says(cast, "yes", by=stranger)
    says(cast, "yes", by="exclusions")


def test_an_answer_names_the_version_of_the_plan_that_it_means(cast):
    asked(cast)

    said = says(cast, "changes")

    assert said.plan_number == latest(cast.access("lead"), cast.running).number


def test_after_a_no_another_place_is_asked_and_the_first_is_kept(cast):
    asked(cast)
    says(cast, "no")

    asked(cast, receiving=cast.far_hill)

    first = Move.objects.get(receiving=cast.elm_road)
    assert (first.withdrawn_on, first.withdrawn_because) == (DAY, "No place in the year group.")
    assert Move.objects.get(withdrawn_on__isnull=True).receiving == cast.far_hill


def test_the_first_day_is_never_refused_for_what_is_missing(cast):
    asked(cast, kind="managed_move", joins_on=TOMORROW)

    moves.record_first_day(cast.running, first_day_on=DAY, by=cast.access("tutor"), on=DAY)

    assert Move.objects.get().first_day_on == DAY
    assert stays(cast.running, cast.elm_road) == [(DAY, None)]
    assert due(cast.running, "move-brief").get().due_on == DAY
    assert due(cast.running, "move-answer").exists()


def test_a_no_after_the_first_day_leaves_the_record_open_to_where_the_child_is(cast):
    asked(cast)
    says(cast, "yes")
    moves.record_first_day(cast.running, first_day_on=DAY, by=cast.access("lead"), on=DAY)

    says(cast, "no")

    assert stays(cast.running, cast.elm_road) == [(DAY, None)]


def test_a_move_is_taken_back_with_a_reason_and_not_after_the_first_day(cast):
    lead = cast.access("lead")
    asked(cast, joins_on=TOMORROW)
    with pytest.raises(actions.NotAllowed, match="Say why"):
        moves.withdraw_move(cast.running, because=" ", by=lead, on=DAY)
    moves.withdraw_move(cast.running, because="Another school is nearer.", by=lead, on=DAY)
    assert stays(cast.running, cast.elm_road) == []
    assert not due(cast.running, "move-answer").exists()

    asked(cast)
    moves.record_first_day(cast.running, first_day_on=DAY, by=lead, on=DAY)
    with pytest.raises(actions.NotAllowed, match="Record how the placement ended instead"):
        moves.withdraw_move(cast.running, because="No", by=lead, on=DAY)


def test_consent_is_recorded_by_name_and_can_be_put_right(cast):
    asked(cast, kind="managed_move")
    for name in ("Leila Hadad", "Leila Haddad"):
        moves.record_consent(
            cast.running, consented_on=DAY, consented_by=name, by=cast.access("lead"), on=DAY
        )

    assert Move.objects.get().consented_by == "Leila Haddad"


def test_nobody_asked_answers_nothing(cast):
    with pytest.raises(actions.NotAllowed, match="Nobody is asked"):
        says(cast, "yes")


def test_a_wait_is_counted_once_and_ends_with_what_was_found(cast):
    lead = cast.access("lead")
    begin_waiting(cast.running, from_on=DAY, what_for="A school", by=lead, on=DAY)
    with pytest.raises(actions.NotAllowed, match="counted since 24 November 2026 already"):
        begin_waiting(cast.running, from_on=DAY, what_for="A school", by=lead, on=DAY)
    with pytest.raises(actions.NotAllowed, match="after that day"):
        end_waiting(cast.running, to_on=DAY - timedelta(days=1), found="x", by=lead, on=DAY)

    end_waiting(cast.running, to_on=DAY, found="Elm Road", by=lead, on=DAY)

    assert Waiting.objects.get().found == "Elm Road"
    with pytest.raises(actions.NotAllowed, match="No wait is being counted"):
        end_waiting(cast.running, to_on=DAY, found="x", by=lead, on=DAY)


def test_a_yes_ends_the_wait(cast):
    begin_waiting(cast.running, from_on=DAY, what_for="A school", by=cast.access("lead"), on=DAY)
    asked(cast)

    says(cast, "yes")

    assert Waiting.objects.get().to_on == DAY
    assert not due(cast.running, "waiting").exists()


def test_an_ending_at_the_new_place_ends_the_wait(cast):
    lead = cast.access("lead")
    begin_waiting(cast.running, from_on=DAY, what_for="A school", by=lead, on=DAY)

    actions.record_ending(
        cast.running, ended_on=DAY, outcome="moved", is_planned=True, by=lead, on=DAY
    )

    assert Waiting.objects.get().to_on == DAY
