"""The authority's overview of its area, in plain counts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from homeward.calendars.rules import monday_of
from homeward.due.models import Expectation
from homeward.organisations.access import Access
from homeward.placements import queries as placements
from homeward.placements.models import Placement
from homeward.placements.rules.contact import WEEKLY_CONTACT


@dataclass(frozen=True, slots=True)
class Group:
    """Live placements of one school or one provider."""

    reference: str
    name: str
    live: int
    late: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How the area stands on a day. `spoken` of `to_speak` children have been spoken with this week."""

    live: int
    with_gaps: int
    due_back: int
    without_school: int
    spoken: int
    to_speak: int
    schools: tuple[Group, ...]
    providers: tuple[Group, ...]


def overview(access: Access, *, on: date) -> Overview:
    """Count the placements that the person sees: four queries, whatever their number."""
    live = placements.visible(access).filter(placements.part_of("live", on))
    counted = live.aggregate(
        live=Count("pk"),
        with_gaps=Count("pk", filter=Q(agreed_on__isnull=True)),
        due_back=Count("pk", filter=Q(ends_on__lt=on)),
        without_school=Count("pk", filter=Q(home_school__isnull=True)),
    )
    week = Expectation.objects.filter(
        kind=WEEKLY_CONTACT,
        period=monday_of(on).isoformat(),
        waived_on__isnull=True,
        about__in=live.values("reference"),
    ).aggregate(to_speak=Count("pk"), spoken=Count("pk", filter=Q(met_on__isnull=False)))
    return Overview(
        **counted,
        **week,
        schools=_groups(live, "home_school__reference", "home_school__name", on),
        providers=_groups(live, "provider__reference", "provider__organisation__name", on),
    )


def _groups(live: "QuerySet[Placement]", reference: str, name: str, on: date) -> tuple[Group, ...]:
    rows = (
        live.values(reference, name)
        .annotate(live=Count("pk"), late=Count("pk", filter=Q(ends_on__lt=on)))
        .order_by(name)
    )
    return tuple(
        Group(str(row[reference] or "none"), row[name] or "None yet", row["live"], row["late"])
        for row in rows
    )
