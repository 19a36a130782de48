"""The command: the same for the same seed, and never in a database with a real record."""

import json
from dataclasses import asdict
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from homeward.demo.borough import make
from homeward.organisations.models import Installation, Organisation
from homeward.placements.actions.checking import compared
from homeward.placements.models import Placement
from homeward.pupils.models import Pupil
from tests.cast import DAY


def made(**asked):
    """Make a borough, keep what it said of itself, and take it back."""
    with transaction.atomic():
        kept = make(**{"today": DAY, "size": "small"} | asked)
        transaction.set_rollback(True)
    return kept


def demo(*asked):
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("demo", *asked, stdout=out, stderr=err)
    except SystemExit as left:
        code = left.code
    return code, out.getvalue(), err.getvalue()


@pytest.mark.django_db
def test_the_same_day_and_seed_give_the_same_and_what_is_there_is_left():
    before = made(seed=1)

    first = demo("--today", "2026-11-24", "--size", "small", "--seed", "1", "--json")
    again = demo("--if-missing", "--json")
    refused = demo()
    behind = demo("--if-missing", "--today", "2026-01-05")

    assert json.loads(first[1].splitlines()[-1]) == asdict(before)
    assert set(asdict(before)) == {"schools", "pupils", "placements", "contacts", "digest"}
    assert before.schools > 100
    assert Installation.objects.get().demo_today == DAY
    assert again[:2] == first[:2]
    assert refused[0] == behind[0] == 2
    assert "Nothing was changed." in refused[2]
    assert "Choose that day or a later one." in behind[2]


@pytest.mark.django_db
def test_with_another_seed_and_in_the_holidays_the_record_is_as_whole():
    day = date(2026, 12, 25)

    make(today=day, size="small", seed=2)

    assert [found for batch in compared(on=day) for found in batch.differences] == []
    assert Placement.objects.filter(agreed_on__isnull=False, ended_on=None).count() > 5
    assert not Pupil.objects.filter(first_name="Amira").exclude(last_name="Haddad").exists()


def test_it_refuses_a_database_with_a_real_record(cast):
    before = Organisation.objects.count()

    code, out, err = demo("--if-missing", "--json")

    assert (code, out) == (2, "")
    assert "real record" in err
    assert Organisation.objects.count() == before
    assert not Installation.objects.exists()
