"""What is most wrong with each placement, worked out by the database, so that the worst come first.

`keyed` writes into each row a key that sorts: the kind of drift, since when, and the row's own
number. It chooses the kind by the same order and the same limits as the rule that says the
sentence (`placements.rules.drift`), from the same columns.
"""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, LPad

from homeward.due.models import OPEN, Expectation
from homeward.placements.codes import DriftKind, SpokeWith
from homeward.placements.models import Contact, EndDateChange, Placement, PlanVersion, Waiting
from homeward.placements.rules.checks import AUTHORITY_CHECK, CHECK
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.placements.rules.drift import LAST_DAYS, TWICE, TWO_WEEKS
from homeward.placements.rules.early_days import START_GAP
from homeward.placements.rules.ladder import FULL_TIME, LADDER_GAP, REASON
from homeward.placements.rules.prepared import PREPARED
from homeward.placements.rules.return_review import RETURN_REVIEW
from homeward.placements.rules.review import REVIEW

CODES = {kind: f"{number:02d}" for number, kind in enumerate(DriftKind)}
KINDS = {code: kind for kind, code in CODES.items()}
CHECKS = (CHECK, AUTHORITY_CHECK)
NUMBER_LENGTH = 12


def with_columns(found: "QuerySet[Placement]", on: date) -> "QuerySet[Any]":
    """Lay beside each placement what drift is judged by."""
    contacts = _late((WEEKLY_CONTACT,), on)
    routes = PlanVersion.objects.filter(placement=OuterRef("pk")).order_by("-number")
    waits = Waiting.objects.filter(placement=OuterRef("pk"), to_on__isnull=True)
    extended = EndDateChange.objects.filter(placement=OuterRef("pk"), new_on__gt=F("old_on"))
    return found.annotate(
        missed_first=_first_day(contacts),
        missed_more=Subquery(contacts.values("due_on")[TWO_WEEKS - 1 : TWO_WEEKS]),
        check_due_on=_first_day(_late(CHECKS, on)),
        review_due_on=_first_day(_late((REVIEW,), on)),
        decision_due_on=_first_day(_late((RETURN_REVIEW,), on)),
        prepared_by=_first_day(_open((PREPARED,))),
        full_time_by=_first_day(_late((FULL_TIME,), on)),
        reason_by=_first_day(_without_reason(on)),
        waiting_from_on=Subquery(waits.values("from_on")[:1]),
        route=Coalesce(Subquery(routes.values("route")[:1]), Value("")),
        extensions=_number_of(extended, "placement"),
    )


def with_numbers(found: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    """Lay beside each placement the numbers that only a sentence needs."""
    gaps, checks = _open((START_GAP,)), _late(CHECKS, on)
    spoken = Contact.objects.filter(
        placement=OuterRef("pk"),
        spoke_with=SpokeWith.CHILD,
        corrections__isnull=True,
        is_withdrawn=False,
    ).order_by("-made_on")
    numbered: QuerySet[Any] = found.annotate(
        gaps=_number_of(gaps, "about"),
        gaps_due_on=_first_day(gaps),
        missed_weeks=_number_of(_late((WEEKLY_CONTACT,), on), "about"),
        ladder_misses=Subquery(_without_reason(on).values("subject")[:1]),
        check_kind=Subquery(checks.values("kind")[:1]),
        check_subject=Subquery(checks.values("subject")[:1]),
        last_spoken_on=Subquery(spoken.values("made_on")[:1]),
    )
    return numbered


def keyed(found: "QuerySet[Any]", *, on: date) -> "QuerySet[Any]":
    """Write the key of each placement, and its kind of drift. Needs `with_columns`."""
    whens = _whens(on)
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
    judged: QuerySet[Any] = found.annotate(kind_code=kind, key=Concat(kind, since, number))
    return judged


def kind_of(key: str) -> DriftKind:
    """The kind of drift that a key begins with."""
    return KINDS[key[:2]]


def _whens(on: date) -> list[tuple[DriftKind, Q, Any]]:
    """When each kind of drift holds, the worst first, and the day since when."""
    is_open, soon = Q(ended_on__isnull=True), on + LAST_DAYS
    not_back = Q(return_began_on__isnull=True) | Q(return_began_on__gt=on)
    since = Coalesce("urgent_on", "first_session_on")
    unreviewed = Q(review_due_on__isnull=False) | Q(decision_due_on__isnull=False)
    review_due_on = Coalesce("review_due_on", "decision_due_on")
    longer = Q(full_time_by__isnull=False) | Q(reason_by__isnull=False)
    return [
        (DriftKind.GAPS, is_open & Q(agreed_on__isnull=True), since),
        (DriftKind.PAST_END, is_open & Q(ends_on__lt=on) & not_back, "ends_on"),
        (DriftKind.NOT_SPOKEN, is_open & Q(missed_more__isnull=False), "missed_first"),
        (DriftKind.CHECK, ~is_open & Q(check_due_on__isnull=False), "check_due_on"),
        (DriftKind.NOT_PREPARED, is_open & Q(prepared_by__lte=soon), "prepared_by"),
        (DriftKind.LADDER, is_open & longer, Coalesce("full_time_by", "reason_by")),
        (DriftKind.NO_ROUTE, is_open & Q(route=""), Coalesce("starts_on", "drafted_on")),
        (DriftKind.NO_REVIEW, is_open & unreviewed, review_due_on),
        (DriftKind.WAITING, is_open & Q(waiting_from_on__lte=on), "waiting_from_on"),
        (DriftKind.EXTENDED, is_open & Q(extensions__gte=TWICE), "ends_on"),
    ]


def _open(kinds: tuple[str, ...]) -> "QuerySet[Expectation]":
    """What is open of some kinds about the placement around it, the oldest first."""
    return Expectation.objects.filter(
        OPEN, about=OuterRef("reference"), kind__in=kinds, due_on__isnull=False
    ).order_by("due_on")


def _late(kinds: tuple[str, ...], on: date) -> "QuerySet[Expectation]":
    """What of that is late."""
    return _open(kinds).filter(due_on__lt=on)


def _without_reason(on: date) -> "QuerySet[Expectation]":
    """The headteacher's reason for a longer ladder, where it is late."""
    return _late((LADDER_GAP,), on).filter(period=REASON)


def _first_day(found: "QuerySet[Expectation]") -> Subquery:
    return Subquery(found.values("due_on")[:1])


def _number_of(found: "QuerySet[Any]", by: str) -> Any:
    """How many rows there are for the placement around it."""
    counted = found.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted[:1]), Value(0))


def _day(expression: Any) -> Any:
    """A day as text that sorts."""
    return Cast(expression, CharField())
