"""A child's whole record, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.calendars.rules import age_on
from homeward.organisations.access import Access
from homeward.pupils.codes import CHANNEL_SAYS, HIDES_SAYS, RELATIONSHIP_SAYS, Channel, Hides
from homeward.pupils.codes import Relationship as Who
from homeward.pupils.models import FamilyAdult, Household, Pupil, Shield
from homeward.pupils.queries.visible import is_own, pupil, sees_shields
from homeward.pupils.rules.shields import Adult, Home, Kept
from homeward.pupils.rules.year_groups import why_another_year, year_says


@dataclass(frozen=True, slots=True)
class ShownShield:
    reference: UUID
    adult: str
    what: str
    because: str
    from_on: date
    until_on: date | None
    stands: bool


@dataclass(frozen=True, slots=True)
class ShownAdult:
    """One adult of the family; `kept` lists what must not be told to them today."""

    row: FamilyAdult
    who: str
    channel: str
    address: str
    kept: tuple[ShownShield, ...]
    is_order_over: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A child's record. Without `sees_shields` it holds no address and no shield."""

    pupil: Pupil
    age: int
    year: str
    why_another_year: str
    adults: tuple[ShownAdult, ...]
    left: tuple[ShownAdult, ...]
    households: tuple[Household, ...]
    shields: tuple[ShownShield, ...]
    is_own: bool
    sees_shields: bool


def record(access: Access, reference: UUID, *, on: date) -> Record:
    """A child's record with the family: four queries. Raises Http404."""
    found = pupil(access, reference)
    may_see = sees_shields(access, found)
    shields = _shields(found, on) if may_see else ()
    households = tuple(Household.objects.filter(pupil=found).order_by("id")) if may_see else ()
    adults = [
        _adult(row, shields, may_see, on)
        for row in FamilyAdult.objects.filter(pupil=found)
        .select_related("household")
        .order_by("id")
    ]
    return Record(
        pupil=found,
        age=age_on(found.born_on, max(on, found.born_on)),
        year=year_says(found.year_group),
        why_another_year=why_another_year(found.year_group, found.born_on, on),
        adults=tuple(one for one in adults if not _has_left(one.row, on)),
        left=tuple(one for one in adults if _has_left(one.row, on)),
        households=households,
        shields=tuple(one for _, one in shields),
        is_own=is_own(access, found),
        sees_shields=may_see,
    )


@dataclass(frozen=True, slots=True)
class Family:
    """A family as plain values, for `rules.shields.told`."""

    adults: tuple[Adult, ...]
    homes: tuple[Home, ...]
    shields: tuple[Kept, ...]


def family(access: Access, reference: UUID) -> Family:
    """The family of a child, ready for whoever writes to one of its adults. Raises Http404."""
    return family_of(access, pupil(access, reference))


def family_of(
    access: Access, child: Pupil, *, adults: Sequence[FamilyAdult] | None = None
) -> Family:
    """The same of a child whom the caller was given to read: three queries.

    One less for a caller who has read all the `adults` already.
    """
    rows = FamilyAdult.objects.filter(pupil=child).order_by("id") if adults is None else adults
    return Family(
        adults=tuple(Adult(row.pk, row.household_id, row.phone) for row in rows),
        homes=tuple(
            Home(row.pk, row.address, row.phone, row.is_childs_home, row.town)
            for row in Household.objects.filter(pupil=child).order_by("id")
        ),
        shields=tuple(_kept(row) for row in Shield.objects.filter(pupil=child).order_by("id")),
    )


def households(access: Access, child: Pupil) -> list[Household]:
    """The households of a child whose record the caller was given to write."""
    return list(Household.objects.filter(pupil=child).order_by("id"))


def adults(access: Access, child: Pupil) -> list[FamilyAdult]:
    """The adults of the family, likewise."""
    return list(FamilyAdult.objects.filter(pupil=child).order_by("id"))


def _shields(child: Pupil, on: date) -> tuple[tuple[int, ShownShield], ...]:
    rows = Shield.objects.filter(pupil=child).select_related("from_adult").order_by("-id")
    return tuple(
        (
            row.from_adult_id,
            ShownShield(
                reference=row.reference,
                adult=row.from_adult.name,
                what=HIDES_SAYS[Hides(row.hides)],
                because=row.because,
                from_on=row.from_on,
                until_on=row.until_on,
                stands=_kept(row).stands(on),
            ),
        )
        for row in rows
    )


def _kept(row: Shield) -> Kept:
    return Kept(row.from_adult_id, Hides(row.hides), row.from_on, row.until_on)


def _adult(
    row: FamilyAdult, shields: tuple[tuple[int, ShownShield], ...], may_see: bool, on: date
) -> ShownAdult:
    over = row.court_order_expires_on
    return ShownAdult(
        row=row,
        who=RELATIONSHIP_SAYS[Who(row.relationship)],
        channel=CHANNEL_SAYS[Channel(row.channel)],
        address=row.household.address if may_see and row.household else "",
        kept=tuple(one for key, one in shields if key == row.pk and one.stands),
        is_order_over=bool(over and over < on),
    )


def _has_left(row: FamilyAdult, on: date) -> bool:
    return row.left_on is not None and row.left_on <= on
