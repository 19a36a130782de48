from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from homeward.due.actions import (
    CannotBeWaived,
    NothingDue,
    ReasonNeeded,
    Settled,
    Settlement,
    settle,
    settle_many,
    unwaive,
    waive,
)
from homeward.due.models import Expectation
from homeward.due.queries import abouts, compare
from homeward.due.rules import Difference, UnknownKind
from homeward.history.queries import entries
from homeward.web.uuid7 import uuid7
from tests.apart import at_once
from tests.due.conftest import BOTH, CONTACT, LAW, REVIEW, TODAY, week

LAST_WEEK = week(date(2026, 11, 16))
THIS_WEEK = week(date(2026, 11, 23))
NEXT_WEEK = week(date(2026, 11, 30))
AMIRA = uuid7()


def settle_amira(cast, *expected, kinds=BOTH):
    return settle(
        AMIRA,
        keeper=cast.hillingdon.pk,
        owner=cast.oak_park.pk,
        expected=expected,
        kinds=kinds,
        on=TODAY,
    )


def stored():
    return list(Expectation.objects.order_by("kind", "period").values_list("period", "met_on"))


def test_rows_become_what_is_expected_and_stay_so(cast):
    assert settle_amira(cast, LAST_WEEK, THIS_WEEK) == Settled(created=2)
    assert settle_amira(cast, LAST_WEEK, THIS_WEEK) == Settled()
    assert not settle_amira(cast, THIS_WEEK, LAST_WEEK)

    row = Expectation.objects.get(period="2026-11-23")
    assert (row.owner, row.keeper, row.role) == (cast.oak_park, cast.hillingdon, "ap_lead")
    assert (row.opens_on, row.due_on) == (date(2026, 11, 23), date(2026, 11, 27))


def test_only_differences_are_written_and_references_stay(cast):
    settle_amira(cast, LAST_WEEK, THIS_WEEK)
    before = dict(Expectation.objects.values_list("period", "reference"))

    met = replace(THIS_WEEK, met_on=TODAY, met_by="a contact")
    assert settle_amira(cast, met, NEXT_WEEK) == Settled(created=1, changed=1, removed=1)

    assert stored() == [("2026-11-23", TODAY), ("2026-11-30", None)]
    assert Expectation.objects.get(period="2026-11-23").reference == before["2026-11-23"]


def test_a_corrected_contact_opens_its_week_again(cast):
    settle_amira(cast, replace(THIS_WEEK, met_on=TODAY, met_by="a contact"))

    settle_amira(cast, THIS_WEEK)

    assert stored() == [("2026-11-23", None)]


def test_other_kinds_and_other_records_are_left_alone(cast):
    settle_amira(cast, THIS_WEEK, week(date(2026, 11, 23), kind=REVIEW))

    settle_amira(cast, kinds=[CONTACT])

    assert Expectation.objects.get().kind == REVIEW
    with pytest.raises(UnknownKind):
        settle_amira(cast, week(date(2026, 11, 23), kind=REVIEW), kinds=[CONTACT])


def test_a_thing_may_be_due_from_somebody_else(cast):
    settle_amira(cast, replace(THIS_WEEK, owner=cast.elm_road.pk))

    assert Expectation.objects.get().owner == cast.elm_road
    assert not settle_amira(cast, replace(THIS_WEEK, owner=cast.elm_road.pk))


