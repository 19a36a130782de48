"""Today's count of each promise over every running placement: one query each, no child named."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from homeward.calendars.rules import monday_of
from homeward.due.models import Expectation
from homeward.organisations.access import Access
from homeward.placements.codes import Audience, Kind, LineKind, SpokeWith, StaffPart
from homeward.placements.models import (
    AdjustmentInPlace,
    Contact,
    NamedAdult,
    Placement,
    PlanLine,
    PlanVersion,
    SchoolPrepared,
    Telling,
)
from homeward.placements.rules import early_days
from homeward.placements.rules.contact import WEEKLY_CONTACT

ALL = Q()


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of how many keep a promise today."""

    done: int
    of: int


def kept(access: Access, promise: str, on: date) -> Kept:
    """Count one promise. `access` is taken as everywhere; only numbers come back."""
    return _COUNTS[promise](on)


def _running(on: date) -> "QuerySet[Placement]":
    """Placements that run on a day, read from their dates."""
    return Placement.objects.filter(
        Q(agreed_on__isnull=False) | Q(urgent_on__isnull=False) | Q(first_session_on__isnull=False),
        Q(starts_on__lte=on) | Q(first_session_on__lte=on),
        ended_on__isnull=True,
        withdrawn_on__isnull=True,
        refused_on__isnull=True,
    )


def _count(found: "QuerySet[Placement]", condition: Q) -> Kept:
    counted = found.aggregate(of=Count("pk"), done=Count("pk", filter=condition))
    return Kept(counted["done"], counted["of"])


def _where(condition: Q, among: Q = ALL) -> Callable[[date], Kept]:
    return lambda on: _count(_running(on).filter(among), condition)


def _with_plan(on: date) -> "QuerySet[Placement]":
    """Running placements with the texts of the newest version of their plan beside them."""
    newest = PlanVersion.objects.filter(placement=OuterRef("pk")).order_by("-number")
    first = PlanVersion.objects.filter(placement=OuterRef("pk")).order_by("number")
    names = ("pk", "looked_for", "adult_strand", "peer_strand", "route_owner", "route_next_on")
    return _running(on).annotate(
        **{f"plan_{name}": Subquery(newest.values(name)[:1]) for name in names},
        first_plan_on=Subquery(first.values("written_on")[:1]),
    )


def _planned(condition: Q, among: Q = ALL) -> Callable[[date], Kept]:
    return lambda on: _count(_with_plan(on).filter(among), condition)


def _with_line(kind: LineKind) -> Callable[[date], Kept]:
    lines = PlanLine.objects.filter(version=OuterRef("plan_pk"), kind=kind.value)
    return lambda on: _count(_with_plan(on).annotate(has_line=Exists(lines)), Q(has_line=True))


def _told(audience: Audience) -> Callable[[date], Kept]:
    told = Telling.objects.filter(placement=OuterRef("pk"), audience=audience.value)
    among = Q(home_school__isnull=False) if audience == Audience.STAFF else ALL
    return lambda on: _count(
        _running(on).filter(among).annotate(is_told=Exists(told)), Q(is_told=True)
    )


def _due(kind: str, *, this_week: bool) -> Callable[[date], Kept]:
    """What is or was due of one kind: this week's, or what is open or met by today."""

    def count(on: date) -> Kept:
        rows = Expectation.objects.filter(kind=kind, opens_on__lte=on, waived_on__isnull=True)
        rows = (
            rows.filter(period=monday_of(on).isoformat())
            if this_week
            else rows.filter(due_on__gte=on)
        )
        counted = rows.aggregate(of=Count("pk"), done=Count("pk", filter=Q(met_on__isnull=False)))
        return Kept(counted["done"], counted["of"])

    return count


