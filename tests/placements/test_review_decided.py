"""What a review decides: progress, actions with owners, a later last day; and two people at once."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from homeward.due.models import Expectation
from homeward.organisations.actions import end_membership
from homeward.organisations.models import Membership
from homeward.placements import actions
from homeward.placements.models import (
    EndDateChange,
    Placement,
    Review,
    ReviewAction,
    ReviewProgress,
    Session,
)
from homeward.placements.rules.review_action import ACTION
from tests.cast import DAY, target, whole_draft
from tests.placements.visiting import answers, asked, at, boxes, line

NEXT = date(2026, 12, 10)
END, LATER = date(2026, 12, 11), date(2026, 12, 18)


@pytest.fixture
def hold(cast):
    """Hold a review as one of the cast, with what a test wants different."""

    def held(by="lead", **differences):
        said = {"held_on": DAY, "next_on": NEXT, "is_child_present": True}
        said |= {"is_parent_present": True, "decision": "continue"} | differences
        return actions.record_review(cast.running, **said, by=cast.access(by), on=DAY)

    return held


@pytest.fixture
def send(visit, client, cast):
    """Send the form of a review as one of the cast, with what is typed into it."""

    def sent(name="lead", query="", **typed):
        address = at("record_review", cast.running, query)
        visit(name, address)
        said = {"is_child_present": "yes", "is_parent_present": "no", "decision": "continue"}
        said |= boxes("next_on", NEXT) | typed
        return visit(name, address, answers(client, address, **said), follow=True)

    return sent


def extend(new_on=LATER, opened_on=END, **more):
    said = {"decision": "extend", "decided_because": "Two targets are nearly there."}
    extension = actions.Extension(new_on, "The headteacher and the mother", opened_on)
    return {**said, "extension": extension, **more}


def extending(new_on=LATER, **more):
    typed = {"decision": "extend", "decided_because": "Nearly there.", "who_agreed": "All of us"}
    return typed | boxes("new_end_on", new_on) | more


def wants(person=None, who="", what="Bring the timetable", by_on=NEXT):
    return actions.ActionWanted(what=what, by_on=by_on, who=who, person=person)


def test_progress_is_kept_for_each_target_that_was_looked_at(cast, send):
    answer = send(progress_0="-1", progress_note_0="Left twice a day")

    kept = ReviewProgress.objects.get()
    assert (kept.thread, kept.progress) == (target(DAY).thread, -1)
    assert "Less than hoped" in answer.text
    assert "Left twice a day" in answer.text


def test_each_action_is_due_from_its_owner_at_the_owners_own_place(cast, hold):
    held = hold(
        wanted=[
            wants(cast.tutor),
            wants(cast.exclusions),
            wants(cast.bridge_worker),
            wants(who="Ann"),
        ]
    )

    rows = [line(cast.running, ACTION, str(one.reference)) for one in held.actions.order_by("id")]
    assert [(row.person_id, row.owner_id) for row in rows] == [
        (cast.tutor.pk, cast.oak_park.pk),
        (cast.exclusions.pk, cast.hillingdon.pk),
        (cast.bridge_worker.pk, cast.bridge_house.organisation_id),
        (None, cast.oak_park.pk),
    ]
    assert rows[3].subject == "Bring the timetable (Ann)"
    assert {row.due_on for row in rows} == {NEXT}


def test_an_action_of_somebody_who_left_falls_to_whoever_leads(cast, hold):
    held = hold(wanted=[wants(cast.tutor)])
    membership = Membership.objects.get(person=cast.tutor)
    end_membership(membership, by=cast.access("head"), on=DAY)

    actions.settle_placement(cast.running, on=DAY + timedelta(days=1))

    row = line(cast.running, ACTION, str(held.actions.get().reference))
    assert (row.person_id, row.role) == (None, "ap_lead")


def test_an_action_is_done_once_and_may_be_taken_back(cast, hold):
    action = hold(wanted=[wants(cast.tutor)]).actions.get()
    tutor = cast.access("tutor")

    actions.mark_action_done(action, done_on=DAY, note="She chose art", by=tutor, on=DAY)
    again = actions.mark_action_done(action, done_on=date(2026, 11, 20), by=tutor, on=DAY)

    assert (again.done_on, again.done_note) == (DAY, "She chose art")
    assert line(cast.running, ACTION, str(action.reference)).met_on == DAY
    actions.reopen_action(action, by=tutor, on=DAY)
    actions.reopen_action(action, by=tutor, on=DAY)
    action.refresh_from_db()
    assert (action.done_on, action.done_note) == (None, "")
    assert line(cast.running, ACTION, str(action.reference)).met_on is None


def test_an_action_cannot_be_done_tomorrow(cast, hold):
    action = hold(wanted=[wants(cast.tutor)]).actions.get()

    with pytest.raises(actions.NotAllowed, match="still to come"):
        actions.mark_action_done(action, done_on=NEXT, by=cast.access("tutor"), on=DAY)


@pytest.mark.parametrize("name", ["lead", "tutor", "dsl", "exclusions", "bridge_worker"])
def test_whoever_works_with_the_child_or_owns_it_records_that_it_is_done(cast, hold, visit, name):
    owner = cast.bridge_worker if name == "bridge_worker" else cast.tutor
    action = hold(wanted=[wants(owner)]).actions.get()
    address = at("action", cast.running, "?from=today", action=action.reference)

    answer = visit(name, address, boxes("done_on", DAY), follow=True)

    assert answer.redirect_chain == [(reverse("due:today"), 302)]
    assert "Recorded as done: Bring the timetable" in answer.text


def test_a_key_worker_reads_what_somebody_else_owns_and_cannot_mark_it(cast, hold, visit):
    action = hold(wanted=[wants(cast.tutor)]).actions.get()
    address = at("action", cast.running, action=action.reference)

    answer = visit("bridge_worker", address, boxes("done_on", DAY))

    assert answer.status_code == 200
    assert "Record it as done" not in answer.text
    assert ReviewAction.objects.get().done_on is None


def test_to_extend_moves_the_last_day_and_the_week_with_it(cast, hold):
    before = Placement.objects.get(pk=cast.running.pk)
    held = hold(**extend())

    now = Placement.objects.get(pk=cast.running.pk)
    change = EndDateChange.objects.get()
    assert (now.ends_on, now.edited) == (LATER, before.edited + 1)
    assert (change.old_on, change.new_on, change.review) == (END, LATER, held)
    assert change.who_agreed == "The headteacher and the mother"
    assert set(Session.objects.filter(placement=now).values_list("to_on", flat=True)) == {LATER}
    assert Expectation.objects.filter(about=now.reference, period=LATER.isoformat()).exists()


@pytest.mark.parametrize(
    "said",
    [
        {"decision": "extend", "extension": None},
        extend(decision="continue"),
        extend(new_on=date(2026, 11, 1), opened_on=None),
        extend(decided_because=" "),
    ],
)
def test_an_extension_that_cannot_be_writes_nothing(hold, said):
    with pytest.raises(actions.NotAllowed):
        hold(**said)

    assert not Review.objects.exists()
    assert not EndDateChange.objects.exists()


def test_a_longer_week_may_not_overlap_another_that_is_planned(cast, hold):
    follows = whole_draft(
        cast,
        pupil=cast.amira,
        starts_on=date(2026, 12, 14),
        ends_on=date(2027, 1, 29),
        follows=cast.running,
    )
    actions.agree(follows, by=cast.access("lead"), on=DAY)

    with pytest.raises(actions.NotAllowed, match="cannot be planned in two places"):
        hold(**extend())

    assert Placement.objects.get(pk=cast.running.pk).ends_on == END
    assert not Review.objects.exists()


def test_two_who_extend_to_the_same_day_are_both_kept(hold):
    hold(**extend())
    hold(by="head", **extend())

    assert Review.objects.count() == 2
    assert EndDateChange.objects.count() == 1


def test_two_who_extend_to_different_days_meet_and_nothing_is_lost(cast, hold, visit, client):
    address = at("record_review", cast.running)
    visit("head", address)
    typed = {"is_child_present": "yes", "is_parent_present": "yes"}
    typed |= boxes("next_on", NEXT) | extending(date(2027, 1, 15), child_said="Please not longer")
    mine = answers(client, address, **typed)
    hold(**extend())

    met = visit("head", address, mine)

    assert met.status_code == 422
    assert "Somebody else changed the last day to 18 December 2026" in met.text
    assert "Please not longer" in met.text
    again = mine | {"opened_end_on": LATER.isoformat()}
    assert visit("head", address, again).status_code == 302
    assert Placement.objects.get(pk=cast.running.pk).ends_on == date(2027, 1, 15)


def test_a_review_of_the_same_day_by_somebody_else_is_kept_and_said(hold, send):
    hold(by="head")

    answer = send()

    assert "Ruth Penny recorded a review of the same day too. Both are kept" in answer.text
    assert Review.objects.count() == 2


def test_a_review_before_the_first_day_is_kept_and_counts_for_nothing(send):
    answer = send(**boxes("held_on", date(2026, 10, 28)))

    assert "It was held before the first day, Monday 2 November" in answer.text
    assert Review.objects.get().held_on == date(2026, 10, 28)


def test_asking_for_more_rows_or_to_look_saves_nothing_and_complains_of_nothing(send):
    more = send(more="1", what_1="Ring the mother", is_child_present="")
    look = send(look="1", **extending(date(2027, 2, 12), who_agreed=""))

    assert (more.status_code, look.status_code) == (200, 200)
    assert "Action 4" in more.text
    assert 'value="Ring the mother"' in more.content.decode()
    assert "There is something to put right" not in more.text + look.text
    assert "This makes 13 school weeks in the chain; short term is at most 12." in look.text
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"decision": ""}, "Say what was decided"),
        ({"decision": "return"}, "Say why this was decided"),
        ({"decision": "adopt"}, "Choose one of the answers shown"),
        (extending(new_on=date(2026, 12, 4)), "The new last day must be after 11 December 2026"),
        (extending(who_agreed=""), "Say who agreed to the later last day"),
        (extending(new_end_on_day=""), "The new last day must include a day"),
        ({"what_0": "Ring"}, "Say who does it: choose a person, or write a name"),
        ({"what_0": "Ring", "who_0": "Ann"}, "Enter the day by which it is done"),
        ({"who_0": "Ann"}, "Say what will be done, or empty the whole row"),
        (
            {"what_0": "Ring", "who_0": "Ann", **boxes("by_on_0", date(2026, 11, 2))},
            "before the rev",
        ),
        ({"progress_note_0": "Better"}, "Say how far it is, or empty the note"),
        ({"progress_0": "3"}, "Choose one of the answers shown"),
        ({"person_0": "nobody", "what_0": "x"}, "Choose one of the answers shown"),
        (boxes("held_on", date(2016, 11, 2)), "more than two years ago"),
        (boxes("next_on", date(2036, 11, 2)), "over five years away"),
        (
            {"what_19999": "x", "what_-1": "y", "opened_end_on": "soon", "decision": ""},
            "Say what was",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(send, typed, sentence):
    answer = send(child_said="I want to see my form.", **typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "I want to see my form." in answer.text
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("decision", "page"),
    [("return", "coming_back"), ("move", "move"), ("end", "record_ending"), ("change", "plan")],
)
def test_a_decision_leads_on(cast, hold, visit, decision, page):
    held = hold(decision=decision, decided_because="It is time.")
    address = at("review", cast.running, review=held.reference)

    shown = visit("lead", address).content.decode()

    assert f'href="{at(page, cast.running)}"' in shown
    assert (
        f'href="{at(page, cast.running)}"' not in visit("bridge_worker", address).content.decode()
    )


def test_only_people_who_may_see_the_placement_are_offered_as_owners(cast, visit):
    shown = visit("lead", at("record_review", cast.running)).content.decode()

    for name in ("Joe Adeyemi", "Hana Bird", "Dee Moran"):
        assert f">{name}, " in shown
    for name in ("Owen Marsh", "Petra Stone", "Ade Bello"):
        assert name not in shown


def test_the_button_of_a_review_is_not_offered_to_those_who_may_not(cast, visit):
    address = at("record_review", cast.running)

    assert address in visit("lead", at("placement", cast.running)).content.decode()
    assert address not in visit("tutor", at("placement", cast.running)).content.decode()


def test_pages_of_reviews_ask_few_queries(cast, hold, visit):
    held = hold(**extend(wanted=[wants(cast.tutor), wants(who="Ann")]))
    pages = [
        at("reviews", cast.running),
        at("review", cast.running, review=held.reference),
        at("action", cast.running, action=held.actions.first().reference),
        at("end_date", cast.running),
        at("record_review", cast.running),
    ]

    for page in pages:
        visit("lead", page)
        assert len(asked(lambda page=page: visit("lead", page))) <= 15, page


def test_a_review_of_another_placement_is_not_there(cast, hold, visit):
    held = hold(wanted=[wants(cast.tutor)])
    other = cast.draft

    assert visit("lead", at("review", other, review=held.reference)).status_code == 404
    action = held.actions.get().reference
    assert visit("lead", at("action", other, action=action)).status_code == 404
