"""Which placements are overseen: those agreed or begun, and those that are still being checked."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.due.models import OPEN, Expectation
from homeward.organisations.access import Access
from homeward.placements import queries as placements
from homeward.placements.models import Placement
from homeward.placements.rules.checks import AUTHORITY_CHECK

SHOWN = {
    "all": "All of them",
    "running": "Running",
    "returning": "Coming back",
    "monitored": "Ended: is it holding?",
    "starting": "Agreed, not yet started",
}


def overseen(
    access: Access, on: date, unsettled: Collection[UUID] | None = None
) -> "QuerySet[Placement]":
    """Every placement the person sees that is agreed, running, coming back or checked.

    To the authority also those that ended in home education, missing or away and that it has not
    settled (`unsettled`, asked here where it is not given). An authority takes part in the placements
    that it keeps: saying so lets an index find the few that are live.
    """
    live, seen = placements.part_of("live", on), placements.visible(access)
    checked = Q(checks_from_on__isnull=False, held_on__isnull=True, not_held_on__isnull=True)
    if not access.is_authority:
        return seen.filter(live | checked)
    if unsettled is None:
        unsettled = not_settled(access)
    kept = Q(keeper_id=access.authority)
    return seen.filter(kept & live | kept & checked | Q(reference__in=unsettled))


def not_settled(access: Access) -> list[UUID]:
    """The ended placements of which the authority has still to find out how the child is: one query.

    None for anybody else.
    """
    if not access.is_authority:
        return []
    open_checks = Expectation.objects.filter(OPEN, owner_id=access.authority, kind=AUTHORITY_CHECK)
    return list(open_checks.values_list("about", flat=True))


def part(shown: str, on: date) -> Q:
    """The placements of one part of the overview (the names in SHOWN)."""
    begins = Q(starts_on__gt=on) & (Q(first_session_on__isnull=True) | Q(first_session_on__gt=on))
    is_open, is_starting = Q(ended_on__isnull=True), begins & Q(agreed_on__isnull=False)
    is_back = Q(return_began_on__isnull=False, return_began_on__lte=on)
    return {
        "running": is_open & ~is_starting & ~is_back,
        "returning": is_open & is_back,
        "monitored": ~is_open,
        "starting": is_open & is_starting,
    }.get(shown, Q())