def _by_named_adult(on: date) -> Kept:
    """Contacts with the child in running placements, and those that the named adult made."""
    named = NamedAdult.objects.filter(
        placement=OuterRef("placement"), person=OuterRef("made_by"), part=StaffPart.WEEKLY_CONTACT
    )
    rows = Contact.objects.filter(
        placement__in=_running(on).values("pk"),
        spoke_with=SpokeWith.CHILD,
        corrections__isnull=True,
        is_withdrawn=False,
    ).annotate(is_named=Exists(named))
    counted = rows.aggregate(of=Count("pk"), done=Count("pk", filter=Q(is_named=True)))
    return Kept(counted["done"], counted["of"])


def _with_post16_lead(on: date) -> Kept:
    leads = NamedAdult.objects.filter(
        placement=OuterRef("pk"), part=StaffPart.POST16_LEAD, to_on__isnull=True
    )
    found = _running(on).filter(_KS4).annotate(has_lead=Exists(leads))
    return _count(found, Q(has_lead=True))


def _held(on: date) -> Kept:
    """Returns and moves that were judged: those that held to the last check, and those that did not."""
    judged = Placement.objects.filter(Q(held_on__lte=on) | Q(not_held_on__lte=on))
    return _count(judged, Q(held_on__isnull=False))


def _prepared(on: date) -> Kept:
    """Returns that began, and those of them for which the school was prepared on the first day."""
    marks = SchoolPrepared.objects.filter(
        placement=OuterRef("pk"), approved_on__lte=OuterRef("return_began_on")
    )
    began = Placement.objects.filter(return_began_on__lte=on)
    return _count(began.annotate(is_prepared=Exists(marks)), Q(is_prepared=True))


def _adjusted(on: date) -> Kept:
    """The adjustments of children who are coming back now, and those that are in place."""
    newest = PlanVersion.objects.filter(placement=OuterRef("version__placement"))
    looks = AdjustmentInPlace.objects.filter(
        placement=OuterRef("version__placement"), thread=OuterRef("thread"), looked_on__lte=on
    )
    lines = PlanLine.objects.filter(
        kind=LineKind.ADJUSTMENT,
        version=Subquery(newest.order_by("-number").values("pk")[:1]),
        version__placement__in=_running(on).filter(return_began_on__lte=on),
    ).annotate(is_in_place=Subquery(looks.order_by("-looked_on", "-id").values("is_in_place")[:1]))
    counted = lines.aggregate(of=Count("pk"), done=Count("pk", filter=Q(is_in_place=True)))
    return Kept(counted["done"], counted["of"])


_UNREGISTERED = Q(is_registered_at_start=False)
_KS4 = Q(kind=Kind.KS4_TO_END)

_COUNTS: dict[str, Callable[[date], Kept]] = {
    "R01": _held,
    "R02": _where(Q(ends_on__isnull=False) & ~Q(ends_because="")),
    "R03": _planned(Q(first_plan_on__lte=F("starts_on"))),
    "R04": _where(~_KS4 & Q(ends_on__isnull=False), _UNREGISTERED),
    "R05": _where(~Q(immediate_need="") & ~Q(objective="")),
    "R06": _planned(~Q(plan_route_owner="") & Q(plan_route_next_on__isnull=False), _UNREGISTERED),
    "R07": _where(Q(ends_on__isnull=False), Q(is_registered_at_start=True) & ~_KS4),
    "R08": _told(Audience.PARENTS),
    "R09": _told(Audience.CHILD),
    "R10": _told(Audience.STAFF),
    "R11": _with_line(LineKind.MILESTONE),
    "R12": _due(early_days.BELONGING, this_week=False),
    "R13": _due(WEEKLY_CONTACT, this_week=True),
    "R14": _by_named_adult,
    "R15": _planned(~Q(plan_looked_for="") & Q(plan_looked_for__isnull=False)),
    "R16": _with_line(LineKind.TARGET),
    "R17": _planned(~Q(plan_adult_strand="") & ~Q(plan_peer_strand="") & Q(plan_pk__isnull=False)),
    "R18": _prepared,
    "R19": _adjusted,
    "R22": _where(Q(is_registered_at_start=True), _KS4),
    "R25": _with_post16_lead,
}
