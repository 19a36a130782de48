"""Telling parents, child and staff; and looking at whether the child still belongs."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from homeward.organisations.access import Access
from homeward.placements.actions.draft import NotAllowed
from homeward.placements.actions.writing import finish
from homeward.placements.codes import Audience
from homeward.placements.models import Belonging, Placement, Telling
from homeward.web.days import short_day


@transaction.atomic
def record_telling(
    placement: Placement,
    *,
    audience: str,
    told_on: date,
    how: str,
    told_by_name: str,
    who: str = "",
    understood: str = "",
    by: Access,
    on: date,
) -> Telling:
    """Write down that parents, the child or wider staff were told, and what they understood.

    Raises NotAllowed for a day to come.
    """
    if told_on > on:
        raise NotAllowed("That day is still to come. Record it when they have been told.")
    telling = Telling.objects.create(
        keeper_id=placement.keeper_id,
        placement=placement,
        audience=audience,
        told_on=told_on,
        how=how,
        told_by_name=told_by_name,
        who=who,
        understood=understood,
        recorded_on=on,
        recorded_by_id=by.somebody,
    )
    finish(
        placement,
        kind="told",
        summary=f"{Audience(audience).label} told on {short_day(told_on)} by {told_by_name}",
        by=by,
        on=on,
        after={"audience": audience, "told_on": told_on, "how": how},
    )
    return telling


@transaction.atomic
def record_belonging(
    placement: Placement,
    *,
    kept: Mapping[str, bool],
    note: str = "",
    looked_on: date,
    by: Access,
    on: date,
) -> None:
    """Write down how the child still belongs to the home school, one row for each thing looked at.

    Raises NotAllowed for a day to come, or where nothing was looked at.
    """
    if looked_on > on:
        raise NotAllowed("That day is still to come.")
    if not kept:
        raise NotAllowed("Say yes or no for at least one of them.")
    Belonging.objects.bulk_create(
        Belonging(
            keeper_id=placement.keeper_id,
            placement=placement,
            kind=kind,
            is_kept=is_kept,
            looked_on=looked_on,
            note=note,
            recorded_by_id=by.somebody,
        )
        for kind, is_kept in kept.items()
    )
    missing = sum(not is_kept for is_kept in kept.values())
    finish(
        placement,
        kind="belonging",
        summary=f"Looked at belonging: {len(kept) - missing} of {len(kept)} kept",
        by=by,
        on=on,
        after={"kept": dict(kept), "note": note},
    )
