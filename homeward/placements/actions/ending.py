"""A placement ended: a fact, planned or not, recorded by whoever knows it, and put right if need be."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from homeward.calendars import queries as calendars
from homeward.calendars.rules import DatesNeeded
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.receiving import join_receiving
from homeward.placements.actions.waiting import found_place
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Outcome
from homeward.placements.models import Ending, Party, Placement
from homeward.placements.queries.checks import judged_of
from homeward.placements.queries.ended import ending_of, newest_ending
from homeward.placements.queries.moving import moves
from homeward.placements.rules.checks import CHECKED_OUTCOMES
from homeward.placements.rules.known import day_in_words
from homeward.placements.rules.move import PLACE_FOUND
from homeward.web.days import short_day

ENDED_AFTER_ALL = "It ended after all"


class AlreadyEnded(ValueError):
    """The placement has an ending."""


class NotEnded(ValueError):
    """There is no ending to put right, or somebody else has just put it right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingSaid:
    """How a placement ended, as somebody says it. See the model for what each field means."""

    ended_on: date
    outcome: str
    is_planned: bool
    destination: str = ""
    because: str = ""
    child_said: str = ""
    helped: str = ""
    what_worked: str = ""
    follow_up: str = ""
    first_day_on: date | None = None
    goes_to: Organisation | None = None


@transaction.atomic
def record_ending(
    placement: Placement,
    *,
    ended_on: date,
    outcome: str,
    is_planned: bool,
    destination: str = "",
    because: str = "",
    child_said: str = "",
    helped: str = "",
    what_worked: str = "",
    follow_up: str = "",
    first_day_on: date | None = None,
    goes_to: Organisation | None = None,
    by: Access,
    on: date,
) -> Ending:
    """Write down how and when a placement ended. Weeks after the last day are no longer due.

    After a return or a move it is checked, from the first day there on, whether it holds; without a
    word about where the child goes it is the home school, or the school of the move under way.
    Raises AlreadyEnded, or NotAllowed for a day to come, a day before the start, or a placement
    that never started.
    """
    now = locked(placement)
    if now.ended_on:
        raise AlreadyEnded(f"It ended on {day_in_words(now.ended_on)} already.")
    said = EndingSaid(
        ended_on=ended_on,
        outcome=outcome,
        is_planned=is_planned,
        destination=destination,
        because=because,
        child_said=child_said,
        helped=helped,
        what_worked=what_worked,
        follow_up=follow_up,
        first_day_on=first_day_on,
        goes_to=goes_to,
    )
    earlier = newest_ending(by, now)
    ending = _written(
        now,
        said=said,
        corrects=earlier,
        because=ENDED_AFTER_ALL if earlier else "",
        by=by,
        on=on,
    )
    finish(
        now,
        kind="ended",
        summary=f"{Outcome(outcome).label}, last day {short_day(ended_on)}",
        by=by,
        on=on,
        after=_payload(ending),
    )
    return ending


@transaction.atomic
def correct_ending(
    placement: Placement, *, said: EndingSaid, because: str, by: Access, on: date
) -> Ending:
    """Write a corrected ending in place of the one that stands, which stays in the history.

    Checks that were answered stay, and count where they were made after the first day that is now
    written. Raises NotEnded, or NotAllowed like `record_ending` and where no reason is given.
    """
    now, wrong = _standing(placement, because, by)
    ending = _written(now, said=said, corrects=wrong, because=because, by=by, on=on)
    finish(
        now,
        kind="ending.corrected",
        summary=f"Corrected how it ended: {because}",
        by=by,
        on=on,
        before=_payload(wrong),
        after=_payload(ending),
    )
    return ending


@transaction.atomic
def take_back_ending(placement: Placement, *, because: str, by: Access, on: date) -> None:
    """Take back an ending that was recorded by mistake: the placement runs on as if never ended.

    Raises NotEnded, or NotAllowed where no reason is given.
    """
    now, wrong = _standing(placement, because, by)
    _create(
        now,
        said=EndingSaid(
            ended_on=wrong.ended_on, outcome=wrong.outcome, is_planned=wrong.is_planned
        ),
        corrects=wrong,
        because=because,
        is_withdrawn=True,
        by=by,
        on=on,
    )
    now.ended_on = now.checks_from_on = now.held_on = now.not_held_on = None
    _save(now)
    finish(
        now,
        kind="ending.taken-back",
        summary=f"Took back the ending of {short_day(wrong.ended_on)}: {because}",
        by=by,
        on=on,
        before=_payload(wrong),
    )


def _standing(placement: Placement, because: str, by: Access) -> tuple[Placement, Ending]:
    now = locked(placement)
    wrong = ending_of(by, now)
    if wrong is None:
        raise NotEnded("It has no ending, or somebody has just taken it back. Look at it again.")
    if not because.strip():
        raise NotAllowed("Say why it is put right.")
    return now, wrong


