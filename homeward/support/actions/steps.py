"""What the team does about a request: planned for a day, and done."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.models import Person
from homeward.support.actions.finishing import (
    finish,
    locked,
    must_answer,
    must_be_open,
    must_have_happened,
)
from homeward.support.codes import StepKind
from homeward.support.models import RequestStep, SupportRequest
from homeward.web.days import short_day


class AlreadyDone(ValueError):
    """The step was recorded as done before."""


@transaction.atomic
def plan_step(
    found: SupportRequest,
    *,
    kind: str,
    what: str,
    by_on: date,
    person: Person,
    by: Access,
    on: date,
) -> RequestStep:
    """Plan something for a day; it falls due from its owner. Raises IsClosed, NotAllowed."""
    must_answer(by, found)
    now = locked(found)
    must_be_open(now)
    step = RequestStep.objects.create(
        keeper_id=now.keeper_id,
        request=now,
        kind=kind,
        what=what,
        person=person,
        written_on=on,
        by_on=by_on,
    )
    label = StepKind(kind).label
    summary = f"{label} planned by {short_day(by_on)}: {person.name}"
    finish(now, kind="step-planned", summary=summary, by=by, on=on)
    return step


@transaction.atomic
def finish_step(
    step: RequestStep, *, done_on: date, by: Access, on: date, came_of_it: str = ""
) -> RequestStep:
    """Record that a step was done, also where the request is closed by now: it happened.

    Raises NotYet for a day to come, AlreadyDone, NotAllowed.
    """
    must_answer(by, step.request)
    must_have_happened(done_on, on, "the step")
    now = locked(step.request)
    step = RequestStep.objects.select_for_update().get(pk=step.pk)
    if step.done_on is not None:
        raise AlreadyDone(f"This was recorded as done on {short_day(step.done_on)}.")
    step.done_on, step.came_of_it = done_on, came_of_it
    step.save(update_fields=["done_on", "came_of_it"])
    label = StepKind(step.kind).label
    summary = f"{label} done on {short_day(done_on)}"
    finish(now, kind="step-done", summary=summary, by=by, on=on)
    return step
