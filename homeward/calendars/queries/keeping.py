"""What those who keep the term dates need to see."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.queries.calendars import rows_of
from homeward.calendars.rules import (
    Period,
    TermBlock,
    academic_year,
    academic_year_period,
    complete_years,
    next_academic_year,
)
from homeward.organisations.access import Access
from homeward.organisations.codes import May
from homeward.organisations.models import Organisation

NEXT_YEAR_IS_EXPECTED_FROM = 1
"""The month, January, from which next year's dates count as missing."""

_CLOSED = Q(kind__in=[TermDateKind.INSET, TermDateKind.CLOSURE])


def may_keep(access: Access, organisation: Organisation) -> bool:
    """Say whether this person keeps the dates of this organisation: their own, or their area's."""
    is_theirs = organisation.pk == access.organisation or (
        access.organisation == access.authority and organisation.area == access.authority
    )
    return is_theirs and access.may(May.KEEP_CALENDAR)


def closed_days(access: Access, organisation: Organisation, within: Period) -> list[TermDate]:
    """Answer the INSET days and closures of an organisation and its authority, in order."""
    return list(
        TermDate.objects.filter(
            _CLOSED,
            organisation__in={organisation.pk, organisation.area},
            starts_on__lte=within.ends_on,
            ends_on__gte=within.starts_on,
        )
        .select_related("organisation")
        .order_by("starts_on", "kind", "pk")
    )


def removable(access: Access, reference: UUID) -> TermDate | None:
    """Answer an INSET day or closure that this person may take back, or None."""
    found = TermDate.objects.filter(_CLOSED, reference=reference)
    row = found.select_related("organisation").first()
    return row if row and may_keep(access, row.organisation) else None


def years_missing(access: Access, on: date) -> list[tuple[Organisation, str]]:
    """Answer the academic years whose terms are not all loaded, for whoever would load them.

    This year's; from January also next year's. A school that takes its authority's dates misses
    nothing of its own: its authority does.
    """
    kept = _kept(access)
    rows = rows_of([organisation.pk for organisation in kept])
    missing: list[tuple[Organisation, str]] = []
    for organisation in kept:
        terms = [
            TermBlock(row.starts_on, row.ends_on, row.name)
            for row in rows.get(organisation.pk, ())
            if row.kind == TermDateKind.TERM
        ]
        years = expected_years(on) if organisation.authority_id is None else _begun(terms, on)
        whole = complete_years(terms)
        missing += [(organisation, year) for year in years if year not in whole]
    return missing


def expected_years(on: date) -> list[str]:
    """Answer the academic years whose dates should be loaded on a day."""
    this_year = academic_year(on)
    is_late = NEXT_YEAR_IS_EXPECTED_FROM <= on.month <= 8
    return [this_year, next_academic_year(this_year)] if is_late else [this_year]


def _begun(terms: Sequence[TermBlock], on: date) -> list[str]:
    """Answer the years, from this one, of which a school entered some terms of its own."""
    this_year = academic_year_period(academic_year(on))
    return sorted({term.year for term in terms if term.ends_on >= this_year.starts_on})


def _kept(access: Access) -> list[Organisation]:
    if not access.may(May.KEEP_CALENDAR):
        return []
    own = Q(pk=access.organisation)
    if access.organisation == access.authority:
        with_terms = TermDate.objects.filter(kind=TermDateKind.TERM).values("organisation")
        own |= Q(authority=access.authority, pk__in=with_terms)
    return list(Organisation.objects.filter(own).order_by("kind", "search_key", "pk"))
