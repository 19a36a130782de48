"""The start gate: agreed, started urgently, started in fact, or not started at all."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from homeward.organisations import queries as organisations
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.placements.actions.draft import NotAllowed, join_provider, refuse_overlap
from homeward.placements.actions.writing import finish, locked
from homeward.placements.models import Placement, UrgentStart
from homeward.placements.queries import gate, plan
from homeward.placements.rules.gate import Draft, Gap
from homeward.pupils.models import Pupil
from homeward.web.days import plural, short_day


class GapsRemain(Exception):
    """The mark is withheld; `gaps` says which promises the record does not yet keep."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        super().__init__(" ".join(gap.says for gap in gaps))
        self.gaps = tuple(gaps)


class AlreadyAgreed(ValueError):
    """The placement is agreed already."""


class NotStarted(ValueError):
    """A start that has not happened cannot be recorded."""


@transaction.atomic
def agree(placement: Placement, *, by: Access, on: date) -> Placement:
    """Mark a placement agreed, once every promise of the start gate is kept.

    Also closes an urgent start, or one that simply happened. Raises GapsRemain, AlreadyAgreed, or
    NotAllowed where sessions overlap or the placement was withdrawn.
    """
    now, draft = _at_the_gate(placement, by=by, on=on)
    remaining = gate.gaps_of(draft, organisations.policy(by, now.keeper_id, on))
    if remaining:
        raise GapsRemain(remaining)
    refuse_overlap(now, by=by)
    now.agreed_on, now.agreed_by_id = on, by.person
    now.is_registered_at_start = draft.standing == "registered"
    now.edited += 1
    now.save(update_fields=["agreed_on", "agreed_by", "is_registered_at_start", "edited"])
    join_provider(now, on=on)
    finish(
        now,
        kind="agreed",
        summary="Agreed the placement",
        by=by,
        on=on,
        after={"agreed_on": on, "is_registered_at_start": now.is_registered_at_start},
    )
    return now


@transaction.atomic
def allow_urgent_start(placement: Placement, *, because: str, by: Access, on: date) -> Placement:
    """Let a placement start with named gaps: a child who has nowhere to go tomorrow.

    Only a headteacher, named deputy or authority officer may allow it, with a reason. Only the
    provider, where the child will be each session, and at least a spoken safeguarding
    confirmation cannot wait. Raises NotAllowed or GapsRemain.
    """
    if not by.holds(May.ALLOW_URGENT_START):
        raise NotAllowed(
            "Only the headteacher, a named deputy or an authority officer may allow an urgent start."
        )
    if not because.strip():
        raise NotAllowed("Say why the placement cannot wait.")
    now, draft = _at_the_gate(placement, by=by, on=on)
    if now.urgent_on:
        raise AlreadyAgreed("An urgent start was already allowed.")
    remaining = gate.gaps_of(draft, organisations.policy(by, now.keeper_id, on))
    cannot_wait = [gap for gap in remaining if not gap.is_postponable]
    if cannot_wait:
        raise GapsRemain(cannot_wait)
    refuse_overlap(now, by=by)
    UrgentStart.objects.create(
        keeper_id=now.keeper_id,
        placement=now,
        allowed_on=on,
        allowed_by_id=by.somebody,
        allowed_as=by.role_says[:60],
        because=because,
        gaps=[gap.key for gap in remaining],
    )
    now.urgent_on = on
    now.edited += 1
    now.save(update_fields=["urgent_on", "edited"])
    join_provider(now, on=on)
    finish(
        now,
        kind="urgent-start",
        summary=f"Allowed an urgent start with {plural(len(remaining), 'gap')}: {because}",
        by=by,
        on=on,
        after={"gaps": [gap.key for gap in remaining], "because": because},
    )
    return now


@transaction.atomic
def record_first_session(placement: Placement, *, came_on: date, by: Access, on: date) -> Placement:
    """Write down that the child came: a fact that is never refused, whatever the record lacks.

    What the gate still misses falls due. A placement that was withdrawn or not agreed is open again,
    for the child is there. Raises NotStarted for a day to come, or after an ending.
    """
    if came_on > on:
        raise NotStarted("That day is still to come. Record it when the child has been.")
    now = locked(placement)
    if now.ended_on and came_on > now.ended_on:
        raise NotStarted("This placement has ended. Start a new one that follows it.")
    before = now.first_session_on
    now.first_session_on = came_on
    if now.starts_on is None and (now.ends_on is None or now.ends_on >= came_on):
        now.starts_on = came_on
    now.withdrawn_on = now.refused_on = None
    now.edited += 1
    now.save(
        update_fields=["first_session_on", "starts_on", "withdrawn_on", "refused_on", "edited"]
    )
    join_provider(now, on=came_on)
    finish(
        now,
        kind="first-session",
        summary=f"Came for the first time on {short_day(came_on)}",
        by=by,
        on=on,
        before={"first_session_on": before},
        after={"first_session_on": came_on},
    )
    return now


@transaction.atomic
def withdraw(placement: Placement, *, because: str, by: Access, on: date) -> Placement:
    """Withdraw a placement before its start. Raises NotAllowed once the child has come."""
    return _close(placement, field="withdrawn_on", word="Withdrew", because=because, by=by, on=on)


@transaction.atomic
def refuse(placement: Placement, *, because: str, by: Access, on: date) -> Placement:
    """Say no to a placement before its start. Raises NotAllowed once the child has come."""
    return _close(
        placement, field="refused_on", word="Did not agree", because=because, by=by, on=on
    )


def _close(
    placement: Placement, *, field: str, word: str, because: str, by: Access, on: date
) -> Placement:
    now = locked(placement)
    if now.first_session_on:
        raise NotAllowed("The child has been there: record how the placement ended instead.")
    if not because.strip():
        raise NotAllowed("Say why.")
    if now.withdrawn_on or now.refused_on or now.ended_on:
        raise NotAllowed("The placement is already closed.")
    setattr(now, field, on)
    now.closed_because = because
    now.edited += 1
    now.save(update_fields=[field, "closed_because", "edited"])
    finish(
        now,
        kind="closed",
        summary=f"{word} before the start: {because}",
        by=by,
        on=on,
        after={field: on, "because": because},
    )
    return now


def _at_the_gate(placement: Placement, *, by: Access, on: date) -> tuple[Placement, Draft]:
    """The placement and what it says, under the locks of the child's row and its own."""
    Pupil.objects.select_for_update().get(pk=placement.pupil_id)
    now = locked(placement)
    if now.agreed_on:
        raise AlreadyAgreed("The placement is already agreed.")
    if now.withdrawn_on or now.refused_on or now.ended_on:
        raise NotAllowed("The placement is closed. Start a new one.")
    return now, gate.draft(by, now, version=plan.latest(by, now), on=on)
