"""What every letter about a placement may need, and what one of them says: the shapes of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from homeward.calendars import queries as calendars
from homeward.calendars.rules import Calendar
from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.rules.policy import Policy
from homeward.placements.codes import StaffPart
from homeward.placements.models import NamedAdult, Placement
from homeward.placements.queries import people, plan
from homeward.placements.queries.week import PlannedHalfDay, week
from homeward.placements.rules.plan import PlanText


class NotNow(Exception):
    """There is nothing yet of which this letter could tell. The text says what is missing."""


@dataclass(frozen=True)
class Matter:
    """What every letter about a placement may need, read once, and only where it is needed."""

    access: Access
    placement: Placement
    adults: tuple[NamedAdult, ...]
    on: date

    @cached_property
    def text(self) -> PlanText:
        """The plan without its lines."""
        return plan.latest_text(self.access, self.placement).text

    @cached_property
    def week(self) -> tuple[PlannedHalfDay, ...]:
        """The planned half days."""
        return tuple(week(self.access, self.placement))

    def calendar(self) -> Calendar:
        """The school's calendar, read by the letters that count by it."""
        owner = self.placement.home_school_id or self.placement.commissioner_id
        return calendars.calendar(self.access, owner)

    def policy(self) -> Policy:
        """The authority's numbers, likewise."""
        return organisations.policy(self.access, self.placement.keeper_id, self.on)

    def named(self, *parts: StaffPart) -> NamedAdult | None:
        """The first adult who serves as one of these."""
        found = (one for part in parts for one in self.adults if one.part == part)
        return next(found, None)

    def name_of(self, part: StaffPart) -> str:
        one = self.named(part)
        return one.name if one else ""

    @property
    def school(self) -> str:
        return self.placement.home_school.name if self.placement.home_school else ""

    @property
    def place(self) -> str:
        return self.placement.provider.organisation.name if self.placement.provider else ""


@dataclass(frozen=True, slots=True)
class Content:
    """What one letter says, of what occasion, and what whoever writes it may add themselves.

    `has_hidden_place` is whether the letter is none without the provider's address.
    """

    values: dict[str, Any]
    occasion: UUID | None = None
    asked_of: int | None = None
    has_hidden_place: bool = False


def matter(access: Access, placement: Placement, *, on: date) -> Matter:
    """Read what every letter needs: one query."""
    return Matter(
        access=access,
        placement=placement,
        adults=tuple(people.serving(people.named_adults(access, placement), on)),
        on=on,
    )
