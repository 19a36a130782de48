"""Which placements are overseen: those agreed or begun, and those that are still being checked."""

from datetime import date

from django.db.models import Q, QuerySet

from homeward.due.models import OPEN, Expectation
from homeward.organisations.access import Access
from homeward.placements import queries as placements
from homeward.placements.models import Placement
from homeward.placements.rules.checks import AUTHORITY_CHECK

SHOWN = {
    "all": "Running, coming back or checked",
    "running": "Running",
    "returning": "Coming back",
    "monitored": "Ended: is it holding?",
    "starting": "Agreed, not yet started",
}


def overseen(access: Access, on: date) -> "QuerySet[Placement]":
    """Every placement the person sees that is agreed, running, coming back or checked.

    To the authority also those that ended in home education, missing or away, until it settled
    them. It takes part in the placements that it keeps, of which an index finds the live ones.
    """
    live, seen = placements.part_of("live", on), placements.visible(access)
    checked = Q(checks_from_on__isnull=False, held_on__isnull=True, not_held_on__isnull=True)
    if not access.is_authority:
        return seen.filter(live | checked)
    kept = Placement.objects.filter(keeper_id=access.authority)
    unsettled = Expectation.objects.filter(OPEN, owner_id=access.authority, kind=AUTHORITY_CHECK)
    parts = (
        kept.filter(live),
        kept.filter(checked),
        kept.filter(reference__in=unsettled.values("about")),
    )
    first, *others = (one.order_by().values("pk") for one in parts)
    return seen.filter(pk__in=first.union(*others))


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
