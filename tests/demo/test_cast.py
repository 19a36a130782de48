"""The cast says what the tests of every room take from it."""

from datetime import date

import pytest

from homeward.organisations.queries import policy
from homeward.placements import queries
from homeward.placements.queries import gate, plan
from homeward.placements.rules.stage import stage
from tests.cast import DAY, whole_draft

LEFT_OUT = [
    "reason",
    "legal-basis",
    "immediate-need",
    "objective",
    "provider",
    "kind",
    "starts-on",
    "ends-on",
    "ends-because",
    "sessions",
    "session-address",
    "weekly-contact-adult",
    "key-worker",
    "route",
    "target-date",
    "looked-for",
    "targets",
    "milestones",
    "first-week-milestone",
    "first-review",
]


def gaps(cast, placement):
    by = cast.access("lead")
    draft = gate.draft(by, placement, version=plan.latest(by, placement), on=DAY)
    return {gap.key for gap in gate.gaps_of(draft, policy(by, cast.hillingdon.pk, DAY))}


def test_the_three_placements_stand_where_the_cast_says(cast):
    by = cast.access("exclusions")

    stages = [
        stage(queries.bare_facts(by, each), DAY)
        for each in (cast.running, cast.draft, cast.without_school)
    ]

    assert stages == ["running", "draft", "running"]
    assert cast.without_school.home_school is None
    assert gaps(cast, cast.draft) == set()


def test_elm_road_and_another_authority_see_nothing(cast):
    assert not queries.visible(cast.access("elm_lead")).exists()
    assert not queries.visible(cast.access("far_officer")).exists()
    assert queries.visible(cast.access("lead")).count() == 2


@pytest.mark.parametrize("left", LEFT_OUT)
def test_a_draft_can_leave_out_any_one_promise(cast, left):
    draft = whole_draft(cast, leave_out=(left,))

    assert gaps(cast, draft) == {left}


def test_a_draft_to_the_end_of_year_11_can_leave_out_its_own_promises(cast):
    whole = {"kind": "ks4_to_end", "ends_on": date(2027, 6, 25)}

    assert gaps(cast, whole_draft(cast, **whole)) == set()
    for left in ("post16-lead", "destination-step", "ks4-full-time"):
        assert gaps(cast, whole_draft(cast, leave_out=(left,), **whole)) == {left}


def test_a_draft_with_an_unregistered_provider_names_who_owns_the_route(cast):
    assert gaps(cast, whole_draft(cast, at="bridge_house")) == set()
    assert gaps(cast, whole_draft(cast, at="bridge_house", leave_out=("route-owner",))) == {
        "route-owner"
    }
