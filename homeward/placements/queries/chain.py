"""How long a child's chain of placements is, and what another last day would make of it."""

from dataclasses import dataclass
from datetime import date

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.rules.policy import Policy
from homeward.placements.models import Placement
from homeward.placements.queries.record import Journey, journey
from homeward.placements.rules.review_saying import chain_says


@dataclass(frozen=True, slots=True)
class Total:
    """The chain of a placement as it is planned, and what it is measured by."""

    journey: Journey
    calendar: Calendar
    policy: Policy

    @property
    def limit(self) -> int:
        return self.policy.short_term_weeks

    @property
    def says(self) -> str:
        """How long the chain is, in a sentence; empty where it is a draft."""
        return chain_says(self.journey.chain, limit=self.limit)


def total(access: Access, placement: Placement, *, on: date) -> Total:
    """The chain as it stands: about six queries."""
    calendar = calendars.calendar(access, placement.home_school_id or placement.commissioner_id)
    policy = organisations.policy(access, placement.keeper_id, on)
    found = journey(access, placement, calendar=calendar, policy=policy, on=on)
    return Total(found, calendar, policy)


def with_end(
    access: Access, placement: Placement, before: Total, *, ends_on: date, on: date
) -> Journey:
    """The chain that another intended last day would make: two queries at most."""
    return journey(
        access,
        placement,
        calendar=before.calendar,
        policy=before.policy,
        on=on,
        ends_on=ends_on,
    )
