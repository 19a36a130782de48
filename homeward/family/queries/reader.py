"""For whom a page of the family is: one adult, the child, and the placement that is theirs now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from homeward.links import queries as links
from homeward.links.codes import LinkKind
from homeward.links.models import Device
from homeward.organisations.access import Access, system
from homeward.placements.models import Placement
from homeward.pupils.models import FamilyAdult, Pupil


@dataclass(frozen=True, slots=True)
class Reader:
    """One adult who reads their own page. `access` is theirs: it names them and nobody who signs in."""

    adult: FamilyAdult
    pupil: Pupil
    placement: Placement | None
    access: Access


def reader(access: Access, device: Device, *, on: date) -> Reader | None:
    """The adult whose page a known device opens, with the placement to show; None for nobody.

    Nobody is somebody who left the family, who may not receive letters any more, or whose child has
    moved to another authority: two queries.
    """
    return reader_of(access, device.whom, device.keeper_id, on=on)


def reader_of(access: Access, whom: UUID, keeper: int, *, on: date) -> Reader | None:
    """The adult of a reference, likewise."""
    adult = (
        _adults(on)
        .filter(reference=whom, keeper_id=keeper)
        .select_related("pupil__home_school", "household")
        .first()
    )
    if adult is None:
        return None
    return Reader(
        adult=adult,
        pupil=adult.pupil,
        placement=placement_to_show(access, adult.pupil, on=on),
        access=acting(access, adult, on=on),
    )


def acting(access: Access, adult: FamilyAdult, *, on: date) -> Access:
    """The access with which an adult of a family acts: a name, and nobody who signs in."""
    return Access(person_name=adult.name, authority=adult.keeper_id, on=on)


def has_page(access: Access, kind: str, whom: UUID, *, on: date) -> bool:
    """Whether somebody of a family has a page now, whatever their link says: one query."""
    if kind == LinkKind.ADULT:
        return _adults(on).filter(reference=whom).exists()
    return _pupils().filter(reference=whom).exists()


def is_blocked(access: Access, whom: UUID) -> bool:
    """Whether somebody's word was tried wrongly too often: one query."""
    agreed = links.word(access, whom)
    return agreed is not None and agreed.blocked_at is not None


def placement_to_show(access: Access, pupil: Pupil, *, on: date) -> Placement | None:
    """The child's newest placement that is agreed or has begun; else the one that ended last."""
    begun = Q(agreed_on__lte=on) | Q(urgent_on__lte=on) | Q(first_session_on__lte=on)
    closed = Q(withdrawn_on__lte=on) | Q(refused_on__lte=on)
    rows = (
        Placement.objects.filter(begun, pupil=pupil)
        .exclude(closed)
        .select_related("provider__organisation", "home_school", "commissioner", "keeper")
    )
    return _newest(list(rows), on)


def _newest(rows: Iterable[Placement], on: date) -> Placement | None:
    """One that lasts stands before one that ended; of each the newest."""

    def rank(row: Placement) -> tuple[bool, date, int]:
        has_ended = row.ended_on is not None and row.ended_on <= on
        last = row.ended_on if has_ended and row.ended_on else row.starts_on or row.drafted_on
        return (not has_ended, last, row.pk)

    return max(rows, key=rank, default=None)


def _adults(on: date) -> "QuerySet[FamilyAdult]":
    return FamilyAdult.objects.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=on),
        may_receive_letters=True,
        pupil__in=_pupils(),
    )


def _pupils() -> "QuerySet[Pupil]":
    """Children who have not moved to another authority, where their record goes on."""
    return Pupil.objects.exclude(Exists(Pupil.objects.filter(moved_from=OuterRef("pk"))))


def reads_as(access: Access, keeper: int) -> Access:
    """The access with which a page of the family is put together: that of the record's keeper."""
    return system(keeper)
