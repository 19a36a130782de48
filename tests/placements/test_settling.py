"""What is due is settled from the record as it is now, not as somebody opened it."""

from datetime import date

from homeward.due.models import Expectation
from homeward.placements import actions
from homeward.placements.models import Placement
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
