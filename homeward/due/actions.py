"""Making the table say what the rules say, and the one decision people take about it: a waiver."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched
from uuid import UUID

from django.db import transaction

from homeward.due import kinds as registry
from homeward.due.models import Expectation, stored_rows
from homeward.due.rules import Expected, Settlement, differences, wanted
from homeward.history.actions import record
from homeward.organisations.access import Access

__all__ = [
    "CannotBeWaived",
    "NothingDue",
    "ReasonNeeded",
    "Settled",
    "Settlement",
    "settle",
    "settle_many",
    "unwaive",
    "waive",
]

AT_ONCE = 500

_DERIVED = (
    "owner",
    "role",
    "person",
    "team",
    "opens_on",
    "due_on",
    "subject",
    "arithmetic",
    "met_on",
    "met_by",
    "lapsed_on",
    "is_set_aside",
)


class NothingDue(LookupError):
    """There is no such line, or it is not due from the organisation of whoever asks."""


class CannotBeWaived(ValueError):
    """The line is already met or waived, or is of a kind that law or safety asks."""


class ReasonNeeded(ValueError):
    """A waiver says why."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How many rows were written. All noughts when the table already said what the rules say."""

    created: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "Settled") -> "Settled":
        return Settled(
            self.created + other.created,
            self.changed + other.changed,
            self.removed + other.removed,
        )

    def __bool__(self) -> bool:
        return bool(self.created or self.changed or self.removed)


def settle(
    about: UUID,
    *,
    keeper: int,
    owner: int,
    expected: Sequence[Expected],
    kinds: Collection[str],
    on: date,
) -> Settled:
    """Make the rows of one record equal to what is expected, for these kinds and no others.

    One read, then at most one statement each to create, change and remove; doing it twice writes nothing.
    Raises UnknownKind where something of another kind is expected, TwiceExpected for the same twice.
    """
    one = Settlement(about=about, keeper=keeper, owner=owner, expected=expected)
    return settle_many([one], kinds=kinds, on=on)


def settle_many(settlements: Iterable[Settlement], *, kinds: Collection[str], on: date) -> Settled:
    """Settle many records, 500 at a time, each batch in a transaction of its own. See `settle`."""
    settled = Settled()
    for batch in batched(settlements, AT_ONCE):
        settled += _settle_batch(batch, kinds=kinds)
    return settled


@transaction.atomic
def _settle_batch(settlements: Sequence[Settlement], *, kinds: Collection[str]) -> Settled:
    stored = stored_rows([one.about for one in settlements], kinds=kinds)
    write: list[Expectation] = []
    set_aside: list[int] = []
    remove: list[int] = []
    created = 0
    for one in settlements:
        expected = wanted(one.filled(), kinds=kinds)
        found = differences(stored.get((one.keeper, one.about), ()), expected)
        write += [_row(one, new) for new in found.create]
        write += [_row(one, now) for _, now in found.change]
        set_aside += [was.id for was in found.set_aside]
        remove += [was.id for was in found.remove]
        created += len(found.create)
    _write(write, set_aside=set_aside, remove=remove)
    return Settled(created, len(write) - created + len(set_aside), len(remove))


def _row(settlement: Settlement, says: Expected) -> Expectation:
    return Expectation(
        keeper_id=settlement.keeper,
        about=settlement.about,
        kind=says.kind,
        period=says.period,
        owner_id=says.owner or settlement.owner,
        role=says.role,
        person_id=says.person,
        team_id=says.team,
        opens_on=says.opens_on,
        due_on=says.due_on,
        subject=says.subject,
        arithmetic=says.arithmetic,
        met_on=says.met_on,
        met_by=says.met_by,
        lapsed_on=says.lapsed_on,
    )


def _write(rows: list[Expectation], *, set_aside: list[int], remove: list[int]) -> None:
    """Rows that exist are changed where they stand: their reference and their waiver stay.

    Two settlements of one record at once end as the later one said, without an error.
    """
    if rows:
        Expectation.objects.bulk_create(
            rows,
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=["keeper", "about", "kind", "period"],
            update_fields=_DERIVED,
        )
    if set_aside:
        Expectation.objects.filter(id__in=set_aside).update(is_set_aside=True)
    if remove:
        Expectation.objects.filter(id__in=remove).delete()


@transaction.atomic
def waive(reference: UUID, *, because: str, by: Access, on: date) -> None:
    """Decide that a line need not be done, and say why. It stays in sight with the name and the reason.

    Raises NothingDue, CannotBeWaived, ReasonNeeded.
    """
    if not because.strip():
        raise ReasonNeeded("Say why this need not be done.")
    line = _locked(reference, by=by)
    kind = registry.kind(line.kind)
    if line.met_on or line.waived_on or not kind.may_waive:
        raise CannotBeWaived(f"{kind.title} cannot be waived.")
    line.waived_on, line.waived_because = on, because.strip()
    line.waived_by, line.waived_by_name = by.person, by.person_name
    line.save(update_fields=["waived_on", "waived_because", "waived_by", "waived_by_name"])
    record(
        keeper=line.keeper_id,
        about=line.about,
        kind="due.waived",
        summary=f"{kind.title} ({line.period}) was waived: {line.waived_because}",
        by=by,
        on=on,
    )


@transaction.atomic
def unwaive(reference: UUID, *, by: Access, on: date) -> None:
    """Take a waiver back: the line is due again, or goes where the rules no longer ask for it.

    Raises NothingDue, CannotBeWaived where it is not waived.
    """
    line = _locked(reference, by=by)
    title = registry.kind(line.kind).title
    if line.waived_on is None:
        raise CannotBeWaived(f"{title} is not waived.")
    before = {"waived_on": line.waived_on, "waived_because": line.waived_because}
    if line.is_set_aside:
        line.delete()
    else:
        line.waived_on, line.waived_because = None, ""
        line.waived_by, line.waived_by_name = None, ""
        line.save(update_fields=["waived_on", "waived_because", "waived_by", "waived_by_name"])
    record(
        keeper=line.keeper_id,
        about=line.about,
        kind="due.unwaived",
        summary=f"The waiver of {title} ({line.period}) was taken back",
        by=by,
        on=on,
        before=before,
    )


def _locked(reference: UUID, *, by: Access) -> Expectation:
    line = (
        Expectation.objects.select_for_update()
        .filter(reference=reference, owner_id=by.organisation)
        .first()
    )
    if line is None:
        raise NothingDue("There is no such line, or it is due from somebody else.")
    return line
