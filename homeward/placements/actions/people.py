"""Naming the adults of a placement, and covers while one is away."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.models import Person
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish
from homeward.placements.codes import StaffPart
from homeward.placements.models import NamedAdult, Placement
from homeward.placements.signals import adults_changed
from homeward.web.days import short_day


@transaction.atomic
def name_adult(
    placement: Placement,
    *,
    part: str,
    by: Access,
    on: date,
    person: Person | None = None,
    name: str = "",
    phone: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
) -> NamedAdult:
    """Name an adult for one part of a placement; whoever had the part hands it over the day before.

    A cover stands beside the named adult for its days. Raises NotAllowed for a part with no name,
    or a cover without a last day.
    """
    starts = from_on or on
    if person is None and not name.strip():
        raise NotAllowed("Say who it is.")
    if part == StaffPart.COVER and to_on is None:
        raise NotAllowed("Say until when the cover lasts.")
    if to_on and to_on < starts:
        raise NotAllowed("The last day must be on or after the first day.")
    if part != StaffPart.COVER:
        _hand_over(placement, part=part, on=starts)
    adult = NamedAdult.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        person=person,
        name=person.name if person else name.strip(),
        phone=phone or (person.phone if person else ""),
        part=part,
        from_on=starts,
        to_on=to_on,
    )
    finish(
        placement,
        kind="adult-named",
        summary=f"{StaffPart(part).label}: {adult.name} from {short_day(starts)}",
        by=by,
        on=on,
        after={"part": part, "name": adult.name, "from_on": starts, "to_on": to_on},
    )
    adults_changed.send(NamedAdult, placement=placement.pk, by=by, on=on)
    return adult


@transaction.atomic
def end_named_adult(adult: NamedAdult, *, last_on: date, by: Access, on: date) -> None:
    """Say that an adult's part ended on a day. Raises NotAllowed for a day before it began."""
    if last_on < adult.from_on:
        raise NotAllowed("The last day must be on or after the first day.")
    adult.to_on = last_on
    adult.save(update_fields=["to_on"])
    finish(
        adult.placement,
        kind="adult-ended",
        summary=f"{StaffPart(adult.part).label}: {adult.name} until {short_day(last_on)}",
        by=by,
        on=on,
        after={"part": adult.part, "to_on": last_on},
    )
    adults_changed.send(NamedAdult, placement=adult.placement_id, by=by, on=on)


def _hand_over(placement: Placement, *, part: str, on: date) -> None:
    """End whoever has the part on the day before; drop somebody named from that day or later."""
    running = NamedAdult.objects.filter(placement=placement, part=part).filter(
        Q(to_on__isnull=True) | Q(to_on__gte=on)
    )
    running.filter(from_on__gte=on).delete()
    running.update(to_on=on - timedelta(days=1))