def _written(
    now: Placement,
    *,
    said: EndingSaid,
    corrects: Ending | None,
    because: str,
    by: Access,
    on: date,
) -> Ending:
    """Write the row, and what follows from it on the placement's own."""
    _refuse_impossible(now, said, on)
    goes_to, first_day_on = _onward(now, said, by)
    ending = _create(
        now,
        said=said,
        goes_to=goes_to,
        first_day_on=first_day_on,
        corrects=corrects,
        because=because,
        by=by,
        on=on,
    )
    now.ended_on = said.ended_on
    now.checks_from_on = now.held_on = now.not_held_on = None
    if said.outcome in CHECKED_OUTCOMES:
        place = goes_to or now.home_school_id or now.commissioner_id
        now.checks_from_on = first_day_on or _day_after(said.ended_on, place, by)
        known = judged_of(by, now)
        now.held_on, now.not_held_on = known.held_on, known.not_held_on
    _save(now)
    if goes_to is not None and now.checks_from_on is not None:
        _let_see(now, goes_to, from_on=now.checks_from_on)
    if said.outcome in PLACE_FOUND:
        found_place(now, found=Outcome(said.outcome).label, to_on=said.ended_on)
    return ending


def _refuse_impossible(now: Placement, said: EndingSaid, on: date) -> None:
    if said.ended_on > on:
        raise NotAllowed("That day is still to come. Record the ending when it has happened.")
    begins = now.first_session_on or now.starts_on
    if begins is None or not (now.agreed_on or now.urgent_on or now.first_session_on):
        raise NotAllowed("The placement has not started. Withdraw it instead.")
    if said.ended_on < begins:
        raise NotAllowed("The last day must be on or after the first day.")
    if said.first_day_on and said.first_day_on < begins:
        raise NotAllowed("The first day back or there must be after the placement began.")


def _onward(now: Placement, said: EndingSaid, by: Access) -> tuple[int | None, date | None]:
    """Where the child is from now on, and from which day: as said, or as the record knows."""
    if said.outcome == Outcome.RETURNED:
        return now.home_school_id, said.first_day_on
    if said.outcome != Outcome.MOVED:
        return (said.goes_to.pk if said.goes_to else None), said.first_day_on
    move = moves(by, [now]).moves.get(now.pk)
    goes_to = said.goes_to.pk if said.goes_to else (move.receiving if move else None)
    is_as_moved = move is not None and move.receiving == goes_to
    known = (move.first_day_on or move.starts_on) if move and is_as_moved else None
    return goes_to, said.first_day_on or known


def _day_after(ended_on: date, place: int, by: Access) -> date:
    """The next school day of where the child is; the day itself where term dates are missing."""
    try:
        return calendars.calendar(by, place).nth_school_day_after(ended_on, 1)
    except DatesNeeded:
        return ended_on + timedelta(days=1)


def _create(
    now: Placement,
    *,
    said: EndingSaid,
    corrects: Ending | None,
    because: str,
    by: Access,
    on: date,
    goes_to: int | None = None,
    first_day_on: date | None = None,
    is_withdrawn: bool = False,
) -> Ending:
    try:
        with transaction.atomic():
            return Ending.objects.create(
                keeper_id=now.keeper_id,
                placement=now,
                ended_on=said.ended_on,
                outcome=said.outcome,
                destination=said.destination,
                is_planned=said.is_planned,
                because=said.because,
                child_said=said.child_said,
                helped=said.helped,
                what_worked=said.what_worked,
                follow_up=said.follow_up,
                first_day_on=first_day_on,
                goes_to_id=goes_to,
                corrects=corrects,
                corrected_because=because,
                is_withdrawn=is_withdrawn,
                recorded_on=on,
                recorded_by_id=by.somebody,
            )
    except IntegrityError as collision:
        raise NotEnded("Somebody has put this ending right since you opened it.") from collision


def _save(now: Placement) -> None:
    now.edited += 1
    now.save(update_fields=["ended_on", "checks_from_on", "held_on", "not_held_on", "edited"])


def _let_see(now: Placement, place: int, *, from_on: date) -> None:
    """Let the school or provider where the child is see the record, and answer the checks."""
    if Party.objects.filter(placement=now, organisation_id=place, to_on__isnull=True).exists():
        return
    join_receiving(now, place, from_on=from_on)


def _payload(ending: Ending) -> dict[str, object]:
    return {
        "ended_on": ending.ended_on,
        "outcome": ending.outcome,
        "is_planned": ending.is_planned,
        "destination": ending.destination,
        "goes_to": ending.goes_to_id,
        "first_day_on": ending.first_day_on,
    }
