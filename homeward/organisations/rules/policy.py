"""The local policy pack: numbers that authorities set differently, with the defaults we cite.

Source of each default: section 5 of the product's plan and `reference/norms.csv`. A value is
read as of a day, so that last year's placements keep last year's numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Policy:
    """One authority's numbers on one day."""

    first_contact_school_days: int = 5
    first_review_school_weeks: int = 6
    review_half_term_school_days: int = 10
    short_term_weeks: int = 12
    unregistered_weekly_sessions: int = 4
    urgent_gap_school_days: int = 5
    spoken_confirmation_school_days: int = 1
    chain_gap_school_days: int = 10
    part_time_weeks: int = 6
    ladder_look_weeks: int = 2
    full_time_hours: int = 18
    return_review_school_days: int = 15
    return_warning_school_days: int = 10
    return_escalation_school_days: int = 5
    registration_threshold_pupils: int = 5
    registration_threshold_vulnerable: int = 1
    checks_first_weeks: int = 2
    checks_second_weeks: int = 6
    checks_third_weeks: int = 12
    checks_last_terms: int = 2
    support_answer_school_days: int = 5
    move_answer_school_days: int = 5
    waiting_place_school_days: int = 20
    personal_link_days: int = 30
    known_device_days: int = 90
    review_invitation_days: int = 6
    family_answer_school_days: int = 5
    family_reply_school_days: int = 2
    tick_weeks: int = 6
    tick_every_weeks: int = 2


POLICY_KEYS = tuple(field.name for field in fields(Policy))


def policy_from(values: Mapping[str, int]) -> Policy:
    """Lay an authority's own numbers over the defaults. Unknown keys raise KeyError."""
    unknown = set(values) - set(POLICY_KEYS)
    if unknown:
        raise KeyError(f"no such policy number: {', '.join(sorted(unknown))}")
    return Policy(**values)
