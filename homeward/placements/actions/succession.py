"""When a school closes into its successor, or moves to a new authority: nothing it owes is lost."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from homeward.calendars import actions as calendars
from homeward.organisations import queries as organisations
from homeward.organisations.access import NOBODY, Access, system
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.placements.actions.writing import finish, locked
from homeward.placements.codes import Part
from homeward.placements.models import Move, Party, Placement
from homeward.pupils import actions as pupils
from homeward.pupils.models import Pupil
from homeward.web.days import short_day


def take_over_all(*, on: date) -> int:
    """Hand over what closed schools owe, and what closed authorities do; answers how many placements.

    Each in a transaction of its own. Doing it twice changes nothing.
    """
    return _from_closed_schools(on) + _from_closed_authorities(on)


@transaction.atomic
def take_over(
    placement: Placement,
    *,
    from_school: Organisation,
    to_school: Organisation,
    by: Access,
    on: date,
) -> bool:
    """Put a successor in the place of a school that has closed; answers whether anything changed.

    It sees the placement as what the closed one was, and owes what that owed: contact and reviews,
    the answer to a move, the checks. What was written down keeps the old name. The closed school's
    own people go on seeing it, for they are the same people until their roles end.
    """
    now = locked(placement)
    changed = _put_in_place(now, from_school, to_school)
    asked = Move.objects.filter(placement=now, withdrawn_on__isnull=True, receiving=from_school)
    changed |= bool(asked.update(receiving=to_school))
    parties = Party.objects.filter(placement=now, to_on__isnull=True)
    for party in parties.filter(organisation=from_school):
        changed |= _join(now, to_school.pk, party.part, max(on, party.from_on))
    if changed:
        finish(
            now,
            kind="school.succeeded",
            summary=f"{from_school.name} has closed; {to_school.name} takes over",
            by=by,
            on=on,
            before={"school": from_school.name},
            after={"school": to_school.name},
        )
    return changed


def _from_closed_schools(on: date) -> int:
    closed = _closed_schools()
    after = organisations.successors(NOBODY, [one.pk for one in closed])
    count = 0
    for school in closed:
        if school.pk not in after:
            continue
        for pupil in Pupil.objects.filter(home_school=school).order_by("pk"):
            by = system(pupil.keeper_id)
            pupils.move_to_school(pupil, school=after[school.pk], by=by, on=on)
        for placement in _seen_by(school):
            count += take_over(
                placement,
                from_school=school,
                to_school=after[school.pk],
                by=system(placement.keeper_id),
                on=on,
            )
    return count


def _closed_schools() -> list[Organisation]:
    """The closed schools that still take part in a placement, or are a child's home school."""
    closed = Organisation.objects.filter(kind=OrganisationKind.SCHOOL, is_closed=True)
    taking_part = Party.objects.filter(to_on__isnull=True, organisation__in=closed)
    keys = set(taking_part.values_list("organisation_id", flat=True))
    keys |= set(
        Pupil.objects.filter(home_school__in=closed).values_list("home_school_id", flat=True)
    )
    return list(Organisation.objects.filter(pk__in=keys).order_by("pk"))


def _seen_by(school: Organisation) -> list[Placement]:
    seen = Party.objects.filter(organisation=school, to_on__isnull=True)
    return list(Placement.objects.filter(pk__in=seen.values("placement")).order_by("pk"))


def _put_in_place(now: Placement, from_school: Organisation, to_school: Organisation) -> bool:
    """Name the successor as home school and commissioner of a placement that is not over yet."""
    is_over = now.ended_on is not None and (
        now.checks_from_on is None or now.held_on is not None or now.not_held_on is not None
    )
    names = [
        name
        for name in ("home_school", "commissioner")
        if getattr(now, f"{name}_id") == from_school.pk
    ]
    if is_over or not names:
        return False
    for name in names:
        setattr(now, name, to_school)
    now.save(update_fields=names)
    return True


def _from_closed_authorities(on: date) -> int:
    """Let the authority to which a school was moved act for its children; the keeper stays.

    Where the new authority has no term dates of a year, those of the old one go on counting.
    """
    moved = (
        Placement.objects.filter(keeper__is_closed=True, home_school__authority__is_closed=False)
        .exclude(home_school__authority=F("keeper"))
        .select_related("keeper", "home_school__authority")
        .order_by("pk")
    )
    rows = list(moved)
    for old, new in _pairs(rows):
        calendars.carry_over_terms(old, new, by=system(new.pk), on=on)
    return sum(_let_act(row, by=system(row.keeper_id), on=on) for row in rows)


def _pairs(rows: Iterable[Placement]) -> Iterable[tuple[Organisation, Organisation]]:
    found: dict[tuple[int, int], tuple[Organisation, Organisation]] = {}
    for row in rows:
        school: Any = row.home_school
        found[row.keeper_id, school.authority_id] = (row.keeper, school.authority)
    return found.values()


@transaction.atomic
def _let_act(placement: Placement, *, by: Access, on: date) -> bool:
    school: Any = placement.home_school
    if not _join(placement, school.authority_id, Part.AUTHORITY, on):
        return False
    finish(
        placement,
        kind="authority.succeeded",
        summary=f"{school.authority.name} acts for the child from {short_day(on)};"
        f" {placement.keeper.name} keeps the record",
        by=by,
        on=on,
        after={"authority": school.authority.name},
    )
    return True


def _join(now: Placement, organisation: int, part: str, from_on: date) -> bool:
    """Let an organisation take part; answers whether it did not already."""
    _, is_new = Party.objects.get_or_create(
        placement=now,
        organisation_id=organisation,
        part=part,
        to_on=None,
        defaults={"keeper_id": now.keeper_id, "from_on": from_on},
    )
    return is_new
