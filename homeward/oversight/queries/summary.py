"""How the overview stands: counts by drift, school and provider."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, OuterRef, Subquery, Sum, When

from homeward.calendars.rules import monday_of
from homeward.due.models import Expectation
from homeward.organisations.access import Access
from homeward.oversight.queries.drifting import keyed, kind_of, with_columns
from homeward.oversight.queries.overseen import overseen
from homeward.placements.codes import DriftKind
from homeward.placements.rules.contact import WEEKLY_CONTACT

NO_SCHOOL = "none"


@dataclass(frozen=True, slots=True)
class Group:
    """The placements of one school or one provider: how many, how many drift, how many are due back."""

    reference: str
    name: str
    live: int
    drifting: int
    due_back: int


@dataclass(frozen=True, slots=True)
class Summary:
    """How it stands on a day. `spoken` of `to_speak` children have been spoken with this week."""

    live: int = 0
    drifting: int = 0
    spoken: int = 0
    to_speak: int = 0
    without_school: int = 0
    kinds: tuple[tuple[DriftKind, int], ...] = ()
    schools: tuple[Group, ...] = ()
    providers: tuple[Group, ...] = ()

    def number(self, kind: DriftKind) -> int:
        return dict(self.kinds).get(kind, 0)


@dataclass
class _Counted:
    """One group while it is counted."""

    name: str
    live: int = 0
    kinds: Counter[DriftKind] = field(default_factory=Counter)

    def group(self, reference: str) -> Group:
        wrong = self.live - self.kinds[DriftKind.ON_COURSE]
        return Group(reference, self.name, self.live, wrong, self.kinds[DriftKind.PAST_END])


def summary(access: Access, *, on: date, unsettled: Collection[UUID] | None = None) -> Summary:
    """Count what the person sees by drift, school and provider: one query."""
    found = keyed(with_columns(overseen(access, on, unsettled), on), on=on)
    names = (
        "home_school__reference",
        "home_school__name",
        "provider__reference",
        "provider__organisation__name",
        "kind_code",
    )
    rows = (
        found.annotate(week=_this_week(on))
        .values_list(*names)
        .annotate(Count("pk"), Count("week"), Sum("week"))
        .order_by()
    )
    return _summary(rows)


def _summary(rows: Iterable[tuple[Any, ...]]) -> Summary:
    kinds: Counter[DriftKind] = Counter()
    schools: dict[str, _Counted] = {}
    providers: dict[str, _Counted] = {}
    spoken = to_speak = without = 0
    for school, school_name, provider, provider_name, code, number, due, done in rows:
        kind = kind_of(code)
        kinds[kind] += number
        spoken, to_speak = spoken + (done or 0), to_speak + due
        without += 0 if school else number
        for groups, reference, name in (
            (schools, str(school or NO_SCHOOL), school_name or "None yet"),
            (providers, str(provider or NO_SCHOOL), provider_name or "None yet"),
        ):
            group = groups.setdefault(reference, _Counted(name))
            group.live += number
            group.kinds[kind] += number
    total = sum(kinds.values())
    return Summary(
        live=total,
        drifting=total - kinds[DriftKind.ON_COURSE],
        spoken=spoken,
        to_speak=to_speak,
        without_school=without,
        kinds=tuple((kind, kinds[kind]) for kind in DriftKind if kinds[kind]),
        schools=_groups(schools),
        providers=_groups(providers),
    )


def _groups(counted: dict[str, _Counted]) -> tuple[Group, ...]:
    groups = [one.group(reference) for reference, one in counted.items()]
    return tuple(sorted(groups, key=lambda one: (-one.drifting, one.name)))


def _this_week(on: date) -> Subquery:
    """1 where the child has been spoken with in this school week, 0 where not yet, else nothing."""
    contact = Expectation.objects.filter(
        kind=WEEKLY_CONTACT,
        period=monday_of(on).isoformat(),
        waived_on__isnull=True,
        about=OuterRef("reference"),
    )
    is_met = Case(When(met_on__isnull=False, then=1), default=0, output_field=IntegerField())
    return Subquery(contact.annotate(is_met=is_met).values("is_met")[:1])
