"""Today's statements on a table of 20,000 rows, read by PostgreSQL's own plans."""

from datetime import date, timedelta

import pytest

from homeward.due.models import OPEN, Expectation
from homeward.due.queries import counts, lines_about, today, waiting, waived
from homeward.web.uuid7 import uuid7
from tests.due.conftest import CONTACT, REVIEW, TODAY
from tests.plans import (
    IS_POSTGRESQL,
    WHY_NOT_SQLITE,
    analyze,
    assert_no_big_seq_scan,
    assert_no_big_seq_scan_while,
    explain,
)

SCHOOLS = 20
PLACEMENTS = 50
WEEKS = 20


@pytest.fixture
def busy_year(cast):
    """Twenty schools with fifty placements of twenty weeks each, half of them seen."""
    schools = [cast.oak_park, cast.elm_road] + [cast.hillingdon] * (SCHOOLS - 2)
    first = date(2026, 9, 7)
    rows = []
    for place, owner in enumerate(schools):
        for number in range(PLACEMENTS):
            about = uuid7()
            for weeks in range(WEEKS):
                monday = first + timedelta(weeks=weeks)
                is_met = monday < TODAY and (place + number) % 7
                rows.append(
                    Expectation(
                        keeper=cast.hillingdon,
                        about=about,
                        kind=CONTACT if number % 5 else REVIEW,
                        period=monday.isoformat(),
                        owner=owner,
                        role="ap_lead",
                        person_id=cast.tutor.person if number % 3 else None,
                        opens_on=monday,
                        due_on=monday + timedelta(days=4),
                        met_on=monday if is_met else None,
                    )
                )
    Expectation.objects.bulk_create(rows, batch_size=2000)
    return rows


@pytest.mark.skipif(not IS_POSTGRESQL, reason=WHY_NOT_SQLITE)
def test_nothing_about_today_reads_a_big_table_from_end_to_end(cast, busy_year):
    analyze()
    about = busy_year[0].about

    def work():
        for access in (cast.lead, cast.tutor, cast.officer):
            page = today(access, TODAY)
            today(access, TODAY, after=page.mine.next_after)
            waiting(access, TODAY)
            waived(access, TODAY)
            counts(access, TODAY)
        lines_about(cast.lead, about, TODAY)

    assert assert_no_big_seq_scan_while(work) >= 15


@pytest.mark.skipif(not IS_POSTGRESQL, reason=WHY_NOT_SQLITE)
def test_the_check_itself_sees_a_table_read_from_end_to_end(cast, busy_year):
    analyze()

    with pytest.raises(AssertionError, match="read from end to end"):
        assert_no_big_seq_scan(Expectation.objects.filter(arithmetic="a column without an index"))


def test_sqlite_and_postgresql_both_look_today_up_by_index(cast):
    plan = explain(
        Expectation.objects.filter(OPEN, owner_id=1, due_on__lte=TODAY).order_by("due_on", "id")
    )

    assert IS_POSTGRESQL or "USING INDEX due_open_of_owner" in plan
    assert plan
