"""Did it last? The checks after a return or a move, and what comes of them."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from homeward.calendars import actions as calendars
from homeward.calendars.codes import TermDateKind
from homeward.due.models import Expectation
from homeward.history import queries as history
from homeward.organisations.access import NOBODY
from homeward.placements import actions
from homeward.placements.codes import Stage
from homeward.placements.models import Ending, Party, Placement, SustainedCheck
from homeward.placements.queries import keepers, stage_of
from homeward.placements.rules.checks import AUTHORITY_CHECK, CHECK
from tests.cast import DAY
from tests.placements.checking import FIRST_BACK, checked, ended
from tests.placements.visiting import answers, asked, at, boxes, line

SUMMER = date(2027, 7, 21)


@pytest.fixture
def check(visit, client):
    def send(placement, name="lead", point="first", on=DAY, query="", **typed):
        address = at("record_check", placement, point=point)
        visit(name, address, on=on)
        said = {"is_on_roll": "yes", "holds": "yes"} | typed
        filled = answers(client, address, **said)
        return visit(name, address + query, filled, on=on, follow=True)

    return send


def due(placement, kind=CHECK):
    rows = Expectation.objects.filter(about=placement.reference, kind=kind).order_by("due_on", "id")
    return {row.period: row for row in rows}


def is_open(row):
    return row.met_on is None and row.lapsed_on is None


def test_a_return_is_checked_from_its_first_day_by_the_home_school(cast):
    placement = ended(cast)

    found = due(placement)

    assert placement.checks_from_on == FIRST_BACK
    assert {period: row.due_on for period, row in found.items()} == {
        "first": date(2026, 11, 23),
        "second": date(2027, 1, 5),
        "third": date(2027, 2, 1),
        "last": SUMMER,
    }
    assert {row.owner_id for row in found.values()} == {cast.oak_park.pk}
    assert stage_of(cast.access("lead"), placement, on=DAY) == Stage.MONITORING


def test_without_a_first_day_it_is_the_next_school_day(cast):
    placement = ended(cast, first_day_on=None, ended_on=date(2026, 11, 20))

    assert placement.checks_from_on == date(2026, 11, 23)
    assert Ending.objects.get().first_day_on is None


def test_after_another_ending_nothing_is_checked(cast):
    placement = ended(cast, outcome="post_16")

    assert placement.checks_from_on is None
    assert due(placement) == {}
    assert stage_of(cast.access("lead"), placement, on=DAY) == Stage.ENDED


def test_a_check_answers_for_the_school_and_is_kept_in_full(cast, check):
    placement = ended(cast)

    answer = check(
        placement,
        attendance="91",
        suspended_half_days="2",
        child_said="Maths is all right.",
        note="The break card helps.",
    )

    assert "Saved. Thank you for looking." in answer.text
    kept = SustainedCheck.objects.get()
    assert (kept.attendance, kept.suspended_half_days, kept.holds) == (91, 2, "yes")
    assert (kept.child_said, kept.note) == ("Maths is all right.", "The break card helps.")
    assert kept.answered_for == cast.oak_park
    assert "Maths is all right." in answer.text
    assert "attendance 91%, 2 half days suspended" in answer.text
    assert line(placement, CHECK, "first").met_on == DAY


def test_it_is_held_only_after_the_last_check(cast):
    placement = ended(cast)

    for point, on in (("first", DAY), ("second", date(2027, 1, 5)), ("third", date(2027, 2, 1))):
        checked(cast, point, on=on)
    assert placement.held_on is None
    checked(cast, "last", on=SUMMER)

    placement.refresh_from_db()
    assert placement.held_on == SUMMER
    assert stage_of(cast.access("lead"), placement, on=SUMMER) == Stage.HELD
    assert not any(is_open(row) for row in due(placement).values())
    said = [entry.summary for entry in history.entries(cast.access("lead"), placement.reference)]
    assert sum("It has held" in one for one in said) == 1


def test_the_last_check_cannot_say_yes_before_its_time(cast, check):
    placement = ended(cast)

    answer = check(placement, point="last")

    assert answer.status_code == 422
    assert "This check can be answered from 14 Jul 2027." in answer.text
    assert not SustainedCheck.objects.exists()


def test_that_it_does_not_hold_can_be_said_on_any_day(cast, check):
    placement = ended(cast)

    answer = check(placement, point="third", holds="no", note="The corridor was too much.")

    placement.refresh_from_db()
    assert "Saved. It did not hold this time." in answer.text
    assert placement.not_held_on == DAY
    assert stage_of(cast.access("lead"), placement, on=DAY) == Stage.NOT_HELD
    assert [row.lapsed_on for row in due(placement).values()] == [DAY, DAY, None, DAY]


def test_between_two_checks_one_link_records_that_it_does_not_hold(cast, visit, client):
    placement = ended(cast)
    checked(cast)
    address = at("record_check", placement, "?holds=no", point="second")

    listed = visit("lead", at("checks", placement))
    shown = visit("lead", address)

    assert "do not wait for the next check" in listed.text
    assert address in listed.content.decode()
    assert "This check opens on Monday 14 December 2026" in shown.text
    assert answers(client, address)["holds"] == "no"


def test_a_placement_that_is_only_checked_is_settled_when_dates_change(cast):
    Placement.objects.exclude(pk=cast.running.pk).update(withdrawn_on=DAY)
    ended(cast, outcome="moved", goes_to=cast.elm_road)
    elm_road = frozenset({cast.elm_road.pk})

    assert keepers(NOBODY, organisations=elm_road) == [cast.hillingdon.pk]


def test_the_history_tells_what_each_check_said(cast):
    placement = ended(cast)
    checked(cast, holds="at_risk")

    said = [entry.summary for entry in history.entries(cast.access("lead"), placement.reference)]

    assert said[0] == "First check on 24 Nov 2026: it is at risk"


def test_a_check_answered_late_counts_and_the_next_is_due_all_the_same(cast, check):
    placement = ended(cast)

    check(placement, on=date(2027, 1, 6), **boxes("checked_on", date(2026, 11, 27)))

    found = due(placement)
    assert found["first"].met_on == date(2026, 11, 27)
    assert is_open(found["second"])
    assert found["second"].due_on == date(2027, 1, 5)


def test_an_earlier_check_stays_late_after_a_later_one_was_answered(cast, visit):
    placement = ended(cast)
    on = date(2027, 1, 5)

    checked(cast, "second", on=on)

    assert is_open(due(placement)["first"])
    shown = visit("lead", at("checks", placement), on=on).text
    assert "First check Late" in shown
    assert "Second check Answered" in shown


def test_a_gap_is_named_beside_the_mark(cast, visit):
    placement = ended(cast)
    checked(cast, "first", on=DAY)
    checked(cast, "last", on=SUMMER)

    shown = visit("lead", at("checks", placement), on=SUMMER).text

    assert "It has held" in shown
    assert "Not answered on the way: second check, third check." in shown


def test_a_check_can_be_answered_anew_and_the_mark_follows(cast, check, visit):
    placement = ended(cast)
    check(placement, holds="no")

    check(placement, holds="at_risk", child_said="I want to try again.")

    placement.refresh_from_db()
    assert placement.not_held_on is None
    assert is_open(due(placement)["second"])
    shown = visit("lead", at("checks", placement)).text
    assert "Answered before" in shown
    assert SustainedCheck.objects.count() == 2


def test_a_last_check_that_is_not_sure_is_asked_again(cast):
    placement = ended(cast)

    checked(cast, "last", on=date(2027, 7, 15), holds="at_risk")

    again = due(placement)["last"]
    assert is_open(again)
    assert again.arithmetic.startswith("2 weeks after 15 July 2027, when it was not yet sure")


def test_an_ending_of_last_month_shows_what_is_past_as_late_and_each_can_be_answered(cast, check):
    late = date(2027, 1, 20)
    placement = ended(cast, on=late)

    answer = check(placement, on=late, **boxes("checked_on", date(2026, 11, 24)))

    assert "First check Answered" in answer.text
    assert "Second check Late" in answer.text
    assert "Looked on Tuesday 24 November 2026, written down by Mara Lind on" in answer.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"is_on_roll": ""}, "Say whether Amira is on roll"),
        ({"holds": ""}, "Say whether it holds"),
        ({"holds": "perhaps"}, "Choose one of the answers shown"),
        ({"attendance": "101"}, "Enter a number from 0 to 100"),
        ({"attendance": "most"}, "Enter a number, like 4"),
        ({"suspended_half_days": "-1"}, "Enter a number from 0 to 400"),
        (boxes("checked_on", date(2026, 11, 25)), "That day is still to come."),
        (boxes("checked_on", date(2026, 11, 6)), "The first day was 9 Nov 2026."),
        ({"checked_on_day": "31"}, "31 November 2026 is not a real date"),
        ({"child_said": "\x00"}, "Remove the hidden control characters"),
        ({"note": "\u202ex"}, "turn the direction of the text"),
        ({"note": "x" * 5_000_000}, "Use 2,000 characters or fewer"),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence_and_nothing_is_lost(cast, check, typed, sentence):
    placement = ended(cast)

    answer = check(placement, **({"child_said": "Maths is all right."} | typed))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "note" in typed or "child_said" in typed or "Maths is all right." in answer.text
    assert not SustainedCheck.objects.exists()


def test_nothing_can_be_checked_that_has_not_ended(cast, visit):
    address = at("record_check", cast.running, point="first")

    shown = visit("lead", address)
    sent = {"is_on_roll": "yes", "holds": "yes", **boxes("checked_on", DAY)}
    answer = visit("lead", address, sent)

    assert "There is nothing to check" in shown.text
    assert answer.status_code == 422
    assert "no return and no move has been recorded" in answer.text
    assert (
        "After a return or a move it is asked here"
        in visit("lead", at("checks", cast.running)).text
    )
    assert visit("lead", at("record_check", cast.running, point="fifth")).status_code == 404


def test_a_move_is_checked_by_the_school_where_the_child_is(cast, check, visit):
    placement = ended(cast, outcome="moved", goes_to=cast.elm_road)

    answer = check(placement, name="elm_lead")

    assert "Saved." in answer.text
    assert SustainedCheck.objects.get().answered_for == cast.elm_road
    found = due(placement)
    assert {row.owner_id for row in found.values()} == {cast.elm_road.pk}
    party = Party.objects.get(placement=placement, organisation=cast.elm_road)
    assert (party.part, party.from_on) == ("receiving", FIRST_BACK)


def test_a_school_sees_nothing_before_the_first_day_there(cast, visit):
    placement = ended(cast, outcome="moved", goes_to=cast.elm_road, first_day_on=date(2026, 12, 1))

    assert visit("elm_lead", at("checks", placement)).status_code == 404
    assert visit("elm_lead", at("checks", placement), on=date(2026, 12, 1)).status_code == 200


def test_the_home_school_and_the_authority_answer_on_its_behalf(cast, check, visit):
    placement = ended(cast, outcome="moved", goes_to=cast.elm_road)

    shown = visit("exclusions", at("record_check", placement, point="first")).text
    check(placement, name="exclusions")

    assert "You answer for Elm Road School (example)." in shown
    kept = SustainedCheck.objects.get()
    assert kept.answered_for == cast.elm_road
    assert kept.recorded_by == cast.exclusions


def test_a_provider_where_the_child_stays_answers_too(cast, check):
    placement = ended(cast, outcome="moved", goes_to=cast.northgate.organisation)

    check(placement, name="north_worker")

    assert SustainedCheck.objects.get().answered_for == cast.northgate.organisation
    assert due(placement)["second"].role == "provider_manager"


def test_the_provider_of_before_sees_whether_it_held_and_answers_nothing(cast, visit):
    placement = ended(cast)
    checked(cast)

    shown = visit("bridge_worker", at("checks", placement))

    assert shown.status_code == 200
    assert "Answer the check" not in shown.text
    assert visit("bridge_worker", at("record_check", placement, point="first")).status_code == 404


def test_strangers_find_nothing_and_other_roles_may_not(cast, visit):
    placement = ended(cast)

    for name in ("checks", "begin_again", "authority_check"):
        assert visit("elm_lead", at(name, placement)).status_code == 404
    assert visit("elm_lead", at("record_check", placement, point="first")).status_code == 404
    assert visit("tutor", at("record_check", placement, point="first")).status_code == 403


def test_who_only_reads_does_not_read_the_words(cast, visit):
    placement = ended(cast)
    checked(cast, child_said="Only for those who help.", note="A note.")

    tutor = visit("tutor", at("checks", placement)).text

    assert "It holds. On roll." in tutor
    assert "Only for those who help." not in tutor
    assert "A note." not in tutor


def test_the_pages_ask_at_most_fifteen_queries(cast, visit):
    placement = ended(cast)
    checked(cast, holds="no")

    for address in (
        at("checks", placement),
        at("record_check", placement, point="second"),
        at("begin_again", placement),
        at("record_ending", placement),
        at("correct_ending", placement),
    ):
        found = asked(lambda address=address: visit("lead", address))
        assert len(found) <= 15, (address, len(found))


def test_a_form_sent_twice_makes_one_check(cast, visit, client):
    placement = ended(cast)
    address = at("record_check", placement, point="first")
    visit("lead", address)
    sent = answers(client, address, is_on_roll="yes", holds="yes")

    assert visit("lead", address, sent).status_code == 302
    assert visit("lead", address, sent).status_code == 302
    assert SustainedCheck.objects.count() == 1


def test_a_check_is_never_changed(cast):
    ended(cast)
    kept = checked(cast)

    kept.holds = "no"
    with pytest.raises(DatabaseError), transaction.atomic():
        kept.save()


def test_a_closed_day_moves_a_check_that_is_due_on_it(cast):
    placement = ended(cast)

    calendars.add_closure(
        cast.oak_park,
        kind=TermDateKind.CLOSURE,
        starts_on=date(2027, 2, 1),
        ends_on=date(2027, 2, 1),
        name="Burst pipe",
        by=cast.access("lead"),
        on=DAY,
    )
    actions.settle_all(keeper=cast.hillingdon.pk, on=DAY)

    assert due(placement)["third"].due_on == date(2027, 2, 2)


def test_today_has_one_button_and_leads_back(cast, visit, check):
    placement = ended(cast)

    today = visit("lead", "/today/")
    answer = check(placement, query="?from=today")

    assert "Does it still hold for Amira Haddad? This is the first check" in today.text
    assert at("record_check", placement, point="first") in today.content.decode()
    assert answer.redirect_chain == [("/today/", 302)]


# The authority's check


@pytest.fixture
def look(visit, client):
    def send(placement, name="exclusions", on=DAY, **typed):
        address = at("authority_check", placement)
        visit(name, address, on=on)
        said = {"found": "At her grandmother’s.", "is_settled": "yes"} | typed
        return visit(name, address, answers(client, address, **said), on=on, follow=True)

    return send


@pytest.mark.parametrize(
    ("outcome", "due_on"),
    [
        ("missing", date(2026, 11, 9)),
        ("home_education", date(2026, 11, 20)),
        ("left_area", date(2026, 11, 20)),
    ],
)
def test_an_ending_that_leaves_the_child_unseen_opens_the_authoritys_check(cast, outcome, due_on):
    placement = ended(cast, outcome=outcome, first_day_on=None)

    found = due(placement, AUTHORITY_CHECK)

    assert list(found) == ["1"]
    assert found["1"].due_on == due_on
    assert found["1"].owner == cast.hillingdon
    assert found["1"].role == "exclusions_officer"
    assert placement.checks_from_on is None


def test_the_authority_looks_again_on_the_day_it_sets_until_it_is_settled(cast, look, visit):
    placement = ended(cast, outcome="missing", first_day_on=None)

    again = look(placement, is_settled="no", **boxes("next_on", date(2026, 12, 1)))
    assert "Saved. You look again on Tuesday 1 December." in again.text
    assert due(placement, AUTHORITY_CHECK)["2"].due_on == date(2026, 12, 1)
    last = look(placement, on=date(2026, 12, 2), found="At school in Leeds.")

    assert "Saved. It is settled." in last.text
    assert not any(is_open(row) for row in due(placement, AUTHORITY_CHECK).values())
    shown = visit("exclusions", at("checks", placement), on=date(2026, 12, 2)).text
    assert "Settled" in shown
    assert "At school in Leeds." in shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"found": ""}, "Say what you found"),
        ({"is_settled": ""}, "Say whether it is settled"),
        ({"is_settled": "no"}, "Set the day on which you look again"),
        (
            {"is_settled": "no", **boxes("next_on", DAY)},
            "The next look must be after this one",
        ),
        (boxes("checked_on", date(2026, 11, 25)), "That day is still to come."),
        (boxes("checked_on", date(2026, 11, 5)), "The last day was 6 Nov 2026"),
    ],
)
def test_a_look_that_cannot_be_is_answered_in_a_sentence(cast, look, typed, sentence):
    placement = ended(cast, outcome="home_education", first_day_on=None)

    answer = look(placement, **typed)

    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_school_does_not_answer_for_the_authority(cast, visit):
    placement = ended(cast, outcome="home_education", first_day_on=None)

    assert visit("lead", at("authority_check", placement)).status_code == 404
    assert "Educated" not in visit("lead", at("checks", placement)).text
    assert "Record the check" not in visit("lead", at("checks", placement)).text


def test_the_authority_checks_nothing_after_a_return(cast, visit, look):
    placement = ended(cast)

    shown = visit("exclusions", at("authority_check", placement))

    assert "Nothing is to be checked by the authority here" in shown.text
    assert look(placement).status_code == 422


# Beginning again


def test_it_is_begun_again_with_what_was_learnt(cast, visit, client):
    placement = ended(cast, what_worked="The break card.", child_said="I liked the boats.")
    checked(cast, holds="no", note="The corridor was too much.", child_said="Too loud.")
    address = at("begin_again", placement)

    shown = visit("lead", address).text
    answer = visit("lead", address, answers(client, address), follow=True)

    for words in (
        "The break card.",
        "I liked the boats.",
        "The corridor was too much.",
        "Too loud.",
    ):
        assert words in shown
    draft = Placement.objects.get(follows=placement)
    assert answer.redirect_chain == [(at("placement", draft), 302)]
    assert draft.journey == placement.journey
    assert "The corridor was too much." in draft.learnt
    assert "The corridor was too much." in visit("lead", at("why", draft)).text
    assert "It was begun again" in visit("lead", at("checks", placement)).text


def test_it_is_not_begun_again_twice(cast, visit):
    placement = ended(cast)
    checked(cast, holds="no")
    draft = actions.begin_again(placement, learnt="Smaller steps.", by=cast.access("lead"), on=DAY)

    again = visit("lead", at("begin_again", placement), {"learnt": "Mine"})

    assert again.status_code == 302
    assert again.url == at("placement", draft)
    assert "It was begun again already" in visit("lead", at("begin_again", placement)).text
    assert Placement.objects.filter(follows=placement).count() == 1


def test_a_return_that_holds_is_not_begun_again(cast, visit):
    placement = ended(cast)

    shown = visit("lead", at("begin_again", placement)).text
    answer = visit("lead", at("begin_again", placement), {"learnt": "Mine"})

    assert "No check says that it did not hold" in shown
    assert answer.status_code == 422
    assert visit("lead", at("begin_again", placement), {"learnt": " "}).status_code == 422


def test_a_receiving_school_does_not_begin_again_for_a_child_of_another(cast, visit):
    placement = ended(cast, outcome="moved", goes_to=cast.elm_road)
    checked(cast, by="elm_lead", holds="no")

    assert visit("elm_lead", at("begin_again", placement)).status_code == 404
    assert "Begin again" not in visit("elm_lead", at("checks", placement)).text
    assert "Begin again" in visit("lead", at("checks", placement)).text
