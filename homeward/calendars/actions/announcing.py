"""Telling the rooms above that school days may have moved."""

from collections.abc import Iterable
from datetime import date

from homeward.calendars.queries import area_of
from homeward.calendars.signals import calendar_changed
from homeward.organisations.access import Access


def announce(organisation_ids: Iterable[int], *, by: Access, on: date) -> None:
    """Announce changed calendars once, an authority's schools included."""
    concerned = frozenset[int]().union(*(area_of(by, key) for key in organisation_ids))
    calendar_changed.send(sender=None, organisation_ids=concerned, by=by, on=on)
