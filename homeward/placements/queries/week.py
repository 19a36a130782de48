"""The planned week of a placement."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from homeward.organisations.access import Access
from homeward.placements.models import Placement, Session
from homeward.placements.rules.saying import week_said
from homeward.providers.models import Site


@dataclass(frozen=True, slots=True)
class PlannedHalfDay:
    """One planned half day as pages show it."""

    weekday: int
    half: str
    minutes: int
    place: str

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


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """The half days of one length at one address: "Monday to Friday", "2.5", "The Boathouse"."""

    days: str
    hours: str
    place: str


def by_place(planned: Iterable[PlannedHalfDay]) -> tuple[PlannedPlace, ...]:
    """A planned week in as few lines as say when and where the child is."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for one in planned:
        found.setdefault((one.hours, one.place), []).append((one.weekday, one.half))
    return tuple(
        PlannedPlace(week_said(half_days), hours, place)
        for (hours, place), half_days in found.items()
    )


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


def usual_minutes(access: Access, placement: Placement) -> int:
    """The length of most planned half days; three hours where none is planned."""
    minutes = Counter(Session.objects.filter(placement=placement).values_list("minutes", flat=True))
    return minutes.most_common(1)[0][0] if minutes else 180
