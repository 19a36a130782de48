"""The calendars of many organisations at once, in two queries whatever their number."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.rules import Calendar, Period, TermBlock, calendar_of
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.reference.bank_holidays import bank_holidays, last_known_on


class Row(NamedTuple):
    """One stored term date, as much of it as a calendar is made of."""

    kind: str
    starts_on: date
    ends_on: date
    name: str

    @property
    def year(self) -> str:
        return TermBlock(self.starts_on, self.ends_on).year


def calendar(access: Access, organisation_id: int) -> Calendar:
    """Answer the calendar of one organisation. Without term dates it knows no day at all."""
    return calendars(access, [organisation_id])[organisation_id]


def calendars(access: Access, organisation_ids: Collection[int]) -> dict[int, Calendar]:
    """Answer the calendar of each organisation, in two queries.

    An organisation's own terms of an academic year replace its authority's terms and half terms of
    that year; INSET days and closures of both add up; bank holidays are always closed, and no day is
    known after the last year of the bank-holiday list.
    """
    areas = dict(
        Organisation.objects.filter(pk__in=organisation_ids).values_list("pk", "authority_id")
    )
    return _overlaid_each(areas | {key: None for key in organisation_ids if key not in areas})


def calendar_at(access: Access, organisation: Organisation) -> Calendar:
    """Answer the calendar of an organisation whose row the caller has: one query."""
    return _overlaid_each({organisation.pk: organisation.authority_id})[organisation.pk]


def _overlaid_each(areas: Mapping[int, int | None]) -> dict[int, Calendar]:
    rows = rows_of({*areas, *(area for area in areas.values() if area)})
    return {
        key: _made(overlaid(rows.get(key, ()), rows.get(area or 0, ())))
        for key, area in areas.items()
    }


def rows_of(organisation_ids: Collection[int]) -> dict[int, list[Row]]:
    """Answer the stored term dates of many organisations, in one query, in order."""
    found: dict[int, list[Row]] = {}
    stored = (
        TermDate.objects.filter(organisation__in=organisation_ids)
        .order_by("starts_on", "kind")
        .values_list("organisation_id", "kind", "starts_on", "ends_on", "name")
    )
    for key, kind, starts_on, ends_on, name in stored:
        found.setdefault(key, []).append(Row(kind, starts_on, ends_on, name))
    return found


def overlaid(own: Iterable[Row], authority: Iterable[Row]) -> tuple[Row, ...]:
    """Lay an organisation's own rows over its authority's."""
    own = tuple(own)
    own_years = {row.year for row in own if row.kind == TermDateKind.TERM}
    kept = (
        row
        for row in authority
        if TermDateKind(row.kind).is_closed_day or row.year not in own_years
    )
    return tuple(sorted({*own, *kept}, key=lambda row: (row.starts_on, row.kind, row)))


@lru_cache(maxsize=1024)
def _made(rows: Sequence[Row]) -> Calendar:
    """Make a calendar from its rows. Kept by what the rows say, so that it can never be stale."""
    closed: dict[date, str] = {}
    for row in rows:
        kind = TermDateKind(row.kind)
        if kind.is_closed_day:
            days = (row.ends_on - row.starts_on).days + 1
            name = row.name or kind.label
            closed |= {row.starts_on + timedelta(days=count): name for count in range(days)}
    return calendar_of(
        [
            TermBlock(row.starts_on, row.ends_on, row.name)
            for row in rows
            if row.kind == TermDateKind.TERM
        ],
        [Period(row.starts_on, row.ends_on) for row in rows if row.kind == TermDateKind.HALF_TERM],
        closed | dict(bank_holidays()),
        until=last_known_on(),
    )
