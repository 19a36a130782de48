"""All that is due about a return to the home school: the ladder, and the school prepared for it."""

from datetime import date

from homeward.calendars.rules import Calendar
from homeward.due.rules import Expected
from homeward.organisations.rules.policy import Policy
from homeward.placements.rules import ladder, prepared
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
