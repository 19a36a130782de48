"""What is most wrong with each placement, worked out by the database, so that the worst come first.

`keyed` writes into each row a key that sorts: the kind of drift, since when, and the row's own
number. It chooses the kind by the same order and the same limits as the rule that says the
sentence (`placements.rules.drift`), from the same columns.
"""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, LPad

from homeward.due.models import OPEN, Expectation
from homeward.placements.codes import DriftKind, LadderMoveKind, Route, SpokeWith
from homeward.placements.models import (
    Contact,
    EndDateChange,
    LadderMove,
    Placement,
    PlanVersion,
    ReturnLadder,
    SchoolPrepared,
    Waiting,
)
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.placements.rules.drift import LAST_DAYS, TWICE, TWO_WEEKS
from homeward.placements.rules.early_days import START_GAP
from homeward.placements.rules.review import REVIEW

CODES = {kind: f"{number:02d}" for number, kind in enumerate(DriftKind)}
KINDS = {code: kind for kind, code in CODES.items()}
CHECKS = ("placements.check", "placements.authority-check")
REVIEWS = (REVIEW, "placements.return-review")
NUMBER_LENGTH = 12


def with_columns(found: "QuerySet[Placement]", on: date) -> "QuerySet[Placement, Any]":
    """Lay beside each placement what drift is judged by."""
    ladders = ReturnLadder.objects.filter(placement=OuterRef("pk")).order_by("-number")
    late_contacts = _late((WEEKLY_CONTACT,), on)
    return found.annotate(
        extensions=_number_of(
            EndDateChange.objects.filter(placement=OuterRef("pk"), new_on__gt=F("old_on")),
            "placement",
        ),
        missed_first=Subquery(late_contacts.values("due_on")[:1]),
        missed_more=Subquery(late_contacts.values("due_on")[TWO_WEEKS - 1 : TWO_WEEKS]),
        check_due_on=Subquery(_late(CHECKS, on).values("due_on")[:1]),
        review_due_on=Subquery(_late(REVIEWS, on).values("due_on")[:1]),
        route=Coalesce(
            Subquery(
                PlanVersion.objects.filter(placement=OuterRef("pk"))
                .order_by("-number")
                .values("route")[:1]
            ),
            Value(""),
        ),
        ladder_on=Subquery(ladders.values("starts_on")[:1]),
        full_time_on=Subquery(ladders.values("full_time_on")[:1]),
        longer_because=Subquery(ladders.values("longer_because")[:1]),
        last_move=Subquery(
            LadderMove.objects.filter(placement=OuterRef("pk"))
            .order_by("-moved_on", "-pk")
            .values("kind")[:1]
        ),
        prepared_on=Subquery(
            SchoolPrepared.objects.filter(placement=OuterRef("pk"))
            .order_by("-approved_on")
            .values("approved_on")[:1]
        ),
        waiting_from_on=Subquery(
            Waiting.objects.filter(placement=OuterRef("pk"), to_on__isnull=True).values("from_on")[
                :1
            ]
        ),
    )


def with_numbers(found: "QuerySet[Placement]", on: date) -> "QuerySet[Placement, Any]":
    """Lay beside each placement the numbers that only a sentence needs."""
    gaps = Expectation.objects.filter(OPEN, about=OuterRef("reference"), kind=START_GAP)
    spoken = Contact.objects.filter(
        placement=OuterRef("pk"),
        spoke_with=SpokeWith.CHILD,
        corrections__isnull=True,
        is_withdrawn=False,
    ).order_by("-made_on")
    return found.annotate(
        gaps=_number_of(gaps, "about"),
        gaps_due_on=Subquery(
            gaps.filter(due_on__isnull=False).order_by("due_on").values("due_on")[:1]
        ),
        missed_weeks=_number_of(_late((WEEKLY_CONTACT,), on), "about"),
        check=Subquery(_late(CHECKS, on).values("period")[:1]),
        last_spoken_on=Subquery(spoken.values("made_on")[:1]),
    )


