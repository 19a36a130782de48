"""`check_expectations` says nothing where all is well, and names every planted fault."""

import json
from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command

from homeward.due.models import Expectation
from homeward.organisations.models import Installation
from homeward.placements.actions import settle_all
from tests.cast import DAY

NOBODYS = UUID("0193a2f0-0000-7000-8000-00000000dead")


@pytest.fixture(autouse=True)
def the_day(cast, settings):
    settings.TODAY = DAY
    Installation.objects.create(pk=1, is_demo=True)
    settle_all(keeper=cast.hillingdon.pk, on=DAY)


def check():
    said = StringIO()
    try:
        call_command("check_expectations", "--json", stdout=said)
    except SystemExit as left:
        return left.code, json.loads(said.getvalue().splitlines()[-1])
    return 0, json.loads(said.getvalue().splitlines()[-1])


def a_row(cast, **wanted):
    return Expectation.objects.filter(about=cast.running.reference, **wanted).first()


def copied(row, **differences):
    row.pk = None
    row.reference = UUID(int=row.reference.int + 1)
    for name, value in differences.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def problems(found):
    return [one["problem"] for one in found["differences"]]


def test_nothing_differs_when_all_is_settled():
    assert check() == (0, {"placements": 3, "differences": []})


def test_a_moved_day_is_named(cast):
    row = a_row(cast, kind="placements.due-back")
    Expectation.objects.filter(pk=row.pk).update(due_on=row.due_on + timedelta(days=7))

    code, found = check()

    assert code == 1
    assert problems(found) == ["due_on is 2026-12-18, expected 2026-12-11"]
    assert found["differences"][0]["about"] == str(cast.running.reference)


def test_a_missing_row_is_named(cast):
    a_row(cast, kind="placements.weekly-contact", period="2026-11-23").delete()

    assert problems(check()[1]) == ["expected, not stored"]


def test_a_contact_marked_as_made_that_never_was_is_named(cast):
    Expectation.objects.filter(
        about=cast.running.reference, kind="placements.weekly-contact", period="2026-11-23"
    ).update(met_on=DAY)

    assert problems(check()[1]) == ["met_on is 2026-11-24, expected None"]


def test_a_row_about_a_draft_that_expects_nothing_is_named(cast):
    copied(a_row(cast, kind="placements.due-back"), about=cast.draft.reference)

    assert problems(check()[1]) == ["stored, not expected"]


def test_a_row_about_no_record_at_all_is_named(cast):
    copied(a_row(cast, kind="placements.due-back"), about=NOBODYS)

    assert problems(check()[1]) == ["stored about a record that is not there"]


def test_a_row_under_another_authority_is_named(cast):
    copied(a_row(cast, kind="placements.due-back"), keeper_id=cast.harrow.pk)

    assert problems(check()[1]) == ["stored under another authority"]


def test_a_provider_whose_confirmation_is_forgotten_is_named(cast):
    Expectation.objects.filter(about=cast.bridge_house.reference).delete()

    code, found = check()

    assert code == 1
    assert [(one["kind"], one["problem"]) for one in found["differences"]] == [
        ("providers.confirmation-expiring", "expected, not stored")
    ]


def test_term_dates_that_are_loaded_and_still_asked_for_are_named(cast):
    row = a_row(cast, kind="placements.due-back")
    copied(
        row,
        about=cast.hillingdon.reference,
        owner_id=cast.hillingdon.pk,
        kind="calendars.dates-needed",
        period="2026-27",
    )

    assert problems(check()[1]) == ["met_on is None, expected 2026-11-24"]


def test_people_read_the_same_in_words(cast):
    a_row(cast, kind="placements.due-back").delete()
    said = StringIO()

    with pytest.raises(SystemExit):
        call_command("check_expectations", stdout=said)

    assert "placements.due-back 2026-12-11: expected, not stored." in said.getvalue()
    assert said.getvalue().endswith("3 placements were recomputed: 1 difference.\n")
