"""The facts of requests as the rules take them: five queries, however many requests there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.models import Membership
from homeward.support.models import Outcome, Ownership, Reply, RequestStep, SupportRequest
from homeward.support.rules.facts import Facts, PlannedStep, Turn


def newest(access: Access, authority: int, most: int) -> tuple[list[SupportRequest], int]:
    """The newest requests to the teams of an authority, and how many there are in all."""
    asked = SupportRequest.objects.filter(keeper_id=authority)
    return list(asked.order_by("-pk")[:most]), asked.count()


def facts_of_many(access: Access, found: Sequence[SupportRequest], *, on: date) -> dict[int, Facts]:
    """The facts of several requests, by key. Somebody who has left a place stands as nobody."""
    keys = [one.pk for one in found]
    owners, outcomes = _owners(keys), _outcomes(keys)
    turns, steps = _turns(keys), _steps(keys)
    here = _at_work({one.asked_by_id for one in found} | {*owners.values()} | _people(steps), on)
    return {
        one.pk: Facts(
            asked_on=one.asked_on,
            team=one.team_id,
            school=one.asked_from_id,
            turns=turns[one.pk],
            owner=_still(owners.get(one.pk), one.keeper_id, here),
            asker=_still(one.asked_by_id, one.asked_from_id, here),
            closed_on=outcomes.get(one.pk),
            steps=[_step(row, one.keeper_id, here) for row in steps[one.pk]],
        )
        for one in found
    }


def facts(access: Access, found: SupportRequest, *, on: date) -> Facts:
    """The facts of one request."""
    return facts_of_many(access, [found], on=on)[found.pk]


def _owners(keys: list[int]) -> dict[int, int]:
    rows = Ownership.objects.filter(request__in=keys, to_on__isnull=True)
    return dict(rows.values_list("request_id", "person_id"))


def _outcomes(keys: list[int]) -> Mapping[int, date]:
    rows = Outcome.objects.filter(request__in=keys, reopened_on__isnull=True)
    return dict(rows.values_list("request_id", "closed_on"))


def _turns(keys: list[int]) -> Mapping[int, list[Turn]]:
    found: dict[int, list[Turn]] = defaultdict(list)
    rows = Reply.objects.filter(request__in=keys).order_by("id")
    names = ("request_id", "written_on", "is_from_team", "awaits", "reference")
    for key, on, is_from_team, awaits, reference, closed_on in rows.values_list(
        *names, "reopens__closed_on"
    ):
        number = len(found[key]) + 1
        found[key].append(Turn(number, on, is_from_team, awaits, str(reference), closed_on))
    return found


def _steps(keys: list[int]) -> Mapping[int, list[RequestStep]]:
    found: dict[int, list[RequestStep]] = defaultdict(list)
    for row in RequestStep.objects.filter(request__in=keys).order_by("by_on", "id"):
        found[row.request_id].append(row)
    return found


def _people(steps: Mapping[int, list[RequestStep]]) -> set[int]:
    return {row.person_id for rows in steps.values() for row in rows}


def _at_work(people: Iterable[int], on: date) -> set[tuple[int, int]]:
    """Who of these people works where on a day."""
    rows = Membership.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gt=on),
        person__in=[*people],
        person__is_active=True,
        from_on__lte=on,
    )
    return set(rows.values_list("person_id", "organisation_id"))


def _still(person: int | None, place: int, here: set[tuple[int, int]]) -> int | None:
    return person if person is not None and (person, place) in here else None


def _step(row: RequestStep, keeper: int, here: set[tuple[int, int]]) -> PlannedStep:
    return PlannedStep(
        reference=str(row.reference),
        what=row.what,
        written_on=row.written_on,
        by_on=row.by_on,
        person=_still(row.person_id, keeper, here),
        done_on=row.done_on,
    )
