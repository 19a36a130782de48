"""The planned week of a placement."""

from dataclasses import dataclass
from typing import Any

from homeward.organisations.access import Access
from homeward.placements.models import Placement, Session
from homeward.providers.models import Site

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class PlannedHalfDay:
    """One planned half day as pages show it."""

    weekday: int
    half: str
    minutes: int
    place: str

    @property
    def says(self) -> str:
        return f"{NAMES[self.weekday]} {'morning' if self.half == 'am' else 'afternoon'}"

    @property
    def hours(self) -> str:
        return f"{self.minutes / 60:g}"


def week(access: Access, placement: Placement) -> list[PlannedHalfDay]:
    """The planned half days of a placement, Monday first: one query."""
    rows = Session.objects.filter(placement=placement).select_related("site")
    return [
        PlannedHalfDay(
            row.weekday, row.half, row.minutes, str(row.site) if row.site else row.address
        )
        for row in rows.order_by("weekday", "half")
    ]


def typed_week(access: Access, placement: Placement) -> list[dict[str, Any]]:
    """The planned week as the form takes it."""
    return [
        {
            "weekday": row.weekday,
            "half": row.half,
            "minutes": row.minutes,
            "site": str(row.site.reference) if row.site else "",
            "address": row.address,
        }
        for row in Session.objects.filter(placement=placement).select_related("site")
    ]


def sites(access: Access, placement: Placement) -> list[Site]:
    """The open sites of the placement's provider."""
    if placement.provider_id is None:
        return []
    rows = Site.objects.filter(provider=placement.provider, closed_on__isnull=True)
    return list(rows.order_by("name", "id"))