def keyed(found: "QuerySet[Placement]", *, on: date, ladder_weeks: int) -> "QuerySet[Placement]":
    """Write the key of each placement, and its kind of drift. Needs `with_columns`."""
    whens = _whens(on, ladder_weeks)
    kind = Case(
        *(When(when, then=Value(CODES[which])) for which, when, _ in whens),
        default=Value(CODES[DriftKind.ON_COURSE]),
        output_field=CharField(),
    )
    since = Case(
        *(When(when, then=_day(day)) for _, when, day in whens),
        default=_day(Coalesce("ends_on", "drafted_on")),
        output_field=CharField(),
    )
    number = LPad(Cast("pk", CharField()), NUMBER_LENGTH, Value("0"))
    return found.annotate(kind_code=kind, key=Concat(kind, since, number))


def kind_of(key: str) -> DriftKind:
    """The kind of drift that a key begins with."""
    return KINDS[key[:2]]


def _whens(on: date, ladder_weeks: int) -> list[tuple[DriftKind, Q, Any]]:
    """When each kind of drift holds, the worst first, and the day since when."""
    is_open = Q(ended_on__isnull=True)
    is_back = Q(return_began_on__lte=on)
    not_back = Q(return_began_on__isnull=True) | Q(return_began_on__gt=on)
    soon = on + LAST_DAYS
    returns = Q(return_began_on__lte=soon) | Q(return_began_on__isnull=True, ladder_on__lte=soon)
    unplanned = Q(return_began_on__isnull=True, ladder_on__isnull=True)
    ladder_since = on - timedelta(weeks=ladder_weeks)
    return [
        (
            DriftKind.GAPS,
            is_open & Q(agreed_on__isnull=True),
            Coalesce("urgent_on", "first_session_on"),
        ),
        (DriftKind.PAST_END, is_open & Q(ends_on__lt=on) & not_back, "ends_on"),
        (DriftKind.NOT_SPOKEN, is_open & Q(missed_more__isnull=False), "missed_first"),
        (
            DriftKind.CHECK,
            Q(ended_on__isnull=False, check_due_on__isnull=False),
            "check_due_on",
        ),
        (
            DriftKind.NOT_PREPARED,
            is_open
            & Q(prepared_on__isnull=True)
            & (
                returns | unplanned & Q(route=Route.HOME_SCHOOL, ends_on__gte=on, ends_on__lte=soon)
            ),
            Coalesce("return_began_on", "ladder_on", "ends_on"),
        ),
        (
            DriftKind.LADDER,
            is_open
            & is_back
            & Q(ladder_on__isnull=False)
            & (Q(last_move__isnull=True) | ~Q(last_move=LadderMoveKind.FULL_TIME))
            & (
                Q(longer_because="", return_began_on__lte=ladder_since)
                | ~Q(longer_because="") & Q(full_time_on__lt=on)
            ),
            "return_began_on",
        ),
        (DriftKind.NO_ROUTE, is_open & Q(route=""), Coalesce("starts_on", "drafted_on")),
        (DriftKind.NO_REVIEW, is_open & Q(review_due_on__isnull=False), "review_due_on"),
        (DriftKind.WAITING, is_open & Q(waiting_from_on__lte=on), "waiting_from_on"),
        (DriftKind.EXTENDED, is_open & Q(extensions__gte=TWICE), "ends_on"),
    ]


def _late(kinds: tuple[str, ...], on: date) -> "QuerySet[Expectation]":
    """What is late of some kinds about the placement around it, the oldest first."""
    return Expectation.objects.filter(
        OPEN, about=OuterRef("reference"), kind__in=kinds, due_on__lt=on
    ).order_by("due_on")


def _number_of(found: "QuerySet[Any]", by: str) -> Any:
    """How many rows there are for the placement around it."""
    counted = found.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted[:1]), Value(0))


def _day(expression: Any) -> Any:
    """A day as text that sorts."""
    return Cast(expression, CharField())
