"""Providers as lists show them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.providers.models import Provider, Site
from homeward.providers.queries.record import confirmations, standings
from homeward.providers.rules import Confirmation, Standing
from homeward.web.lists import Slice, cut, marked
from homeward.web.search import words

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """A provider that may be chosen for a placement."""

    reference: UUID
    label: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A provider on the list."""

    reference: UUID
    name: str
    standing: Standing
    confirmation: Confirmation
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; empty leaves everything."""

    text: str = ""
    standing: str = ""
    confirmation: str = ""


def providers(access: Access, on: date, chosen: Chosen = Chosen()) -> list[Listed]:
    """Every provider by name, narrowed: four queries, however many there are."""
    if not access.may(May.READ_PROVIDERS):
        return []
    rows = Provider.objects.filter(organisation__is_closed=False).select_related("organisation")
    for word in words(chosen.text):
        rows = rows.filter(organisation__search_key__contains=word)
    found = list(rows.order_by("organisation__search_key", "id"))
    keys = [row.pk for row in found]
    known, given, places = standings(access, keys), confirmations(access, keys), _sites(keys, on)
    listed = [
        Listed(
            reference=row.reference,
            name=row.organisation.name,
            standing=known.on(row.pk, on),
            confirmation=given.on(row.pk, on),
            sites=tuple(places[row.pk]),
        )
        for row in found
    ]
    return [
        one
        for one in listed
        if chosen.standing in ("", one.standing.kind)
        and chosen.confirmation in ("", one.confirmation.kind)
    ]


def slice_of(rows: list[Listed], *, after: str) -> Slice[Listed]:
    """The part of a list that one page shows; the mark is the reference of the last one shown."""
    last = marked(after, 1)
    seen = [str(row.reference) for row in rows]
    start = seen.index(last[0]) + 1 if last and last[0] in seen else 0
    return cut(rows[start : start + PAGE_SIZE + 1], PAGE_SIZE, lambda row: (row.reference,))


def choices(access: Access, on: date) -> list[Choice]:
    """Providers to choose from, each with its registration."""
    return [
        Choice(one.reference, f"{one.name} ({one.standing.says.lower()})")
        for one in providers(access, on)
    ]


def _sites(keys: list[int], on: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    still = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    for row in Site.objects.filter(still, provider__in=keys).order_by("name"):
        found[row.provider_id].append(str(row))
    return found
