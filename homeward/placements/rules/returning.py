"""All that is due about a return to the home school: the ladder, and the school prepared for it."""

from datetime import date

from homeward.calendars.rules import Calendar
from homeward.due.rules import Expected
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import BriefingFor
from homeward.placements.rules import briefed, ladder, prepared, ticks
from homeward.placements.rules.facts import Facts

KINDS = frozenset(
    {
        ladder.LOOK,
        ladder.LADDER_GAP,
        ladder.FULL_TIME,
        ladder.FULL_TIME_OFFER,
        prepared.FIRST_DAY,
        prepared.PREPARED,
        prepared.RETURN_GAP,
        prepared.ADJUSTMENT,
        *briefed.KINDS,
        *ticks.KINDS,
    }
)


def expected_return(
    facts: Facts, *, calendar: Calendar, policy: Policy, role: str, on: date
) -> list[Expected]:
    """What a return asks, by the authority's own numbers. A child without a school returns to none."""
    if facts.runs(on) is None or not prepared.is_coming_back(facts):
        return []
    most = policy.part_time_weeks
    return [
        *prepared.expected_first_day(facts, calendar=calendar, role=role, on=on),
        *prepared.expected_prepared(facts, calendar=calendar, most_weeks=most, role=role, on=on),
        *prepared.expected_adjustments(facts, calendar=calendar, role=role, on=on),
        *ladder.expected_ladder_gaps(facts, calendar=calendar, most_weeks=most, role=role, on=on),
        *ladder.expected_looks(
            facts, calendar=calendar, every_weeks=policy.ladder_look_weeks, role=role, on=on
        ),
        *ladder.expected_full_time(facts, calendar=calendar, role=role, on=on),
        *ladder.expected_offer(facts, calendar=calendar, role=role, on=on),
    ]


def expected_of_teachers(
    facts: Facts, *, calendar: Calendar, policy: Policy, role: str, on: date
) -> list[Expected]:
    """What is asked of the child's teachers: to read the briefing, before the start and the return."""
    if facts.runs(on) is None or not facts.has_school:
        return []
    return briefed.expected_reading(
        facts,
        calendar=calendar,
        first_on=first_day(facts, calendar=calendar, on=on),
        role=role,
        on=on,
    )


def first_day(facts: Facts, *, calendar: Calendar, on: date) -> date | None:
    """The first day for which teachers prepare: of the return once its briefing is out, else of the start."""
    if briefed.asked_now(facts) == BriefingFor.RETURN:
        planned = prepared.planned_on(facts, calendar=calendar)
        return min(filter(None, (planned, facts.return_began_on)), default=None)
    runs = facts.runs(on)
    return runs.starts_on if runs else None


def expected_answers(
    facts: Facts, *, calendar: Calendar, policy: Policy, role: str, on: date
) -> list[Expected]:
    """Whether adjustments happen: asked after the return, also where its placement has ended."""
    if facts.runs(on) is None:
        return []
    return ticks.expected_ticks(
        facts,
        calendar=calendar,
        weeks=policy.tick_weeks,
        every_weeks=policy.tick_every_weeks,
        role=role,
        on=on,
    )
