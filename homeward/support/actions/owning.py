"""Who of the team has a request."""

from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Membership, Person
from homeward.organisations.roles import roles_with
from homeward.support.actions.finishing import (
    NotAllowed,
    finish,
    locked,
    must_answer,
    must_be_open,
)
from homeward.support.models import Ownership, SupportRequest


class AlreadyTaken(ValueError):
    """Somebody else of the team was quicker."""


@transaction.atomic
def take(found: SupportRequest, *, by: Access, on: date) -> Ownership:
    """Take a request that nobody has. Taking one's own again changes nothing.

    Raises AlreadyTaken with the name of who has it, IsClosed, NotAllowed.
    """
    must_answer(by, found)
    now = locked(found)
    must_be_open(now)
    held = _held(now)
    if held is not None and held.person_id == by.somebody:
        return held
    if held is not None and _is_at_work(held.person_id, now, on):
        raise AlreadyTaken(f"{held.person.name} has taken this request already.")
    owner = _give(now, held, by.somebody, on)
    finish(now, kind="taken", summary=f"{by.person_name} took the request", by=by, on=on)
    return owner


@transaction.atomic
def hand_over(found: SupportRequest, *, to: Person, by: Access, on: date) -> Ownership:
    """Give a request to somebody of the authority who answers requests.

    Raises NotAllowed for anybody else, IsClosed.
    """
    must_answer(by, found)
    now = locked(found)
    must_be_open(now)
    if not _is_at_work(to.pk, now, on):
        raise NotAllowed(f"{to.name} does not answer requests here.")
    held = _held(now)
    if held is not None and held.person_id == to.pk:
        return held
    owner = _give(now, held, to.pk, on)
    finish(now, kind="handed-over", summary=f"{to.name} has the request now", by=by, on=on)
    return owner


def take_if_free(found: SupportRequest, *, by: Access, on: date) -> None:
    """Whoever answers first has the request, where nobody had it. The row is locked by now."""
    held = _held(found)
    if by.person is not None and (held is None or not _is_at_work(held.person_id, found, on)):
        _give(found, held, by.person, on)


def _held(found: SupportRequest) -> Ownership | None:
    rows = Ownership.objects.filter(request=found, to_on__isnull=True)
    return rows.select_related("person").first()


def _give(found: SupportRequest, held: Ownership | None, person: int, on: date) -> Ownership:
    if held is not None:
        held.to_on = max(on, held.from_on)
        held.save(update_fields=["to_on"])
    return Ownership.objects.create(
        keeper_id=found.keeper_id, request=found, person_id=person, from_on=on
    )


def _is_at_work(person: int, found: SupportRequest, on: date) -> bool:
    """Whether somebody answers requests at this authority on a day."""
    held = Membership.objects.filter(
        person_id=person,
        person__is_active=True,
        organisation_id=found.keeper_id,
        role__in=[role.name for role in roles_with(May.ANSWER_REQUESTS)],
    )
    return any(one.runs_on(on) for one in held)