def settlements(cast, count, *expected):
    return [
        Settlement(
            about=uuid7(), keeper=cast.hillingdon.pk, owner=cast.oak_park.pk, expected=expected
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize("count", [5, 50])
def test_many_records_cost_no_more_than_one(cast, count, django_assert_num_queries):
    many = settlements(cast, count, LAST_WEEK, THIS_WEEK)

    with transaction.atomic(), django_assert_num_queries(4):  # a read, a write, a savepoint
        assert settle_many(many, kinds=BOTH, on=TODAY).created == 2 * count
    with transaction.atomic(), django_assert_num_queries(3):
        assert not settle_many(many, kinds=BOTH, on=TODAY)


@pytest.mark.django_db(transaction=True)
def test_settling_one_record_at_the_same_moment_makes_each_row_once(cast, tmp_path):
    def work():
        return settle_amira(cast, LAST_WEEK, THIS_WEEK, NEXT_WEEK).removed

    assert at_once(tmp_path, work, work, work) == [0, 0, 0]


def test_what_is_stored_is_compared_with_what_the_rules_say(cast):
    kept, lost, odd = settlements(cast, 3, LAST_WEEK, THIS_WEEK)
    settle_many([kept, lost, odd], kinds=BOTH, on=TODAY)
    assert compare(cast.lead, [kept, lost, odd], kinds=BOTH) == []

    Expectation.objects.filter(about=lost.about, period="2026-11-16").delete()
    Expectation.objects.filter(about=odd.about, period="2026-11-23").update(
        due_on=date(2026, 12, 24)
    )

    assert compare(cast.lead, [kept, lost, odd], kinds=BOTH) == [
        (lost.about, Difference(CONTACT, "2026-11-16", "expected, not stored")),
        (
            odd.about,
            Difference(CONTACT, "2026-11-23", "due_on is 2026-12-24, expected 2026-11-27"),
        ),
    ]
    assert set(abouts(cast.lead, kinds=BOTH)) == {kept.about, lost.about, odd.about}


def only():
    return Expectation.objects.get().reference


def test_a_waiver_says_who_why_and_when_and_is_history(cast):
    settle_amira(cast, THIS_WEEK)

    waive(only(), because=" She is in hospital ", by=cast.lead, on=TODAY)

    row = Expectation.objects.get()
    assert (row.waived_on, row.waived_because) == (TODAY, "She is in hospital")
    assert (row.waived_by, row.waived_by_name) == (cast.lead.person, "Mara Lind")
    assert entries(cast.lead, AMIRA)[0].summary == (
        "Weekly contact (2026-11-23) was waived: She is in hospital"
    )


def test_a_waiver_persists_through_everything_the_rules_say(cast):
    settle_amira(cast, THIS_WEEK)
    waive(only(), because="She is in hospital", by=cast.lead, on=TODAY)

    settle_amira(cast, replace(THIS_WEEK, due_on=date(2026, 11, 26)))
    assert Expectation.objects.get().waived_because == "She is in hospital"
    assert settle_amira(cast) == Settled(changed=1)
    assert settle_amira(cast) == Settled()
    assert Expectation.objects.get().is_set_aside
    assert settle_amira(cast, THIS_WEEK) == Settled(changed=1)

    row = Expectation.objects.get()
    assert not row.is_set_aside
    assert row.waived_because == "She is in hospital"


def test_a_waiver_taken_back_is_due_again(cast):
    settle_amira(cast, THIS_WEEK)
    waive(only(), because="She is in hospital", by=cast.lead, on=TODAY)

    unwaive(only(), by=cast.head, on=TODAY)

    assert Expectation.objects.get().waived_on is None
    assert not settle_amira(cast, THIS_WEEK)
    assert entries(cast.lead, AMIRA)[0].person_name == "Ruth Vane"


def test_a_waiver_of_what_is_no_longer_asked_goes_when_taken_back(cast):
    settle_amira(cast, THIS_WEEK)
    waive(only(), because="She is in hospital", by=cast.lead, on=TODAY)
    settle_amira(cast)

    unwaive(only(), by=cast.lead, on=TODAY)

    assert not Expectation.objects.exists()


def test_a_waiver_needs_a_reason(cast):
    settle_amira(cast, THIS_WEEK)

    with pytest.raises(ReasonNeeded):
        waive(only(), because="  ", by=cast.lead, on=TODAY)


def test_only_what_is_open_and_may_be_waived_is_waived(cast):
    settle_amira(cast, replace(THIS_WEEK, met_on=TODAY))
    with pytest.raises(CannotBeWaived):
        waive(only(), because="Done", by=cast.lead, on=TODAY)
    with pytest.raises(CannotBeWaived):
        unwaive(only(), by=cast.lead, on=TODAY)

    settle_amira(cast)
    settle_amira(cast, week(date(2026, 11, 23), kind=LAW), kinds=[LAW])
    with pytest.raises(CannotBeWaived):
        waive(only(), because="No time", by=cast.lead, on=TODAY)


def test_elm_road_cannot_waive_what_is_due_from_oak_park(cast):
    settle_amira(cast, THIS_WEEK)

    with pytest.raises(NothingDue):
        waive(only(), because="Mischief", by=cast.elm_lead, on=TODAY)
    with pytest.raises(NothingDue):
        waive(uuid7(), because="Mischief", by=cast.lead, on=TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_on": date(2026, 11, 1)},
        {"met_by": "a contact"},
        {"waived_on": TODAY},
        {"waived_because": "No day"},
        {"is_set_aside": True},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_database_refuses_what_cannot_be(cast, wrong):
    settle_amira(cast, THIS_WEEK)

    with pytest.raises(IntegrityError), transaction.atomic():
        Expectation.objects.update(**wrong)


def test_the_keeper_of_a_row_never_changes(cast):
    settle_amira(cast, THIS_WEEK)

    with pytest.raises(IntegrityError), transaction.atomic():
        Expectation.objects.update(keeper=cast.elm_road)
