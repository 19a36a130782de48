"""Another intended last day: with its reason, who agreed, and for a later one a review."""

from datetime import date

import pytest

from homeward.placements import actions
from homeward.placements.models import EndDateChange, Placement
from tests.apart import at_once
from tests.cast import DAY
from tests.placements.visiting import answers, at, boxes

SOONER, END, LATER = date(2026, 12, 4), date(2026, 12, 11), date(2026, 12, 18)


@pytest.fixture
def change(cast):
    def changed(new_on, placement=None, **differences):
        said = {"because": "A place is free.", "who_agreed": "All of us"} | differences
        return actions.change_end_date(
            placement or cast.running, new_on=new_on, **said, by=cast.access("lead"), on=DAY
        )

    return changed


@pytest.fixture
def held(cast):
    return actions.record_review(
        cast.running,
        held_on=DAY,
        next_on=date(2026, 12, 10),
        is_child_present=True,
        is_parent_present=True,
        decision="continue",
        by=cast.access("lead"),
        on=DAY,
    )


def test_a_sooner_day_needs_no_review_and_a_later_one_does(cast, change, held):
    assert change(SOONER).review is None
    with pytest.raises(actions.NotAllowed, match="needs a review"):
        change(LATER)
    assert change(LATER, review=held).old_on == SOONER
    assert Placement.objects.get(pk=cast.running.pk).ends_on == LATER


def test_the_same_day_changes_nothing(change):
    assert change(END) is None
    assert not EndDateChange.objects.exists()


@pytest.mark.parametrize("said", [{"because": ""}, {"who_agreed": "  "}])
def test_it_says_why_and_who_agreed(change, said):
    with pytest.raises(actions.NotAllowed, match="Say why"):
        change(SOONER, **said)


def test_a_day_before_the_first_is_refused(change):
    with pytest.raises(actions.NotAllowed, match="on or after the first day"):
        change(date(2026, 11, 1))


def test_drafts_and_what_is_over_have_no_last_day_to_move(cast, change):
    with pytest.raises(actions.NotAllowed, match="This is a draft"):
        change(date(2027, 1, 22), placement=cast.draft)
    actions.withdraw(cast.draft, because="Not needed", by=cast.access("lead"), on=DAY)
    with pytest.raises(actions.NotAllowed, match="does not go ahead"):
        change(date(2027, 1, 22), placement=cast.draft)


def test_where_somebody_else_was_first_nothing_is_overwritten(cast, change):
    change(SOONER)

    with pytest.raises(actions.Changed) as met:
        change(date(2026, 12, 8), opened_on=END)

    assert met.value.theirs == {"new_on": SOONER}
    assert Placement.objects.get(pk=cast.running.pk).ends_on == SOONER


def test_the_page_shows_both_days_and_takes_the_second_sending(cast, change, visit, client):
    address = at("end_date", cast.running)
    visit("head", address)
    typed = boxes("new_end_on", date(2026, 12, 8))
    mine = answers(client, address, **typed, because="The lesson is free", who_agreed="All")
    change(SOONER)

    met = visit("head", address, mine)

    assert met.status_code == 422
    assert "Somebody else changed the last day to 4 December 2026" in met.text
    assert "The lesson is free" in met.text


def test_the_page_looks_before_it_saves(cast, visit, client, held):
    address = at("end_date", cast.running)
    visit("lead", address)
    typed = boxes("new_end_on", date(2027, 2, 12))

    look = visit("lead", address, answers(client, address, **typed, look="1"))

    assert look.status_code == 200
    assert "This makes 13 school weeks in the chain; short term is at most 12." in look.text
    assert "There is something to put right" not in look.text
    assert not EndDateChange.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Enter the new last day"),
        (boxes("new_end_on", END), "That is the last day already"),
        (boxes("new_end_on", LATER), "A later last day needs a review"),
        (boxes("new_end_on", SOONER) | {"because": ""}, "Say why the last day changes"),
        (boxes("new_end_on", SOONER) | {"who_agreed": ""}, "Say who agreed"),
        (boxes("new_end_on", date(2026, 10, 30)), "on or after the first day"),
        (boxes("new_end_on", SOONER) | {"review": "another"}, "Choose one of the answers shown"),
        (boxes("new_end_on", SOONER) | {"because": "\x00"}, "hidden control characters"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(cast, visit, client, typed, sentence):
    address = at("end_date", cast.running)
    visit("lead", address)
    sent = answers(client, address, **({"because": "A place", "who_agreed": "All"} | typed))

    answer = visit("lead", address, sent)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not EndDateChange.objects.exists()


def test_drafts_and_ended_placements_are_shown_the_way_instead_of_the_form(cast, visit):
    draft = visit("lead", at("end_date", cast.draft)).text

    assert "This is a draft" in draft
    assert "Save the new last day" not in draft
    assert visit("tutor", at("end_date", cast.running)).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_moves_the_day_and_the_other_is_told(cast, tmp_path):
    lead = cast.access("lead")

    def to(new_on):
        return lambda: actions.change_end_date(
            cast.running,
            new_on=new_on,
            because="A place is free.",
            who_agreed="All of us",
            opened_on=END,
            by=lead,
            on=DAY,
        )

    answers_given = at_once(tmp_path, to(SOONER), to(date(2026, 12, 8)))

    assert {type(one) for one in answers_given} == {EndDateChange, actions.Changed}
