"""Where a placement leads: its reviews, the return, the move, the wait and the checks, in short."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from homeward.calendars.rules import Calendar, DatesNeeded, Period
from homeward.organisations.access import Access
from homeward.placements.codes import (
    Decision,
    LadderMoveKind,
    LineKind,
    MoveAnswerKind,
    MoveKind,
    Outcome,
)
from homeward.placements.models import (
    EndDateChange,
    Ending,
    LadderMove,
    Move,
    MoveAnswer,
    Placement,
    PlanVersion,
    ReturnLadder,
    Review,
    ReviewAction,
    SchoolPrepared,
    SustainedCheck,
    Waiting,
)
from homeward.placements.queries import around
from homeward.placements.queries.around import Around


@dataclass(frozen=True, slots=True)
class Onward:
    """What the page of a placement says in short of everything that leads out of it.

    Empty strings and None stand for what there is not. `waited` are the school days of the wait so
    far, None where term dates are missing.
    """

    reviewed_on: date | None
    decision: str
    next_review_on: date | None
    open_actions: int
    end_changes: int
    returns_on: date | None
    full_time_on: date | None
    steps: int
    step: int | None
    last_move: str
    last_move_on: date | None
    prepared_on: date | None
    is_mark_open_again: bool
    receiving: str
    move_kind: str
    answer: str
    moves_on: date | None
    waiting_from_on: date | None
    waited: int | None
    checked: int
    targets: int
    outcome: str
    destination: str
    ended_because: str
    around: Around

    @property
    def has_return(self) -> bool:
        return self.returns_on is not None or self.last_move != ""


def onward(access: Access, placement: Placement, *, calendar: Calendar, on: date) -> Onward:
    """Read it in one query."""
    row = _row(access, placement, on)
    return Onward(
        reviewed_on=row["reviewed_on"],
        decision=Decision(row["decision"]).label if row["decision"] else "",
        next_review_on=row["next_review_on"],
        open_actions=row["open_actions"] or 0,
        end_changes=row["end_changes"] or 0,
        returns_on=row["returns_on"],
        full_time_on=row["full_time_on"],
        steps=row["steps"] or 0,
        step=row["step"],
        last_move=LadderMoveKind(row["last_move"]).label if row["last_move"] else "",
        last_move_on=row["last_move_on"],
        prepared_on=row["prepared_on"],
        is_mark_open_again=_is_open_again(row),
        receiving=row["receiving"] or "",
        move_kind=MoveKind(row["move_kind"]).label if row["move_kind"] else "",
        answer=MoveAnswerKind(row["answer"]).label if row["answer"] else "",
        moves_on=row["moves_on"],
        waiting_from_on=row["waiting_from_on"],
        waited=_waited(row["waiting_from_on"], calendar, on),
        checked=row["checked"] or 0,
        targets=row["targets"] or 0,
        outcome=Outcome(row["outcome"]).label if row["outcome"] else "",
        destination=row["destination"] or "",
        ended_because=row["ended_because"] or "",
        around=around.around(access, row),
    )


_TARGETS = Count("lines", filter=Q(lines__kind=LineKind.TARGET))


def _row(access: Access, placement: Placement, on: date) -> dict[str, Any]:
    reviews = _of(Review).order_by("-held_on", "-id")
    ladders = _of(ReturnLadder).order_by("-number")
    steps = _of(LadderMove).order_by("-moved_on", "-id")
    marks = _of(SchoolPrepared).order_by("-approved_on", "-id")
    plans = _of(PlanVersion).order_by("-number")
    moves = _of(Move).filter(withdrawn_on__isnull=True)
    answers = MoveAnswer.objects.filter(
        placement=OuterRef("pk"), move__withdrawn_on__isnull=True
    ).order_by("-answered_on", "-id")
    endings = _of(Ending).filter(corrections__isnull=True, is_withdrawn=False)
    found = Placement.objects.filter(pk=placement.pk).values(
        reviewed_on=_one(reviews, "held_on"),
        decision=_one(reviews, "decision"),
        next_review_on=_one(reviews, "next_on"),
        open_actions=_many(_of(ReviewAction).filter(done_on__isnull=True)),
        end_changes=_many(_of(EndDateChange)),
        returns_on=_one(ladders, "starts_on"),
        full_time_on=_one(ladders, "full_time_on"),
        steps=_one(ladders.annotate(many=Count("steps")), "many"),
        step=_one(steps, "position"),
        last_move=_one(steps, "kind"),
        last_move_on=_one(steps, "moved_on"),
        ladder_number=_one(ladders, "number"),
        prepared_on=_one(marks, "approved_on"),
        prepared_plan=_one(marks, "plan_number"),
        prepared_ladder=_one(marks, "ladder__number"),
        plan_number=_one(plans, "number"),
        receiving=_one(moves, "receiving__name"),
        move_kind=_one(moves, "kind"),
        answer=_one(answers, "answer"),
        moves_on=_one(moves, "starts_on"),
        waiting_from_on=_one(_of(Waiting).filter(to_on__isnull=True), "from_on"),
        checked=_many(_of(SustainedCheck), "point"),
        targets=_one(plans.annotate(many=_TARGETS), "many"),
        outcome=_one(endings, "outcome"),
        destination=_one(endings, "destination"),
        ended_because=_one(endings, "because"),
        **around.asked(access, on),
    )
    return dict(found[0])


def _is_open_again(row: dict[str, Any]) -> bool:
    """Whether the school was marked as prepared for a plan or steps that changed since."""
    if row["prepared_on"] is None or row["last_move"] == LadderMoveKind.FULL_TIME:
        return False
    approved = (row["prepared_plan"], row["prepared_ladder"])
    return approved != (row["plan_number"], row["ladder_number"])


def _of(model: Any) -> "QuerySet[Any]":
    found: QuerySet[Any] = model.objects.filter(placement=OuterRef("pk"))
    return found


def _one(rows: "QuerySet[Any]", name: str) -> Subquery:
    return Subquery(rows.values(name)[:1])


def _many(rows: "QuerySet[Any]", name: str = "pk") -> Subquery:
    """How many rows, or different values of a field, there are."""
    counted = rows.order_by().values("placement").annotate(many=Count(name, distinct=True))
    return Subquery(counted.values("many")[:1])


def _waited(from_on: date | None, calendar: Calendar, on: date) -> int | None:
    if from_on is None or from_on > on:
        return None
    try:
        return len(calendar.school_days(Period(from_on, on)))
    except DatesNeeded:
        return None
