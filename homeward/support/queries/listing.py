"""The queue of the team, and a school's own requests: the same list, worst first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from homeward.due.models import OPEN, Expectation
from homeward.organisations.access import Access
from homeward.organisations.models import Team
from homeward.support.codes import Awaits, OutcomeKind, RequestKind, State
from homeward.support.models import Outcome, Ownership, Reply, SchoolAsked, SupportRequest
from homeward.support.queries.visible import is_of_team, visible
from homeward.support.rules.expected import ANSWER, REPLY
from homeward.support.rules.facts import state
from homeward.support.rules.saying import Standing, late_by, sentence
from homeward.web.lists import Slice, cut, marked

SIZE = 50
CSV_SIZE = 5000
NO_DAY = date(9999, 12, 31)
"""Sorts what has no day after everything that has one."""

SHOWN = {
    "open": "Open",
    "new": "Nobody has taken it",
    "mine": "Mine",
    "waiting": "Waiting on the school",
    "late": "Late",
    "closed": "Closed",
    "all": "All",
}
OF_SCHOOL = ("open", "waiting", "late", "closed", "all")
"""The parts that mean something to a school; `waiting` is called *Waiting on you* there."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; it stands in the address."""

    shown: str = "open"
    kind: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many requests each part of the list holds."""

    open: int
    new: int
    mine: int
    waiting: int
    late: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One request on the list."""

    key: int
    rank: int
    reference: UUID
    kind: str
    child: str
    school: str
    team: str
    state: State
    owner: str
    asked_on: date
    due_on: date | None
    late: int
    arithmetic: str
    says: str


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the list, with the counts of its parts."""

    rows: Slice[Listed]
    counts: Counts
    is_team: bool


def queue(access: Access, chosen: Chosen, *, on: date, after: str = "") -> Queue:
    """One page of the requests a person sees, worst first: those nobody has taken, then by day."""
    is_team = is_of_team(access)
    found = _chosen(_with_columns(visible(access), on, is_team=is_team), chosen)
    part = found.filter(part_of(chosen.shown, access, on), _after(after))
    rows = [_listed(row, on, is_team=is_team) for row in _in_order(part)[: SIZE + 1]]
    return Queue(
        rows=cut(rows, SIZE, lambda row: (row.rank, row.due_on or NO_DAY, row.key)),
        counts=_counts(found, access, on),
        is_team=is_team,
    )


def everything(access: Access, chosen: Chosen, *, on: date) -> Iterator[Listed]:
    """The list as narrowed, for a spreadsheet: at most 5,000."""
    is_team = is_of_team(access)
    found = _chosen(_with_columns(visible(access), on, is_team=is_team), chosen)
    rows = _in_order(found.filter(part_of(chosen.shown, access, on)))[:CSV_SIZE]
    return (_listed(row, on, is_team=is_team) for row in rows)


def teams_to_choose(access: Access) -> list[Team]:
    """The teams among which the list can be narrowed."""
    return list(Team.objects.filter(authority=access.authority).order_by("name"))


def part_of(shown: str, access: Access, on: date) -> Q:
    """The requests that one part of the list holds (the names in SHOWN)."""
    is_open = Q(is_closed=False)
    return {
        "new": is_open & Q(owner_key__isnull=True),
        "mine": is_open & Q(owner_key=access.person),
        "waiting": is_open & Q(last_awaits=Awaits.SCHOOL),
        "late": is_open & Q(due_at__lt=on),
        "closed": ~is_open,
        "all": Q(),
    }.get(shown, is_open)


def _with_columns(
    found: "QuerySet[SupportRequest]", on: date, *, is_team: bool
) -> "QuerySet[SupportRequest, Any]":
    """Everything the list is narrowed and ordered by. Somebody who has left owns nothing."""
    owners = Ownership.objects.filter(
        Q(person__memberships__to_on__isnull=True) | Q(person__memberships__to_on__gt=on),
        request=OuterRef("pk"),
        to_on__isnull=True,
        person__is_active=True,
        person__memberships__organisation=OuterRef("keeper"),
        person__memberships__from_on__lte=on,
    )
    outcomes = Outcome.objects.filter(request=OuterRef("pk"), reopened_on__isnull=True)
    schools = SchoolAsked.objects.filter(request=OuterRef("pk"), answer="")
    replies = Reply.objects.filter(request=OuterRef("pk")).order_by("-id")
    waiting = Expectation.objects.filter(
        OPEN,
        keeper=OuterRef("keeper"),
        about=OuterRef("reference"),
        kind__in=(ANSWER, REPLY),
    ).order_by("due_on")
    first = Q(owner_key__isnull=True) if is_team else Q(last_awaits=Awaits.SCHOOL)
    return found.annotate(
        owner_key=Subquery(owners.values("person")[:1]),
        owner_name=Subquery(owners.values("person__name")[:1]),
        is_closed=Exists(outcomes),
        last_awaits=Subquery(replies.values("awaits")[:1]),
        last_on=Subquery(replies.values("written_on")[:1]),
        due_at=Coalesce(Subquery(waiting.values("due_on")[:1]), Value(NO_DAY)),
        rank=Case(When(Q(is_closed=False) & first, then=Value(0)), default=Value(1)),
        schools_waiting=Coalesce(
            Subquery(schools.values("request").annotate(n=Count("pk")).values("n")), Value(0)
        ),
        counted=Subquery(waiting.values("arithmetic")[:1]),
        closed_at=Subquery(outcomes.values("closed_on")[:1]),
        outcome=Subquery(outcomes.values("kind")[:1]),
    )


def _chosen(
    found: "QuerySet[SupportRequest, Any]", chosen: Chosen
) -> "QuerySet[SupportRequest, Any]":
    if chosen.kind:
        found = found.filter(kind=chosen.kind)
    if chosen.team:
        found = found.filter(team__reference=chosen.team)
    return found


def _counts(found: "QuerySet[SupportRequest, Any]", access: Access, on: date) -> Counts:
    parts = ("open", "new", "mine", "waiting", "late")
    return Counts(
        **found.aggregate(**{part: Count("pk", filter=part_of(part, access, on)) for part in parts})
    )


def _in_order(found: Any) -> Any:
    """The list with what each line names, in its order: by rank, day and number."""
    named = found.select_related("team", "asked_from", "placement__pupil")
    return named.order_by("rank", "due_at", "pk")


def _after(text: str) -> Q:
    """The list from a mark on; a mark that cannot be read begins at the start."""
    values = marked(text, 3) if text else None
    if values is None:
        return Q()
    rank, day, key = values
    try:
        last = date.fromisoformat(str(day))
    except ValueError:
        return Q()
    if not isinstance(rank, int) or not isinstance(key, int):
        return Q()
    key = min(max(key, 0), 2**62)
    later = Q(due_at__gt=last) | Q(due_at=last, pk__gt=key)
    return Q(rank__gt=rank) | (Q(rank=rank) & later)


def _listed(row: Any, on: date, *, is_team: bool) -> Listed:
    due_on = None if row.due_at == NO_DAY else row.due_at
    now = state(
        is_closed=row.is_closed,
        awaits=row.last_awaits or Awaits.TEAM,
        has_owner=row.owner_key is not None,
    )
    standing = Standing(
        state=now,
        team=row.team.name,
        school=row.asked_from.name,
        owner=row.owner_name or "",
        due_on=due_on,
        written_on=row.last_on,
        closed_on=row.closed_at,
        outcome=OutcomeKind(row.outcome).label if row.outcome else "",
        schools_waiting=row.schools_waiting,
    )
    return Listed(
        key=row.pk,
        rank=row.rank,
        reference=row.reference,
        kind=RequestKind(row.kind).label,
        child=row.placement.pupil.name if row.placement else "",
        school=row.asked_from.name,
        team=row.team.name,
        state=now,
        owner=row.owner_name or "",
        asked_on=row.asked_on,
        due_on=due_on,
        late=0 if row.is_closed else late_by(due_on, on),
        arithmetic=row.counted or "",
        says=sentence(standing, on=on, is_team=is_team),
    )
