"""Faults are planted behind the guards' backs, and each is named with its place."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from homeward.history import triggers
from homeward.history.actions import Happened, record_many
from homeward.history.models import Chain, Entry, EntryPayload
from homeward.history.who import HOMEWARD
from homeward.web.uuid7 import uuid7

TODAY = date(2026, 11, 24)


@pytest.fixture
def history(hillingdon, brent, mara):
    for keeper in (hillingdon, brent):
        happened = [
            Happened(
                keeper=keeper.pk, about=uuid7(), kind="placement.agreed", summary=f"Agreed {number}"
            )
            for number in range(1, 11)
        ]
        record_many(happened, by=mara, on=TODAY)
    return hillingdon


def verify():
    out = StringIO()
    try:
        call_command("verify_history", "--json", stdout=out)
    except SystemExit as left:
        return left.code, json.loads(out.getvalue().splitlines()[-1])
    return 0, json.loads(out.getvalue().splitlines()[-1])


def test_a_history_that_nobody_touched_holds(history):
    code, found = verify()

    assert code == 0
    assert found["entries"] == 20
    assert found["broken"] == found["unguarded"] == []
    assert found["heads"][str(history.pk)] == Chain.objects.get(keeper=history).head


def alter_entry(of):
    of.filter(number=4).update(person_name="Somebody else")


def alter_day(of):
    of.filter(number=4).update(on=date(2026, 11, 23))


def alter_words(of):
    EntryPayload.objects.filter(entry__in=of.filter(number=4)).update(summary="Refused")


def remove_in_the_middle(of):
    EntryPayload.objects.filter(entry__in=of.filter(number__range=(4, 5))).delete()
    of.filter(number__range=(4, 5)).delete()


def remove_the_end(of):
    EntryPayload.objects.filter(entry__in=of.filter(number__gte=9)).delete()
    of.filter(number__gte=9).delete()


def turn_the_head_back(of):
    remove_the_end(of)
    Chain.objects.filter(keeper_id=of.first().keeper_id).update(count=8, head="a" * 64)


def move_an_entry(of):
    last = of.order_by("number").last()
    of.filter(number=4).update(about=last.about)


@pytest.mark.parametrize(
    ("plant", "number", "problem"),
    [
        (alter_entry, 4, "the entry was altered"),
        (alter_day, 4, "the entry was altered"),
        (move_an_entry, 4, "the entry was altered"),
        (alter_words, 4, "the words of the entry were altered"),
        (remove_in_the_middle, 4, "entries 4 to 5 are missing"),
        (remove_the_end, 9, "entries 9 to 10 are missing"),
        (turn_the_head_back, 0, "the head of the chain is not its last entry"),
    ],
)
def test_a_planted_fault_is_located(history, plant, number, problem):
    with triggers.taken_down(connection):
        plant(Entry.objects.filter(keeper=history))

    code, found = verify()

    assert code == 1
    assert found["broken"] == [{"authority": history.pk, "number": number, "problem": problem}]


def test_a_chain_without_a_head_is_found(history):
    with triggers.taken_down(connection):
        Chain.objects.filter(keeper=history).delete()

    code, found = verify()

    assert code == 1
    assert found["broken"] == [
        {
            "authority": history.pk,
            "number": 0,
            "problem": "the head of the chain is not its last entry",
        }
    ]


def test_guards_that_are_down_are_named(history):
    triggers.drop(connection)

    code, found = verify()

    assert code == 1
    assert "homeward_history_entry_no_update" in found["unguarded"]
    triggers.rebuild(connection)
    assert verify()[0] == 0


def test_the_command_also_speaks_to_people(history):
    out = StringIO()

    call_command("verify_history", stdout=out)

    assert out.getvalue() == "20 entries in 2 chains: they hold.\n"
    assert HOMEWARD.person_name == "Homeward"
