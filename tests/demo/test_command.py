"""The command: the same for the same seed, and never in a database with a real record."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from homeward.demo.borough import make
from homeward.organisations.models import Installation, Organisation
from homeward.placements.actions.checking import compared
from homeward.placements.models import Placement
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
def test_the_same_day_and_seed_give_the_same_digest_and_another_seed_another():
    first, again, other = made(), made(), made(seed=2)

    assert first == again
    assert first.placements == other.placements
    assert first.digest != other.digest


@pytest.mark.django_db
@pytest.mark.parametrize("day", [date(2026, 12, 25), date(2026, 9, 2)])
def test_on_any_day_of_the_year_its_record_is_whole(day):
    make(today=day, size="small")

    assert [found for batch in compared(on=day) for found in batch.differences] == []
    assert Placement.objects.filter(agreed_on__isnull=False, ended_on=None).count() > 5


@pytest.mark.django_db
def test_it_says_in_json_what_it_made_and_leaves_what_is_there():
    made_once = demo("--today", "2026-11-24", "--size", "small", "--json")
    again = demo("--if-missing", "--json")
    refused = demo()
    behind = demo("--if-missing", "--today", "2026-01-05")

    said = json.loads(made_once[1].splitlines()[-1])
    assert set(said) == {"schools", "pupils", "placements", "contacts", "digest"}
    assert said["schools"] > 100
    assert Installation.objects.get().is_demo
    assert Installation.objects.get().demo_today == DAY
    assert again[:2] == made_once[:2]
    assert refused[0] == 2
    assert "Nothing was changed." in refused[2]
    assert behind[0] == 2
    assert "Choose that day or a later one." in behind[2]


def test_it_refuses_a_database_with_a_real_record(cast):
    before = Organisation.objects.count()

    code, out, err = demo("--if-missing", "--json")

    assert (code, out) == (2, "")
    assert "real record" in err
    assert Organisation.objects.count() == before
    assert not Installation.objects.exists()
