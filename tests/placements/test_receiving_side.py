"""What a receiving school sees of a placement, from when until when, and what is not its to write."""

from datetime import date, timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from homeward.organisations import actions as organisations
from homeward.organisations.models import Person
from homeward.placements import actions, queries
from homeward.placements.actions import move as moves
from homeward.placements.actions.move import answer_move
from homeward.pupils import actions as pupils
from tests.cast import DAY, access_for, whole_draft
from tests.house.test_access import ADDRESSES
from tests.placements.moving import asked, says
from tests.placements.visiting import at

TOMORROW = DAY + timedelta(days=1)
THEIRS_TO_WRITE = {
    "move",
    "answer_move",
    "move_adult",
    "move_briefing",
    "move_first_day",
}
READ = {
    "placement",
    "people",
    "plan",
    "plan_versions",
    "safeguarding",
    "reviews",
    "checks",
}


def addresses(placement):
    """Every address of one placement that needs no other record."""
    for name, one in sorted(ADDRESSES.items()):
        room, _, page = name.partition(":")
        is_of_one = set(one.pattern.converters) == {"reference"} and page != "begin"
        if room == "placements" and is_of_one:
            yield page, at(page, placement)


def sees(cast, on, who="elm_lead"):
    """Whether somebody sees Amira's placement on a day."""
    try:
        queries.placement(access_for(cast.people[who], on), cast.running.reference)
    except Http404:
        return False
    return True


def test_it_may_open_what_is_its_own_and_nothing_else_of_the_home_school(visit, cast):
    asked(cast)

    opened = {
        page for page, path in addresses(cast.running) if visit("elm_lead", path).status_code == 200
    }

    assert opened - THEIRS_TO_WRITE - READ == set()
    assert {"placement", "plan", "reviews", "people", *THEIRS_TO_WRITE} <= opened


def test_what_is_not_its_own_is_not_written_either(visit, cast):
    asked(cast)

    sent = {
        page: visit("elm_lead", path, {}).status_code
        for page, path in addresses(cast.running)
        if page not in THEIRS_TO_WRITE | READ
    }

    assert {page: status for page, status in sent.items() if status not in {403, 404}} == {}


def test_it_sees_nothing_before_it_joins_and_nothing_from_the_day_after_a_no(cast):
    asked(cast, joins_on=TOMORROW)
    assert (sees(cast, DAY), sees(cast, TOMORROW)) == (False, True)

    says(cast, "no", on=TOMORROW)

    assert (sees(cast, TOMORROW), sees(cast, DAY + timedelta(days=2))) == (True, False)


def test_who_is_not_asked_sees_nothing(cast):
    asked(cast)

    assert not sees(cast, DAY, "far_lead")


def test_it_sees_this_placement_and_not_the_childs_others(visit, cast):
    other = whole_draft(cast, pupil=cast.amira, follows=cast.running, leave_out=("sessions",))
    asked(cast)

    shown = visit("elm_lead", at("placement", cast.running))

    assert shown.status_code == 200
    assert str(other.reference) not in shown.content.decode()
    assert visit("elm_lead", at("placement", other)).status_code == 404
    assert [one.pk for one in queries.visible(cast.access("elm_lead"))] == [cast.running.pk]


def test_what_is_kept_from_an_adult_of_the_family_stays_hidden(visit, cast):
    pupils.raise_shield(
        cast.amira,
        from_adult=cast.mother,
        hides="provider",
        because="By order of a court",
        by=cast.access("lead"),
        on=DAY,
    )
    asked(cast)

    shown = visit("elm_lead", reverse("pupils:pupil", args=[cast.amira.reference]))

    assert shown.status_code == 200
    assert "By order of a court" not in shown.text
    assert "7 Mill Lane" not in shown.text


def test_only_its_own_people_can_be_named_there(visit, cast):
    asked(cast)

    shown = visit("elm_lead", at("move_adult", cast.running))

    assert "Petra Stone" in shown.text
    assert "Joe Adeyemi" not in shown.text


def test_it_changes_the_plan_on_the_plans_own_pages(visit, cast):
    asked(cast)

    assert visit("elm_lead", at("plan_section", cast.running, section="child")).status_code == 200


def test_a_provider_answers_names_and_briefs_by_its_manager(visit, cast):
    manager = cast.people["manager"] = make_manager(cast)
    asked(cast, receiving=cast.northgate.organisation, kind="long_term")

    for page in sorted(THEIRS_TO_WRITE):
        assert visit("manager", at(page, cast.running)).status_code == 200, page
    answer_move(cast.running, answer="accepted", answered_on=DAY, by=access_for(manager), on=DAY)
    assert "Agreed" in visit("manager", at("move", cast.running)).text


def make_manager(cast):
    """Somebody who manages Northgate."""
    person = Person.objects.create_user("manager@northgate.example", "Ida Crewe")
    organisations.join(
        person,
        organisation=cast.northgate.organisation,
        role="provider_manager",
        by=access_for(person),
        on=DAY,
    )
    return person


def test_an_action_of_the_home_school_is_not_reopened_by_the_receiving_side(visit, cast):
    asked(cast)
    review = actions.record_review(
        cast.running,
        held_on=DAY,
        next_on=TOMORROW,
        is_child_present=True,
        is_parent_present=True,
        decision="continue",
        wanted=[actions.ActionWanted(what="Visit", by_on=TOMORROW, who="Mara Lind")],
        by=cast.access("lead"),
        on=DAY,
    )
    action = actions.mark_action_done(
        review.actions.get(), done_on=DAY, by=cast.access("lead"), on=DAY
    )

    visit("elm_lead", at("action", cast.running, action=action.reference), {"reopen": "1"})

    action.refresh_from_db()
    assert action.done_on == DAY


def test_no_first_day_there_before_the_placement_began(visit, cast):
    asked(cast)

    with pytest.raises(actions.NotAllowed):
        moves.record_first_day(
            cast.running, first_day_on=date(1900, 1, 1), by=cast.access("lead"), on=DAY
        )
