"""The start gate: each promise missing alone, and what an urgent start may put off."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from homeward.placements.codes import Kind, LineKind, Route
from homeward.placements.rules.gate import Draft, Gap, PlannedSession, gaps, warnings
from homeward.placements.rules.plan import Line, PlanText
from homeward.placements.rules.tasks import ASKED, BY_NAME, task_list
from homeward.reference.guidance import PASSAGES

STARTS = date(2026, 11, 9)
TARGET = Line(
    LineKind.TARGET,
    UUID(int=1),
    "Comes in calmly",
    baseline="On one day in five",
    measure="On four days in five",
    by_on=date(2026, 12, 4),
)
FIRST_STEP = Line(
    LineKind.MILESTONE, UUID(int=2), "Form tutor visits", by_on=STARTS + timedelta(days=3)
)
PLAN = PlanText(
    route=Route.HOME_SCHOOL,
    target_on=date(2027, 1, 5),
    route_owner="Ms Okafor",
    route_next_step="Meet the head of year",
    route_next_on=date(2026, 11, 20),
    looked_for="Two calm weeks",
    first_review_on=date(2026, 12, 3),
    lines=(TARGET, FIRST_STEP),
)


def a_week(sessions: int, minutes: int = 180) -> tuple[PlannedSession, ...]:
    return tuple(
        PlannedSession(number // 2, "am" if number % 2 == 0 else "pm", minutes, has_address=True)
        for number in range(sessions)
    )


WHOLE = Draft(
    kind=Kind.SHORT_TERM,
    reason="sign_off",
    legal_basis="off_site_direction",
    has_provider=True,
    standing="unregistered",
    confirmation="written",
    starts_on=STARTS,
    ends_on=date(2026, 12, 18),
    ends_because="Six weeks, to the end of term",
    immediate_need="A calm place to learn",
    objective="Four calm days in five",
    objective_baseline="One day in five",
    sessions=a_week(4),
    has_weekly_contact=True,
    has_key_worker=True,
    plan=PLAN,
)
TO_THE_END = replace(
    WHOLE,
    kind=Kind.KS4_TO_END,
    standing="registered",
    ends_on=date(2027, 6, 25),
    sessions=a_week(10),
    is_key_stage_4=True,
    has_post16_lead=True,
    plan=replace(PLAN, route=Route.POST_16, looked_for="", target_on=None, route_owner=""),
)


def found(draft: Draft) -> list[Gap]:
    return gaps(draft, full_time_hours=18)


def keys(draft: Draft) -> list[str]:
    return [gap.key for gap in found(draft)]


def planned(draft: Draft, **changes) -> Draft:
    return replace(draft, plan=replace(draft.plan, **changes))


UNADDRESSED = (*a_week(3), PlannedSession(3, "am", 180, has_address=False))
LATE_STEP = replace(FIRST_STEP, by_on=STARTS + timedelta(days=7))

MISSING = {
    "reason": replace(WHOLE, reason=""),
    "legal-basis": replace(WHOLE, legal_basis=""),
    "immediate-need": replace(WHOLE, immediate_need=" "),
    "objective": replace(WHOLE, objective=""),
    "objective baseline": replace(WHOLE, objective_baseline=" "),
    "provider": replace(WHOLE, has_provider=False, standing="unknown", confirmation="none"),
    "registration": replace(WHOLE, standing="unknown"),
    "safeguarding none": replace(WHOLE, confirmation="none"),
    "safeguarding expired": replace(WHOLE, confirmation="expired"),
    "safeguarding-in-writing": replace(WHOLE, confirmation="spoken"),
    "kind": replace(WHOLE, kind=""),
    "starts-on": replace(WHOLE, starts_on=None),
    "ends-on": replace(WHOLE, ends_on=None),
    "ends-because": replace(WHOLE, ends_because=""),
    "sessions": replace(WHOLE, sessions=()),
    "session-address": replace(WHOLE, sessions=UNADDRESSED),
    "overlap": replace(WHOLE, overlap="Monday morning is already planned at Northgate"),
    "weekly-contact-adult": replace(WHOLE, has_weekly_contact=False),
    "key-worker": replace(WHOLE, has_key_worker=False),
    "route": planned(WHOLE, route=""),
    "target-date": planned(WHOLE, target_on=None),
    "looked-for": planned(WHOLE, looked_for="\n"),
    "route-owner": planned(WHOLE, route_owner=""),
    "route-owner next step": planned(WHOLE, route_next_step=" "),
    "route-owner next date": planned(WHOLE, route_next_on=None),
    "targets": planned(WHOLE, lines=(FIRST_STEP,)),
    "targets baseline": planned(WHOLE, lines=(replace(TARGET, baseline=""), FIRST_STEP)),
    "targets measure": planned(WHOLE, lines=(replace(TARGET, measure=" "), FIRST_STEP)),
    "targets date": planned(WHOLE, lines=(replace(TARGET, by_on=None), FIRST_STEP)),
    "milestones": planned(WHOLE, lines=(TARGET,)),
    "first-week-milestone": planned(WHOLE, lines=(TARGET, LATE_STEP)),
    "first-review": planned(WHOLE, first_review_on=None),
    "ks4-year": replace(TO_THE_END, is_key_stage_4=False),
    "ks4-registered": replace(TO_THE_END, standing="unregistered"),
    "ks4-full-time": replace(TO_THE_END, sessions=a_week(6)),
    "post16-lead": replace(TO_THE_END, has_post16_lead=False),
    "destination-step": planned(TO_THE_END, route_next_step=""),
    "destination-step date": planned(TO_THE_END, route_next_on=None),
    "route not post-16": planned(TO_THE_END, route=Route.HOME_SCHOOL),
    "sessions to the end": replace(TO_THE_END, sessions=()),
    "registration to the end": replace(TO_THE_END, standing="unknown"),
}


@pytest.mark.parametrize("draft", [WHOLE, TO_THE_END], ids=["short term", "to the end"])
def test_a_whole_draft_has_no_gaps(draft: Draft):
    assert found(draft) == []


@pytest.mark.parametrize("missing", MISSING)
def test_each_thing_missing_alone_is_exactly_its_gap(missing: str):
    (gap,) = found(MISSING[missing])

    assert missing.split()[0] == gap.key
    assert gap.says.endswith(".")
    assert gap.passage in PASSAGES
    assert gap.section in BY_NAME


def test_an_empty_draft_misses_everything_at_once_and_nothing_twice():
    everything = found(Draft())

    assert len({gap.key for gap in everything}) == len(everything)
    assert {gap.section for gap in everything} == ASKED


def test_only_where_the_child_will_be_and_that_it_is_safe_cannot_be_put_off():
    cannot_wait = {
        missing
        for missing, draft in MISSING.items()
        if not all(gap.is_postponable for gap in found(draft))
    }

    assert cannot_wait == {
        "provider",
        "sessions",
        "sessions to the end",
        "session-address",
        "overlap",
        "safeguarding none",
        "safeguarding expired",
    }


def test_a_spoken_confirmation_lets_an_urgent_start_wait_for_the_written_one():
    (gap,) = found(replace(WHOLE, confirmation="spoken"))

    assert gap.key == "safeguarding-in-writing"
    assert gap.is_postponable


@pytest.mark.parametrize("route", [Route.HOME_SCHOOL, Route.POST_16])
def test_a_registered_way_back_needs_no_owner_of_a_longer_term_route(route: Route):
    registered = planned(replace(WHOLE, standing="registered"), route=route, route_owner="")

    assert keys(registered) == []


@pytest.mark.parametrize("route", [Route.NEW_SCHOOL, Route.LONG_TERM])
def test_a_place_still_to_be_found_needs_an_owner_even_when_registered(route: Route):
    registered = replace(WHOLE, standing="registered")

    assert keys(planned(registered, route=route, route_owner="")) == ["route-owner"]
    assert keys(planned(registered, route=route)) == []


def test_to_the_end_asks_for_post_16_in_place_of_a_way_back():
    unsaid = planned(TO_THE_END, route="")

    assert keys(unsaid) == []
    assert keys(replace(TO_THE_END, has_post16_lead=False, plan=PlanText(lines=PLAN.lines))) == [
        "post16-lead",
        "destination-step",
        "first-review",
    ]


def test_a_short_placement_is_not_asked_for_a_post_16_lead():
    assert keys(replace(WHOLE, is_key_stage_4=True, has_post16_lead=False)) == []


@pytest.mark.parametrize(("minutes", "found_keys"), [(108, ["ks4-full-time"]), (109, [])])
def test_eighteen_hours_exactly_is_not_full_time(minutes: int, found_keys: list[str]):
    assert keys(replace(TO_THE_END, sessions=a_week(10, minutes))) == found_keys


@pytest.mark.parametrize(
    ("days", "found_keys"), [(-2, []), (0, []), (6, []), (7, ["first-week-milestone"])]
)
def test_one_step_is_dated_in_the_first_seven_days(days: int, found_keys: list[str]):
    step = replace(FIRST_STEP, by_on=STARTS + timedelta(days=days))

    assert keys(planned(WHOLE, lines=(TARGET, step))) == found_keys


def test_one_whole_target_is_enough():
    unfinished = replace(TARGET, thread=UUID(int=3), measure="")

    assert keys(planned(WHOLE, lines=(unfinished, TARGET, FIRST_STEP))) == []


def warned(draft: Draft) -> list[str]:
    return [warning.passage for warning in warnings(draft, short_term_weeks=12, weekly_sessions=4)]


def test_twelve_weeks_and_four_sessions_are_not_warned_about():
    twelve_weeks = STARTS + timedelta(days=83)

    assert warned(replace(WHOLE, ends_on=twelve_weeks)) == []


def test_longer_or_fuller_with_an_unregistered_provider_warns_and_is_never_a_gap():
    longer = replace(WHOLE, ends_on=STARTS + timedelta(days=84))
    fuller = replace(WHOLE, sessions=a_week(5))
    both = replace(longer, sessions=a_week(5))

    assert warned(longer) == ["unregistered/twelve-weeks"]
    assert warned(fuller) == ["house/unregistered-sessions"]
    assert warned(both) == ["unregistered/twelve-weeks", "house/unregistered-sessions"]
    assert keys(both) == []
    assert set(warned(both)) <= set(PASSAGES)


def test_a_provider_not_known_to_be_registered_is_warned_about_too():
    fuller = replace(WHOLE, sessions=a_week(5), standing="unknown")

    assert warned(fuller) == ["house/unregistered-sessions"]


@pytest.mark.parametrize("changes", [{"standing": "registered"}, {"has_provider": False}])
def test_a_registered_provider_or_none_yet_is_not_warned_about(changes):
    assert warned(replace(WHOLE, ends_on=date(2027, 7, 21), sessions=a_week(10), **changes)) == []


def test_the_task_list_shows_each_gap_on_its_own_page():
    tasks = {
        state.task.name: state
        for _, states in task_list(found(planned(WHOLE, route="", target_on=None)), ["trust"])
        for state in states
    }

    assert list(tasks) == list(BY_NAME)
    assert tasks["route"].says == "2 things missing"
    assert tasks["why"].says == "Complete"
    assert tasks["trust"].says == "Complete"
    assert tasks["child"].says == "Not started"
    assert sum(len(state.gaps) for state in tasks.values()) == 2


def test_one_gap_is_said_in_the_singular():
    (why,) = [
        state
        for _, states in task_list(found(replace(WHOLE, reason="")), [])
        for state in states
        if state.gaps
    ]

    assert (why.task.name, why.says) == ("why", "1 thing missing")
