"""All that is due about one placement: the rules of this room, put together once."""

from dataclasses import replace
from datetime import date

from homeward.calendars.rules import Calendar
from homeward.due.rules import Expected
from homeward.organisations.codes import RoleName
from homeward.organisations.rules.policy import Policy
from homeward.placements.rules import (
    checks,
    contact,
    early_days,
    messages,
    move,
    readiness,
    return_review,
    returning,
    review,
    review_action,
)
from homeward.placements.rules.facts import Facts

KINDS = frozenset(
    {
        contact.WEEKLY_CONTACT,
        review.REVIEW,
        early_days.TELL,
        early_days.MILESTONE,
        early_days.BELONGING,
        early_days.START_GAP,
        early_days.DUE_BACK,
        return_review.RETURN_REVIEW,
        return_review.RETURN_WARNING,
        return_review.RETURN_ESCALATION,
        review_action.ACTION,
        readiness.READINESS,
        *messages.KINDS,
        *returning.KINDS,
        *move.KINDS,
        checks.CHECK,
        checks.AUTHORITY_CHECK,
    }
)


def expected(
    facts: Facts,
    *,
    calendar: Calendar,
    policy: Policy,
    on: date,
    team: int | None = None,
    calendar_after: Calendar | None = None,
) -> list[Expected]:
    """What the guidance asks about one placement, as known on a day.

    The owner's part falls to the AP lead of a home school, or to an officer of the commissioning
    team (`team`) where the child has no school place yet. After an ending the days are counted by
    the calendar of where the child is, `calendar_after`, if that is another one.
    """
    found = [
        *_while_away(facts, calendar=calendar, policy=policy, on=on),
        *_moving(facts, calendar=calendar, policy=policy, on=on),
    ]
    if facts.ended_on:
        found = [
            one if move.goes_on(one, facts.outcome) else lapsed(one, facts.ended_on)
            for one in found
        ]
    found += [
        *review_action.expected_actions(facts, role=_lead(facts), on=on),
        *messages.expected_other_way(facts, calendar=calendar, role=_lead(facts)),
        *returning.expected_answers(
            facts, calendar=calendar, policy=policy, role=_lead(facts), on=on
        ),
        *checks.expected_checks(facts, calendar=calendar_after or calendar, policy=policy),
        *checks.expected_authority_checks(facts, calendar=calendar),
    ]
    return found if team is None else [_of_team(one, team, facts) for one in found]


def _lead(facts: Facts) -> RoleName:
    return RoleName.AP_LEAD if facts.has_school else RoleName.EXCLUSIONS_OFFICER


def _while_away(facts: Facts, *, calendar: Calendar, policy: Policy, on: date) -> list[Expected]:
    role = _lead(facts)
    caller = RoleName.CONTACT_ADULT if facts.has_school else RoleName.EXCLUSIONS_OFFICER
    return [
        *contact.expected_contacts(
            facts,
            calendar=calendar,
            first_within=policy.first_contact_school_days,
            role=caller,
            lead_role=role,
            on=on,
        ),
        *review.expected_reviews(
            facts,
            calendar=calendar,
            school_weeks=policy.first_review_school_weeks,
            least_days=policy.review_half_term_school_days,
            role=role,
            on=on,
        ),
        *early_days.expected_tellings(facts, role=role, on=on),
        *early_days.expected_milestones(facts, role=role, on=on),
        *early_days.expected_belonging(
            facts,
            calendar=calendar,
            least_days=policy.review_half_term_school_days,
            role=role,
            on=on,
        ),
        *readiness.expected_ratings(
            facts,
            calendar=calendar,
            least_days=policy.review_half_term_school_days,
            role=role,
            on=on,
        ),
        *early_days.expected_gaps(
            facts,
            calendar=calendar,
            within=policy.urgent_gap_school_days,
            spoken_within=policy.spoken_confirmation_school_days,
            role=role,
            on=on,
        ),
        *return_review.expected_return_review(
            facts, calendar=calendar, policy=policy, role=role, on=on
        ),
        *early_days.expected_decision(facts, role=role, on=on),
        *messages.expected_messages(facts, calendar=calendar, policy=policy, role=role, on=on),
        *returning.expected_return(facts, calendar=calendar, policy=policy, role=role, on=on),
        *returning.expected_of_teachers(facts, calendar=calendar, policy=policy, role=role, on=on),
    ]


def _moving(facts: Facts, *, calendar: Calendar, policy: Policy, on: date) -> list[Expected]:
    return [
        *move.expected_of_receiver(
            facts, calendar=calendar, answer_within=policy.move_answer_school_days, on=on
        ),
        *move.expected_places(
            facts, calendar=calendar, within=policy.waiting_place_school_days, on=on
        ),
    ]


def _of_team(one: Expected, team: int, facts: Facts) -> Expected:
    """What is due from the authority is due from its commissioning team."""
    is_theirs = one.owner is None or one.owner == facts.authority
    return replace(one, team=team) if is_theirs else one


def lapsed(one: Expected, ended_on: date) -> Expected:
    """After an ending what was not done stays undone and asks nothing more."""
    is_over = one.met_on is None and one.lapsed_on is None
    return replace(one, lapsed_on=ended_on) if is_over else one
