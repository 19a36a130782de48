"""The move to a new school or long-term placement: asked for, answered, prepared, begun."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.receiving import join_receiving, leave_receiving
from homeward.placements.actions.waiting import begin_again, found_place
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import MoveAnswerKind, MoveKind
from homeward.placements.models import Move, MoveAnswer, Placement
from homeward.placements.queries import plan
from homeward.placements.queries.move import may_answer, standing_answer, under_way
from homeward.placements.rules.known import day_in_words
from homeward.web.days import short_day

NOBODY_ASKED = "Nobody is asked to take the child. Say first where the move goes."


@transaction.atomic
def propose_move(
    placement: Placement,
    *,
    kind: str,
    receiving: Organisation,
    because: str,
    joins_on: date,
    by: Access,
    on: date,
    starts_on: date | None = None,
    consented_on: date | None = None,
    consented_by: str = "",
) -> Move:
    """Ask a school or provider to take the child for good; it takes part from `joins_on`.

    Whoever is asked sees the placement from that day. One move at a time: one that was answered
    with a no makes room. Raises NotAllowed for a placement that has not begun or has ended, for the
    home school itself, for a place that has closed, or for a move that is under way.
    """
    now = locked(placement)
    _must_be_under_way(now)
    _must_fit(kind, receiving, home_school=now.home_school, by=by)
    if joins_on < on:
        raise NotAllowed("They can see the record from today at the earliest.")
    _make_room(now, by=by, on=on)
    move = Move.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        kind=kind,
        receiving=receiving,
        because=because,
        proposed_on=on,
        proposed_by_id=by.somebody,
        joins_on=joins_on,
        starts_on=starts_on,
        **_consent(consented_on, consented_by, on),
    )
    join_receiving(now, receiving.pk, from_on=joins_on)
    finish(
        now,
        kind="move.proposed",
        summary=f"{MoveKind(kind).label}: asked {receiving.name}, which takes part from"
        f" {short_day(joins_on)}",
        by=by,
        on=on,
        after={
            "kind": kind,
            "receiving": receiving.name,
            "joins_on": joins_on,
            "starts_on": starts_on,
            "because": because,
        },
    )
    return move


@transaction.atomic
def record_consent(
    placement: Placement, *, consented_on: date, consented_by: str, by: Access, on: date
) -> Move:
    """Write down that a parent consents to the move, by name.

    Raises NotAllowed for a day to come, without a name, or where nobody is asked.
    """
    now = locked(placement)
    move = _move(now, by)
    before = {"consented_on": move.consented_on, "consented_by": move.consented_by}
    said = _consent(consented_on, consented_by, on)
    move.consented_on, move.consented_by = said["consented_on"], said["consented_by"]
    move.save(update_fields=["consented_on", "consented_by"])
    finish(
        now,
        kind="move.consented",
        summary=f"{move.consented_by} consents to the move to {move.receiving.name}",
        by=by,
        on=on,
        before=before,
        after=said,
    )
    return move


@transaction.atomic
def answer_move(
    placement: Placement,
    *,
    answer: str,
    answered_on: date,
    by: Access,
    on: date,
    because: str = "",
    starts_on: date | None = None,
) -> MoveAnswer:
    """Write down what the receiving school or provider says: yes, yes with changes, or no.

    The latest answer stands and the earlier ones are kept. A yes ends the wait; a no ends what they
    see that day, and after a yes the wait begins again; unless the child is there already. `starts_on` is the first day there, where
    one is named. Raises NotAllowed for others than the receiving organisation's own people and the
    authority's officers, for a day to come, and for a no without a reason.
    """
    now = locked(placement)
    move = _move(now, by)
    if not may_answer(by, move):
        raise NotAllowed(f"Only {move.receiving.name} or an officer of the authority can answer.")
    if answered_on > on:
        raise NotAllowed("That day is still to come. Record the answer when it was given.")
    _must_be_in_time(now, answered_on, starts_on)
    if answer == MoveAnswerKind.DECLINED and not because.strip():
        raise NotAllowed("Say why not.")
    before = standing_answer(by, move)
    said = MoveAnswer.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        move=move,
        answer=answer,
        answered_on=answered_on,
        because=because,
        plan_number=plan.latest(by, now).number or None,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    if starts_on and answer != MoveAnswerKind.DECLINED:
        move.starts_on = starts_on
        move.save(update_fields=["starts_on"])
    stands = standing_answer(by, move)
    _follow(now, move, before=before, stands=stands, on=on)
    finish(
        now,
        kind="move.answered",
        summary=f"{move.receiving.name} says {MoveAnswerKind(answer).label.lower()}"
        + (f": {because}" if because else ""),
        by=by,
        on=on,
        before={"answer": before.answer if before else None},
        after=_answer_in_history(said, move),
    )
    return said


@transaction.atomic
def record_first_day(placement: Placement, *, first_day_on: date, by: Access, on: date) -> Move:
    """Write down the child's first day at the new school or placement, as it was.

    Never refused for what is missing: without a yes, without consent, before anybody was briefed;
    that falls due. Recording it again corrects the day. Raises NotAllowed for a day to come, or
    where nobody was asked.
    """
    if first_day_on > on:
        raise NotAllowed("That day is still to come. Record it when the child has been there.")
    now = locked(placement)
    _must_be_in_time(now, first_day_on)
    move = _move(now, by)
    before = move.first_day_on
    move.first_day_on = first_day_on
    move.save(update_fields=["first_day_on"])
    join_receiving(now, move.receiving_id, from_on=on)
    found_place(now, found=move.receiving.name, to_on=first_day_on)
    finish(
        now,
        kind="move.first-day",
        summary=f"First day at {move.receiving.name} on {short_day(first_day_on)}",
        by=by,
        on=on,
        before={"first_day_on": before},
        after={"first_day_on": first_day_on},
    )
    return move


@transaction.atomic
def withdraw_move(placement: Placement, *, because: str, by: Access, on: date) -> Move:
    """Take a move back before the first day there. Whoever was asked stops seeing the placement.

    Raises NotAllowed without a reason, or once the child has been there.
    """
    if not because.strip():
        raise NotAllowed("Say why the move is taken back.")
    now = locked(placement)
    move = _move(now, by)
    if move.first_day_on:
        raise NotAllowed(
            f"The child has been at {move.receiving.name} since {day_in_words(move.first_day_on)}."
            " Record how the placement ended instead."
        )
    before = standing_answer(by, move)
    _withdraw(now, move, because=because, on=on)
    if before is not None and before.answer != MoveAnswerKind.DECLINED:
        begin_again(now, what_for=MoveKind(move.kind).label, from_on=on)
    finish(
        now,
        kind="move.withdrawn",
        summary=f"Took back the move to {move.receiving.name}: {because}",
        by=by,
        on=on,
        after={"withdrawn_on": on, "because": because},
    )
    return move


def _must_be_under_way(now: Placement) -> None:
    if now.withdrawn_on or now.refused_on:
        raise NotAllowed("The placement was closed before it began. Start a new one.")
    if now.ended_on:
        raise NotAllowed(
            f"The placement ended on {day_in_words(now.ended_on)}. Where the child went stands there."
        )
    if not (now.agreed_on or now.urgent_on or now.first_session_on):
        raise NotAllowed("The placement is still a draft. Ask for a move once it is agreed.")


def _must_be_in_time(now: Placement, *days: date | None) -> None:
    """Raise NotAllowed for a day on which the placement was not even planned yet."""
    begins = min(filter(None, (now.first_session_on, now.starts_on, now.drafted_on)))
    if any(day and day < begins for day in days):
        raise NotAllowed(f"That is before the placement, which began {day_in_words(begins)}.")


def _must_fit(
    kind: str, receiving: Organisation, *, home_school: Organisation | None, by: Access
) -> None:
    """Raise NotAllowed where a move of this kind cannot go there."""
    if home_school is not None and receiving.pk == home_school.pk:
        raise NotAllowed(
            f"{receiving.name} is the home school. A return there needs no move: plan the return."
        )
    if receiving.is_closed:
        successor = organisations.successor(by, receiving.pk)
        then = f" {successor.name} took over: choose it." if successor else ""
        raise NotAllowed(f"{receiving.name} has closed.{then}")
    if receiving.kind == OrganisationKind.AUTHORITY:
        raise NotAllowed("An authority takes no child. Choose a school or a provider.")
    if receiving.kind == OrganisationKind.PROVIDER and kind != MoveKind.LONG_TERM:
        raise NotAllowed(f"{receiving.name} is a provider: a move there is a long-term placement.")


def _make_room(now: Placement, *, by: Access, on: date) -> None:
    """Close a move that was answered with a no. Raises NotAllowed where another is under way."""
    earlier = under_way(by, now)
    if earlier is None:
        return
    stands = standing_answer(by, earlier)
    if stands is None or stands.answer != MoveAnswerKind.DECLINED:
        raise NotAllowed(
            f"{earlier.receiving.name} is asked already, and one move goes at a time."
            " Take that one back first."
        )
    _withdraw(now, earlier, because=stands.because or "They said no.", on=on)


def _withdraw(now: Placement, move: Move, *, because: str, on: date) -> None:
    move.withdrawn_on, move.withdrawn_because = on, because
    move.save(update_fields=["withdrawn_on", "withdrawn_because"])
    leave_receiving(now, on=on)


def _follow(
    now: Placement, move: Move, *, before: MoveAnswer | None, stands: MoveAnswer | None, on: date
) -> None:
    """Let the record follow the answer that stands."""
    if stands is None:
        return
    if stands.answer == MoveAnswerKind.DECLINED:
        if move.first_day_on:
            return
        leave_receiving(now, on=on)
        if before is not None and before.answer != MoveAnswerKind.DECLINED:
            begin_again(now, what_for=MoveKind(move.kind).label, from_on=stands.answered_on)
        return
    join_receiving(now, move.receiving_id, from_on=max(on, move.joins_on))
    found_place(now, found=move.receiving.name, to_on=stands.answered_on)


def _move(now: Placement, by: Access) -> Move:
    """The move under way. Raises NotAllowed where there is none."""
    found = under_way(by, now)
    if found is None:
        raise NotAllowed(NOBODY_ASKED)
    return found


def _consent(consented_on: date | None, consented_by: str, on: date) -> dict[str, Any]:
    said = consented_by.strip()
    if consented_on and consented_on > on:
        raise NotAllowed("That day is still to come. Record the consent when it was given.")
    if bool(consented_on) != bool(said):
        raise NotAllowed("Say who consented, and on which day.")
    return {"consented_on": consented_on, "consented_by": said}


def _answer_in_history(said: MoveAnswer, move: Move) -> Mapping[str, Any]:
    return {
        "answer": said.answer,
        "answered_on": said.answered_on,
        "because": said.because,
        "plan_number": said.plan_number,
        "starts_on": move.starts_on,
    }
