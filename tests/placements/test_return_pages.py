"""The pages of a return: what they show, whom they let in, and what they say to what cannot be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from homeward.placements import actions
from homeward.placements.models import (
    AdjustmentInPlace,
    LadderMove,
    PartTimeAnswer,
    Placement,
    ReturnLadder,
    SchoolPrepared,
    Telling,
)
from homeward.placements.queries import ladder as reading
from tests.asked import asked
from tests.cast import DAY
from tests.placements.coming_back import (
    FIRST,
    FULL,
    LADDER,
    LONGER,
    PASS,
    STEPS,
    answer,
    approve,
    come_back,
    make_ready,
    move,
    write_ladder,
    write_plan,
)
from tests.placements.visiting import answers, at, boxes

MAY = "Amira may come back on Monday 30 November 2026 whether or not this is complete."
PAGES = (
    "coming_back",
    "write_ladder",
    "ladder_move",
    "prepared",
    "record_return",
    "part_time",
    "part_time_agreement",
    "day_before",
)


def typed(steps=STEPS, full=FULL, **more):
    """What the form of the steps sends."""
    sent = {"full_time_minutes": "32.5", "based_on": "0", "safe_adult": "Joe Adeyemi"}
    for row, step in enumerate(steps):
        sent |= boxes(f"from_on_{row}", step.from_on)
        sent |= {f"at_school_{row}": list(step.at_school), f"met_by_{row}": step.met_by}
        sent |= {f"at_provider_{row}": list(step.at_provider)}
        sent |= {f"looked_for_{row}": step.looked_for}
    return sent | boxes("full_time_on", full) | more


def test_the_page_says_first_that_the_child_may_come_whatever_is_missing(visit, cast):
    write_ladder(cast)

    shown = visit("lead", at("coming_back", cast.running)).text

    assert MAY in shown
    assert "This is about the school, never about Amira." in shown
    assert "Ask the parent whether they agree to part-time." in shown
    assert "L10 · Part time on the way back" in shown
    assert "6.5 of 32.5 hours a week at school, 6 at the provider" in shown
    assert "Monday and Wednesday mornings" in shown
    assert "Record that Amira came back" in shown


def test_without_anything_planned_the_page_says_how_to_begin(visit, cast):
    shown = visit("lead", at("coming_back", cast.running)).text

    assert "No day is set yet. Amira may come back on any day" in shown
    assert "No steps are written yet." in shown
    assert "Write the way back" in shown
    assert "School is prepared" not in shown


def test_a_child_with_no_school_yet_has_an_empty_page_everywhere(visit, cast):
    for name in PAGES:
        if name != "prepared":
            assert visit("exclusions", at(name, cast.without_school)).status_code == 200
    assert (
        "has no school yet to come back to"
        in visit("exclusions", at("coming_back", cast.without_school)).text
    )


def test_where_the_child_is_and_what_happened_stand_on_the_page(visit, cast):
    make_ready(cast)
    come_back(cast)
    move(cast, "on", date(2026, 12, 7), child_said="I ate with Zoe.")
    on = date(2026, 12, 8)

    shown = visit("lead", at("coming_back", cast.running), on=on).text

    assert "Amira came back on Monday 30 November 2026." in shown
    assert "Step 2 of 2" in shown
    assert "On to the next step: step 2" in shown
    assert "I ate with Zoe." in shown
    for words in ("A step back", "Stays", "Pause", "Full time"):
        assert words in shown
    assert (
        "On to the next step</a>"
        not in visit("lead", at("coming_back", cast.running), on=on).content.decode()
    )


def test_the_steps_are_written_at_once_without_a_script(visit, cast):
    address = at("write_ladder", cast.running)

    saved = visit("lead", address, typed(), follow=True)

    assert saved.redirect_chain[-1][0] == at("coming_back", cast.running)
    assert "Saved as version 1 of the return." in saved.text
    text = reading.text_of(cast.access("lead"), ReturnLadder.objects.get())
    assert [step.school_minutes for step in text.steps] == [390, 975]
    assert (text.steps[0].from_on, text.full_time_on) == (FIRST, FULL)
    assert text.steps[0].at_provider == ("1am", "1pm")


def test_hours_may_be_typed_where_half_days_are_no_tenth(visit, cast):
    visit("lead", at("write_ladder", cast.running), typed(school_minutes_0="5"))

    text = reading.text_of(cast.access("lead"), ReturnLadder.objects.get())
    assert text.steps[0].school_minutes == 300
    again = visit("lead", at("write_ladder", cast.running)).content.decode()
    assert 'name="school_minutes_0" type="text" value="5"' in again.replace(
        'type="text" name="school_minutes_0"', 'name="school_minutes_0" type="text"'
    )


def test_without_steps_the_child_is_full_time_from_the_first_day(visit, cast):
    saved = visit("lead", at("write_ladder", cast.running), typed(steps=()), follow=True)

    assert "Full time from the first day." in saved.text
    assert ReturnLadder.objects.get().starts_on == FULL


def test_an_emptied_step_is_removed(visit, client, cast):
    write_ladder(cast)
    address = at("write_ladder", cast.running)

    visit("lead", address, typed(steps=STEPS[:1], based_on="1"))

    latest = reading.latest(cast.access("lead"), cast.running)
    assert latest.number == 2
    assert len(reading.text_of(cast.access("lead"), latest).steps) == 1


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        (
            {"full_time_on_day": "", "full_time_on_month": "", "full_time_on_year": ""},
            "A ladder without an end is not accepted",
        ),
        ({"at_school_1": []}, "Step 2: choose at least one half day at school"),
        (
            {"at_provider_0": ["0am"]},
            "Step 1: Monday morning is at school or at the provider, not both",
        ),
        (boxes("from_on_1", FIRST), "Step 2 must begin after step 1"),
        (boxes("full_time_on", FIRST), "Full time must begin after step 2"),
        (
            {"from_on_0_day": "", "from_on_0_month": "", "from_on_0_year": ""},
            "Step 1: enter its first day",
        ),
        ({"school_minutes_0": "35"}, "Step 1: enter no more hours than full time has"),
        ({"school_minutes_0": "many"}, "Step 1: enter the hours, like 3, 2.5 or 2:30"),
        ({"at_school_0": ["9xx"]}, "Choose from the answers shown"),
        ({"full_time_minutes": ""}, "Enter how many hours a week full time is"),
        ({"met_by_0": "x" * 500}, "Use 120 characters or fewer"),
        (boxes("full_time_on", date(2035, 1, 8)), "must be before 2029"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence_and_nothing_is_lost(
    visit, cast, differs, sentence
):
    found = visit(
        "lead", at("write_ladder", cast.running), typed(safe_place="The art room") | differs
    )

    assert found.status_code == 422
    assert sentence in found.text
    assert "The art room" in found.content.decode()
    assert not ReturnLadder.objects.exists()


def test_a_step_that_begins_in_the_holidays_begins_on_the_next_school_day(visit, cast):
    saved = visit(
        "lead",
        at("write_ladder", cast.running),
        typed(full=date(2027, 1, 11)) | boxes("from_on_1", date(2026, 12, 28)),
        follow=True,
    )

    assert "The school is closed on Monday 28 December: step 2 begins on Tuesday 5 January" in (
        saved.text
    )
    assert "(the school is closed on 28 Dec 2026)" in saved.text


def test_a_longer_ladder_says_what_is_due(visit, cast):
    saved = visit(
        "lead", at("write_ladder", cast.running), typed(full=LONGER.full_time_on), follow=True
    )

    assert "It lasts 8 school weeks. For more than 6 the headteacher’s reason" in saved.text
    assert "Why does it last longer" not in visit("lead", at("write_ladder", cast.running)).text
    assert "Why does it last longer than 6 weeks?" in (
        visit("head", at("write_ladder", cast.running)).text
    )


def test_the_second_of_two_editors_sees_both_texts_and_loses_nothing(visit, cast):
    write_ladder(cast, by="head")

    found = visit(
        "lead",
        at("write_ladder", cast.running),
        typed(safe_place="The art room", safe_adult="Nell"),
    )

    assert found.status_code == 422
    assert "Somebody else changed the steps while you were writing" in found.text
    assert "Ruth Penny wrote version 1" in found.text
    assert "The library office" in found.text
    assert "The art room" in found.content.decode()
    assert 'name="based_on" value="1"' in found.content.decode()


def test_coming_back_is_recorded_with_what_was_planned_beside_it(visit, client, cast):
    write_ladder(cast)
    address = at("record_return", cast.running)
    opened = visit("tutor", address).text
    assert "Sooner than planned is welcome, and nothing is refused" in opened
    assert "Planned for Monday 30 November 2026." in opened

    saved = visit("tutor", address, answers(client, address), follow=True)

    assert "Saved. Amira is back at school: welcome." in saved.text
    assert "What the school still misses is due that day." in saved.text
    assert Placement.objects.get(pk=cast.running.pk).return_began_on == DAY
    assert LadderMove.objects.get().kind == "start"


def test_a_form_sent_twice_makes_one_record(visit, client, cast):
    write_ladder(cast)
    address = at("record_return", cast.running)
    visit("lead", address)
    sent = answers(client, address, how="full_time")

    visit("lead", address, sent)
    visit("lead", address, sent)

    assert list(LadderMove.objects.values_list("kind", flat=True)) == ["full_time"]


@pytest.mark.parametrize(
    ("came_on", "sentence"),
    [
        (DAY + timedelta(days=1), "That day is still to come. Record it when Amira is back"),
        (date(2026, 10, 30), "The placement had not begun on that day"),
    ],
)
def test_only_a_day_that_cannot_be_is_an_error(visit, cast, came_on, sentence):
    found = visit("lead", at("record_return", cast.running), boxes("came_on", came_on))

    assert found.status_code == 422
    assert sentence in found.text


def test_the_day_is_put_right_or_taken_back(visit, client, cast):
    come_back(cast, came_on=DAY)
    address = at("record_return", cast.running)
    sooner = DAY - timedelta(days=1)

    visit("lead", address, boxes("came_on", sooner))
    assert Placement.objects.get(pk=cast.running.pk).return_began_on == sooner

    assert visit("lead", address, {"mistake": "yes"}).status_code == 422
    said = visit("lead", address, {"mistake": "yes", "because": "Another child"}, follow=True)
    assert "Taken back: Amira did not come back on Monday 23 November." in said.text
    assert Placement.objects.get(pk=cast.running.pk).return_began_on is None


def test_the_mark_is_withheld_with_the_gaps_and_given_by_the_head(visit, client, cast):
    write_ladder(cast)
    address = at("prepared", cast.running)
    withheld = visit("head", address)
    assert MAY in withheld.text
    assert "The mark waits for 4 things. Amira does not." in withheld.text
    refused = visit("head", address, answers(client, address))
    assert refused.status_code == 422
    assert "The school is not marked as prepared yet." in refused.text

    make_ready(cast)
    given = visit("head", address, answers(client, address), follow=True)

    assert "School is prepared: saved with your name" in given.text
    assert "Approved on Tuesday 24 November 2026 by Ruth Penny (Headteacher)" in given.text


def test_the_page_says_when_the_plan_changed_after_the_approval(visit, cast):
    make_ready(cast)
    number = approve(cast).plan_number
    actions.write_plan(
        cast.running,
        section="trust",
        based_on=number,
        texts={"adult_strand": "With Joe", "peer_strand": ""},
        by=cast.access("lead"),
        on=DAY,
    )

    shown = visit("head", at("coming_back", cast.running)).text

    assert f"for version {number} of the plan" in shown
    assert f"The plan is now version {number + 1}." in shown
    assert "Open again" in shown


def test_an_adjustment_is_looked_at(visit, cast):
    write_plan(cast)
    write_ladder(cast)
    address = at("adjustment", cast.running, thread=PASS)
    assert "Done by Every teacher of 9B." in visit("tutor", address).text

    saved = visit("tutor", address, {"is_in_place": "yes", **boxes("looked_on", DAY)}, follow=True)

    assert "Saved. In place: A pass to leave the room." in saved.text
    assert AdjustmentInPlace.objects.get().is_in_place
    other = at("adjustment", cast.running, thread=cast.running.reference)
    assert visit("tutor", other).status_code == 404


def test_a_no_to_part_time_means_full_time_is_offered(visit, cast):
    write_ladder(cast)
    said = {"who": "Leila Haddad", "is_agreed": "no", **boxes("answered_on", DAY)}

    saved = visit("tutor", at("part_time", cast.running), said, follow=True)

    assert "Saved. Full time is offered: write the day." in saved.text
    assert "Full time is offered: Amira may come full time from the first day." in saved.text
    assert PartTimeAnswer.objects.get().who == "Leila Haddad"
    today = visit("lead", reverse("due:today")).text
    assert "The parent did not agree to part-time: offer Amira Haddad full time" in today
    paper = visit("lead", at("part_time_agreement", cast.running)).text
    assert "Leila Haddad did not agree on Tuesday 24 November 2026. Full time is offered." in paper


def test_a_move_needs_a_reason_where_it_is_harder_and_a_child_who_is_back(visit, cast):
    write_ladder(cast)
    address = at("ladder_move", cast.running)
    assert "record that Amira came back" in visit("lead", address).text
    come_back(cast)
    move(cast, "on", date(2026, 12, 7))
    on = date(2026, 12, 8)

    refused = visit("lead", address, {"kind": "back", **boxes("moved_on", on)}, on=on)
    saved = visit(
        "lead",
        address,
        {"kind": "back", "because": "Two hard mornings", **boxes("moved_on", on)},
        on=on,
        follow=True,
    )

    assert "Say why, so that it helps next time" in refused.text
    assert "Saved. A step back." in saved.text
    assert "Step 1 of 2" in saved.text


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ("return", "Who meets Amira at the gate: Joe Adeyemi."),
        ("return", "What nobody needs to know: why Amira was away."),
        ("return", "A pass to leave the room: Every teacher of 9B"),
        ("authority", "Step 1: 6.5 of 32.5 hours a week at school, 6 at the provider."),
        ("authority", "from Monday 30 November 2026 to full time on Monday 14 December 2026"),
    ],
)
def test_what_to_say_fits_the_return(visit, client, cast, audience, words):
    write_plan(cast)
    write_ladder(cast)
    address = at("telling", cast.running, audience=audience)

    assert words in visit("lead", address).text
    saved = visit("lead", address, answers(client, address, how="meeting"), follow=True)

    assert saved.redirect_chain[-1][0] == at("coming_back", cast.running)
    assert Telling.objects.filter(audience=audience).exists()


def test_the_papers_presume_nothing_that_is_not_known(visit, cast):
    card = visit("lead", at("day_before", cast.running))
    paper = visit("lead", at("part_time_agreement", cast.running)).text

    assert "Amira, welcome back" in card.text
    assert card.content.decode().count("to be written by hand") >= 5
    assert "No part-time is proposed for Amira" in paper


def test_the_card_names_the_first_day_with_a_half_day_at_school(visit, cast):
    write_ladder(cast)

    card = visit("lead", at("day_before", cast.running)).text

    assert "Monday 30 November 2026" in card
    assert "Joe Adeyemi meets you at the gate." in card
    assert "The library office. You do not have to ask." in card


def test_after_full_time_the_ending_is_offered(visit, cast):
    write_ladder(cast)
    come_back(cast, came_on=DAY, is_full_time=True)

    shown = visit("lead", at("coming_back", cast.running))

    assert "Record the ending: came back" in shown.text
    assert "?outcome=returned" in shown.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_strangers_find_nothing(visit, cast, name):
    write_ladder(cast)

    assert visit("elm_lead", at(name, cast.running)).status_code == (
        403 if name == "prepared" else 404
    )


@pytest.mark.parametrize(
    ("name", "shut_out"),
    [
        ("prepared", ("lead", "tutor", "dsl", "bridge_worker", "exclusions")),
        ("write_ladder", ("tutor", "dsl", "bridge_worker")),
        ("ladder_move", ("tutor", "dsl", "bridge_worker")),
        ("record_return", ("bridge_worker",)),
        ("part_time", ("bridge_worker",)),
    ],
)
def test_only_who_may_writes(visit, cast, name, shut_out):
    write_ladder(cast)

    for who in shut_out:
        assert visit(who, at(name, cast.running), {"kind": "on"}).status_code == 403, who
    assert not SchoolPrepared.objects.exists()


def test_the_provider_reads_the_return_and_changes_nothing(visit, cast):
    make_ready(cast)
    come_back(cast, came_on=DAY)

    shown = visit("bridge_worker", at("coming_back", cast.running)).text

    assert "Amira came back on Tuesday 24 November 2026." in shown
    for words in ("Change the steps", "Close this gap", "Record whether it is", "Stays"):
        assert words not in shown


@pytest.mark.parametrize("name", PAGES)
def test_each_page_asks_at_most_fifteen_queries(visit, cast, name):
    make_ready(cast)
    approve(cast)
    answer(cast)
    come_back(cast)
    on = date(2026, 12, 8)
    for number in range(4):
        move(cast, "stay", date(2026, 12, 1) + timedelta(days=number))
    address = at(name, cast.running)
    visit("head", address, on=on)

    assert len(asked(lambda: visit("head", address, on=on))) <= 15


@pytest.mark.parametrize("audience", ["return", "authority"])
def test_what_to_say_asks_at_most_fifteen_queries(visit, cast, audience):
    make_ready(cast)
    address = at("telling", cast.running, audience=audience)
    visit("lead", address)

    assert len(asked(lambda: visit("lead", address))) <= 15


def test_the_placement_says_when_the_mark_is_open_again(visit, cast):
    make_ready(cast)
    approve(cast)
    assert "School is prepared" in visit("lead", at("placement", cast.running)).text

    write_ladder(cast, replace(LADDER, safe_place="The art room"))

    page = visit("lead", at("placement", cast.running)).text
    assert "The plan or the steps changed since the school was marked as prepared." in page
