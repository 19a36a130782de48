"""An ending in full, where the child goes, and an ending that was wrong."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from homeward.due.models import Expectation
from homeward.placements import actions
from homeward.placements.actions import EndingSaid
from homeward.placements.models import Ending, Party, SustainedCheck
from homeward.placements.rules.checks import CHECK
from homeward.placements.rules.contact import WEEKLY_CONTACT
from tests.cast import DAY
from tests.placements.checking import FIRST_BACK, LAST_DAY, checked, ended
from tests.placements.moving import STARTS_ON
from tests.placements.moving import asked as move_asked
from tests.placements.visiting import answers, at, boxes


@pytest.fixture
def end(cast, visit, client):
    def send(name="lead", query="", **typed):
        address = at("record_ending", cast.running)
        visit(name, address)
        said = {"outcome": "returned", "is_planned": "yes"} | boxes("ended_on", LAST_DAY) | typed
        return visit(name, address + query, answers(client, address, **said), follow=True)

    return send


@pytest.fixture
def correct(cast, visit, client):
    def send(name="lead", **typed):
        address = at("correct_ending", cast.running)
        visit(name, address)
        said = {"corrected_because": "It was the wrong day."} | typed
        return visit(name, address, answers(client, address, **said), follow=True)

    return send


def checks_open(placement):
    rows = Expectation.objects.filter(about=placement.reference, kind=CHECK, lapsed_on__isnull=True)
    return rows.count()


def weeks_open(placement):
    rows = Expectation.objects.filter(
        about=placement.reference,
        kind=WEEKLY_CONTACT,
        met_on__isnull=True,
        lapsed_on__isnull=True,
    )
    return rows.count()


def test_everything_that_is_said_of_an_ending_is_read_again(cast, end, visit):
    end(
        child_said="The boats were good.",
        helped="4",
        what_worked="The break card.",
        follow_up="Dee visits in the third week.",
        because="The targets were met.",
        destination="Form 9B",
    )

    shown = visit("lead", at("record_ending", cast.running)).text

    for words in (
        "How the placement of Amira ended",
        "The boats were good.",
        "Quite a lot, as Amira says",
        "The break card.",
        "Dee visits in the third week.",
        "The targets were met.",
        "Form 9B",
        "Oak Park School (example)",
        "Print how it ended",
    ):
        assert words in shown


def test_what_was_saved_says_when_it_is_first_asked_whether_it_holds(end):
    answer = end(**boxes("first_day_on", FIRST_BACK))

    assert "The first look whether it holds was due on Monday 23 November." in answer.text


def test_a_move_names_the_new_school_by_its_urn(cast, end):
    end(outcome="moved", urn="999902")

    ending = Ending.objects.get()
    assert ending.goes_to == cast.elm_road
    assert Party.objects.get(organisation=cast.elm_road).from_on == FIRST_BACK


def test_a_move_names_a_provider(cast, end):
    end(outcome="moved", provider=str(cast.northgate.reference))

    assert Ending.objects.get().goes_to == cast.northgate.organisation


def test_a_move_that_is_under_way_is_not_asked_for_again(cast, end, visit):
    move_asked(cast)
    cast.running.refresh_from_db()

    shown = visit("lead", at("record_ending", cast.running)).text
    end(outcome="moved", **boxes("ended_on", DAY))

    assert "To Elm Road School (example), as the move says." in shown
    assert "The URN of the new school" not in shown
    cast.running.refresh_from_db()
    assert Ending.objects.get().goes_to == cast.elm_road
    assert cast.running.checks_from_on == STARTS_ON


def test_a_move_to_another_place_than_was_asked_counts_from_the_day_that_is_said(cast):
    move_asked(cast)
    cast.running.refresh_from_db()

    placement = ended(cast, outcome="moved", goes_to=cast.northgate.organisation, first_day_on=None)

    assert Ending.objects.get().goes_to == cast.northgate.organisation
    assert placement.checks_from_on == FIRST_BACK


def test_without_a_name_the_home_school_answers_for_the_new_place(cast, end):
    end(outcome="moved", destination="A school in Leeds")

    cast.running.refresh_from_db()
    rows = Expectation.objects.filter(about=cast.running.reference, kind=CHECK)
    assert cast.running.checks_from_on == FIRST_BACK
    assert {row.owner_id for row in rows} == {cast.oak_park.pk}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"outcome": "moved", "urn": "123456"}, "No open school has this URN"),
        ({"outcome": "moved", "provider": "nobody"}, "Choose one of the answers shown"),
        ({"helped": "9"}, "Choose one of the answers shown"),
        (boxes("first_day_on", date(2026, 10, 1)), "The first day must be after the placement"),
        (boxes("first_day_on", date(2028, 10, 1)), "The first day must be within a year from now"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence(end, typed, sentence):
    answer = end(**({"child_said": "My words"} | typed))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "My words" in answer.text
    assert not Ending.objects.exists()


def test_a_school_and_a_provider_at_once_are_one_too_many(cast, end):
    answer = end(outcome="moved", urn="999902", provider=str(cast.northgate.reference))

    assert answer.status_code == 422
    assert "Give the school or the provider, not both" in answer.text


def test_a_place_named_for_another_outcome_is_left_out(end):
    end(outcome="returned", urn="999902")

    assert Ending.objects.get().goes_to.name == "Oak Park School (example)"


def test_a_wrong_ending_is_corrected_and_what_was_written_stays(cast, correct, visit):
    placement = ended(cast, outcome="missing", first_day_on=None)

    answer = correct(outcome="returned", **boxes("first_day_on", FIRST_BACK))

    placement.refresh_from_db()
    assert answer.status_code == 200
    assert placement.checks_from_on == FIRST_BACK
    assert Ending.objects.count() == 2
    assert "Came back to the home school" in answer.text
    assert "Whereabouts not known, last day Friday 6 November 2026" in answer.text
    assert "This was put right: It was the wrong day." in answer.text
    rows = Expectation.objects.filter(about=placement.reference)
    assert not rows.filter(kind="placements.authority-check").exists()
    assert checks_open(placement) == 4


def test_a_corrected_first_day_leaves_out_checks_from_before_it(cast):
    placement = ended(cast)
    checked(cast, checked_on=date(2026, 11, 16), on=DAY, holds="no")
    said = EndingSaid(
        ended_on=LAST_DAY,
        outcome="returned",
        is_planned=True,
        first_day_on=date(2026, 11, 18),
    )

    actions.correct_ending(
        placement, said=said, because="She came later.", by=cast.access("lead"), on=DAY
    )

    placement.refresh_from_db()
    assert placement.not_held_on is None
    assert SustainedCheck.objects.count() == 1
    assert checks_open(placement) == 4


def test_a_correction_opens_with_what_stands(cast, visit, client):
    placement = ended(cast, outcome="moved", goes_to=cast.elm_road, what_worked="Boats")
    address = at("correct_ending", placement)
    visit("lead", address)

    opened = answers(client, address)

    assert opened["urn"] == "999902"
    assert opened["what_worked"] == "Boats"
    assert (opened["ended_on_day"], opened["outcome"]) == ("6", "moved")


def test_a_correction_says_why(cast, correct):
    ended(cast)

    answer = correct(corrected_because="")

    assert answer.status_code == 422
    assert "Say why you put it right" in answer.text
    assert Ending.objects.count() == 1


def test_an_ending_that_did_not_happen_is_taken_back_and_weeks_are_due_again(cast, visit):
    placement = ended(cast)
    address = at("take_back_ending", placement)

    answer = visit("lead", address, {"because": "It was another child."}, follow=True)

    placement.refresh_from_db()
    assert "Taken back. The placement runs on" in answer.text
    assert (placement.ended_on, placement.checks_from_on) == (None, None)
    assert checks_open(placement) == 0
    assert weeks_open(placement) > 0
    shown = visit("lead", at("record_ending", placement)).text
    assert "How did the placement of Amira end?" in shown
    assert "Taken back" in shown
    assert "There is no ending to take back" in visit("lead", address).text


def test_after_a_mistake_it_can_end_in_earnest(cast):
    placement = ended(cast)
    actions.take_back_ending(placement, because="Too soon.", by=cast.access("lead"), on=DAY)

    again = ended(cast, ended_on=date(2026, 11, 20), first_day_on=None)

    assert again.ended_on == date(2026, 11, 20)
    assert again.checks_from_on == date(2026, 11, 23)
    assert Ending.objects.count() == 3


def test_checks_survive_an_ending_that_is_taken_back(cast):
    placement = ended(cast)
    checked(cast, holds="no")

    actions.take_back_ending(placement, because="Too soon.", by=cast.access("lead"), on=DAY)

    placement.refresh_from_db()
    assert placement.not_held_on is None
    assert SustainedCheck.objects.count() == 1


def test_two_corrections_at_once_collide(cast):
    placement = ended(cast)
    first = Ending.objects.get()
    actions.take_back_ending(placement, because="Too soon.", by=cast.access("lead"), on=DAY)

    with pytest.raises(actions.NotEnded):
        actions.take_back_ending(placement, because="Again.", by=cast.access("head"), on=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ending.objects.create(
            keeper=first.keeper,
            placement=placement,
            ended_on=LAST_DAY,
            outcome="other",
            is_planned=True,
            corrects=first,
            corrected_because="Mine",
            recorded_on=DAY,
            recorded_by=cast.lead,
        )


def test_an_ending_is_never_changed(cast):
    ended(cast)
    kept = Ending.objects.get()

    kept.outcome = "other"
    with pytest.raises(DatabaseError), transaction.atomic():
        kept.save()


def test_nothing_is_put_right_where_nothing_has_ended(cast, visit):
    shown = visit("lead", at("correct_ending", cast.running)).text
    sent = {"outcome": "other", "is_planned": "yes", "corrected_because": "x"}
    answer = visit("lead", at("correct_ending", cast.running), sent | boxes("ended_on", LAST_DAY))
    taken = visit("lead", at("take_back_ending", cast.running), {"because": "x"})

    assert "There is no ending to correct" in shown
    assert (answer.status_code, taken.status_code) == (422, 422)
    assert "It has no ending" in answer.text


def test_the_receiving_school_reads_how_it_ended_and_corrects_nothing(cast, visit):
    placement = ended(cast, outcome="moved", goes_to=cast.elm_road)

    shown = visit("elm_lead", at("record_ending", placement))

    assert shown.status_code == 200
    assert "Correct it" not in shown.text
    assert visit("elm_lead", at("correct_ending", placement)).status_code == 404
    assert visit("elm_lead", at("take_back_ending", placement)).status_code == 404
    assert (
        visit("elm_lead", at("record_ending", placement), {"outcome": "other"}).status_code == 404
    )
