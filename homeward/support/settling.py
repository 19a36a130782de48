"""Making what is due about requests equal to what the rules say."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import batched
from uuid import UUID

from homeward.calendars import actions as calendar_actions
from homeward.calendars import queries as calendars
from homeward.calendars.rules import DatesNeeded
from homeward.due import sources
from homeward.due.actions import settle_many
from homeward.due.rules import Expected, Settlement
from homeward.organisations import queries as organisations
from homeward.organisations.access import system
from homeward.organisations.rules.policy import Policy
from homeward.support.models import SupportRequest
from homeward.support.queries.facts import facts_of_many
from homeward.support.rules.expected import KINDS, expected

AT_ONCE = 200


def settle_request(found: SupportRequest, *, on: date) -> None:
    """Settle what is due about one request, inside the caller's transaction."""
    _settle([found], on=on)


def settle_all(*, on: date) -> int:
    """Settle every request; answers how many."""
    count = 0
    for batch in _batches():
        _settle(batch, on=on)
        count += len(batch)
    return count


def settlements(
    found: Sequence[SupportRequest], *, on: date, policies: Mapping[int, Policy] | None = None
) -> list[Settlement]:
    """What the rules expect about each request, to be compared with what is stored.

    By the numbers of the day, or by other `policies` of the keepers, to see what they would ask.
    """
    return _settlements(found, on=on, needed=set(), policies=policies)


def declare() -> None:
    """Say how what is due about requests is worked out anew, for whoever compares."""
    sources.register(
        sources.Source(name="requests", kinds=KINDS, settlements=_everything, known=_known)
    )


def _settle(found: Sequence[SupportRequest], *, on: date) -> None:
    needed: set[tuple[int, str]] = set()
    settle_many(_settlements(found, on=on, needed=needed), kinds=KINDS, on=on)
    for owner, year in sorted(needed):
        calendar_actions.expect_dates({(owner, year)}, by=system(owner), on=on)


def _settlements(
    found: Sequence[SupportRequest],
    *,
    on: date,
    needed: set[tuple[int, str]],
    policies: Mapping[int, Policy] | None = None,
) -> list[Settlement]:
    keepers = sorted({one.keeper_id for one in found})
    if not keepers:
        return []
    by = system(keepers[0])
    facts = facts_of_many(by, found, on=on)
    timetables = calendars.calendars(by, keepers)
    numbers = {key: organisations.policy(system(key), key, on) for key in keepers}
    numbers |= dict(policies or {})

    def asked(one: SupportRequest) -> list[Expected]:
        def missing(dates: DatesNeeded) -> None:
            needed.add((one.keeper_id, dates.year))

        return expected(
            facts[one.pk],
            calendar=timetables[one.keeper_id],
            within=numbers[one.keeper_id].support_answer_school_days,
            missing=missing,
        )

    return [
        Settlement(
            about=one.reference, keeper=one.keeper_id, owner=one.keeper_id, expected=asked(one)
        )
        for one in found
    ]


def _batches() -> Iterator[list[SupportRequest]]:
    rows = SupportRequest.objects.order_by("pk").iterator(chunk_size=2000)
    return map(list, batched(rows, AT_ONCE))


def _everything(on: date) -> Iterable[Sequence[Settlement]]:
    return (settlements(batch, on=on) for batch in _batches())


def _known(abouts: Collection[UUID]) -> Collection[UUID]:
    rows = SupportRequest.objects.filter(reference__in=list(abouts))
    return list(rows.values_list("reference", flat=True))
