"""What is due is settled from the record as it is now, not as somebody opened it."""

from datetime import date

import pytest

from homeward.due.models import Expectation
from homeward.placements import actions
from homeward.placements.models import Contact, Placement
from tests.cast import DAY, contact_said


def weeks_due(placement):
    rows = Expectation.objects.filter(about=placement.reference, kind="placements.weekly-contact")
    return list(rows.order_by("period").values_list("period", flat=True))


def test_a_contact_from_a_form_opened_before_the_ending_brings_no_week_back(cast):
    opened_before = Placement.objects.get(pk=cast.running.pk)
    actions.record_ending(
        cast.running,
        ended_on=date(2026, 11, 20),
        outcome="returned",
        is_planned=False,
        by=cast.access("lead"),
        on=DAY,
    )

    actions.record_contact(
        opened_before, said=contact_said(cast, DAY), by=cast.access("tutor"), on=DAY
    )

    assert weeks_due(cast.running) == ["2026-11-02", "2026-11-09", "2026-11-16"]


def test_a_draft_asks_for_nothing_and_needs_no_facts(cast, django_assert_num_queries):
    # its row, what is stored, and a savepoint around the second
    with django_assert_num_queries(4):
        actions.settle_placement(cast.draft, on=DAY)

    assert not Expectation.objects.filter(about=cast.draft.reference).exists()


def test_many_changes_of_one_day_are_settled_once_at_the_end(cast):
    tutor, lead = cast.access("tutor"), cast.access("lead")
    before = weeks_open(cast.running)

    with actions.settled_together(on=DAY):
        actions.record_contact(cast.running, said=contact_said(cast, DAY), by=tutor, on=DAY)
        actions.record_belonging(cast.running, kept={"trips": True}, looked_on=DAY, by=lead, on=DAY)
        during = weeks_open(cast.running)

    assert "2026-11-23" in before
    assert during == before
    assert weeks_open(cast.running) == [week for week in before if week != "2026-11-23"]


def test_a_change_that_fails_among_many_leaves_nothing(cast):
    before = weeks_open(cast.running)

    with pytest.raises(actions.NotYet):
        two_contacts(cast, DAY, date(2026, 12, 1))

    assert weeks_open(cast.running) == before
    assert not Contact.objects.filter(made_on=DAY).exists()


def weeks_open(placement):
    rows = Expectation.objects.filter(
        about=placement.reference, kind="placements.weekly-contact", met_on__isnull=True
    )
    return list(rows.order_by("period").values_list("period", flat=True))


def two_contacts(cast, *days):
    with actions.settled_together(on=DAY):
        for day in days:
            said = contact_said(cast, day)
            actions.record_contact(cast.running, said=said, by=cast.access("tutor"), on=DAY)
