"""Term dates that a count ran out of: asked for, and met once they are loaded."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import batched
from uuid import UUID

from homeward.calendars.codes import TermDateKind
from homeward.calendars.queries.calendars import Row, rows_of
from homeward.calendars.rules import TermBlock, academic_year_period, complete_years
from homeward.due import queries as due
from homeward.due import sources
from homeward.due.actions import AT_ONCE, Settled, settle_many
from homeward.due.models import stored_rows
from homeward.due.rules import Expected, Settlement
from homeward.organisations.access import NOBODY, Access
from homeward.organisations.codes import RoleName
from homeward.organisations.models import Organisation

KIND = "calendars.dates-needed"
DAYS_TO_LOAD = 14
"""Calendar days from the day on which a count ran out; school days cannot be counted by then."""


def expect_dates(needed: Iterable[tuple[int, str]], *, by: Access, on: date) -> Settled:
    """Ask for the term dates of academic years that a count ran past, per organisation.

    Takes (organisation, `DatesNeeded.year`). Asks the school's AP lead where the school keeps terms
    of its own for that year, and its authority's administrator otherwise. Asking twice changes
    nothing; what is loaded by now is not asked for. The number of queries does not grow.
    """
    wanted = set(needed)
    places = {key for key, _ in wanted}
    rows = rows_of(places)
    areas = dict(Organisation.objects.filter(pk__in=places).values_list("pk", "authority_id"))
    asked: dict[int, set[str]] = {}
    for key, year in wanted:
        has_own = year in {term.year for term in _terms(rows.get(key, ()))}
        asked.setdefault(key if has_own else areas[key] or key, set()).add(year)
    return _settle(asked, on=on)


def settle_dates(organisation_ids: Collection[int], *, by: Access, on: date) -> Settled:
    """Mark as met what was asked of these organisations and is loaded now."""
    return _settle({key: set() for key in organisation_ids}, on=on)


def declare() -> None:
    """Say how the term dates that were asked for are worked out anew."""
    sources.register(
        sources.Source(
            name="term dates", kinds=frozenset({KIND}), settlements=_everything, known=_known
        )
    )


def _everything(on: date) -> Iterable[Sequence[Settlement]]:
    asked = batched(due.abouts(NOBODY, kinds=[KIND]), AT_ONCE)
    return (settlements(references, on=on) for references in asked)


def _known(abouts: Collection[UUID]) -> Collection[UUID]:
    found = Organisation.objects.filter(reference__in=abouts)
    return list(found.values_list("reference", flat=True))


def _terms(rows: Iterable[Row]) -> list[TermBlock]:
    return [
        TermBlock(row.starts_on, row.ends_on, row.name)
        for row in rows
        if row.kind == TermDateKind.TERM
    ]


def settlements(references: Collection[UUID], *, on: date) -> list[Settlement]:
    """What is asked of these organisations, to be compared with what is stored: met where loaded."""
    found = Organisation.objects.filter(reference__in=references)
    return _settlements({key: set() for key in found.values_list("pk", flat=True)}, on=on)


def _settle(asked: dict[int, set[str]], *, on: date) -> Settled:
    return settle_many(_settlements(asked, on=on), kinds=[KIND], on=on)


def _settlements(asked: dict[int, set[str]], *, on: date) -> list[Settlement]:
    organisations = Organisation.objects.in_bulk(asked)
    stored = stored_rows([each.reference for each in organisations.values()], kinds=[KIND])
    rows = rows_of(asked)
    settlements = []
    for key, organisation in organisations.items():
        loaded = complete_years(_terms(rows.get(key, ())))
        before = [each.says for each in stored.get((organisation.area, organisation.reference), ())]
        settlements.append(
            Settlement(
                about=organisation.reference,
                keeper=organisation.area,
                owner=organisation.pk,
                expected=_expected(organisation, before, asked[key], loaded, on),
            )
        )
    return settlements


def _expected(
    organisation: Organisation,
    before: Iterable[Expected],
    asked: Collection[str],
    loaded: Collection[str],
    on: date,
) -> list[Expected]:
    """Answer what was asked before, met where loaded, and what is asked now and is not loaded."""
    kept = {each.period: each for each in before}
    for year in asked:
        if year not in kept and year not in loaded:
            kept[year] = _asked(organisation, year, on)
    return [
        replace(each, met_on=each.met_on or on) if each.period in loaded else _open(each)
        for each in kept.values()
    ]


def _open(expected: Expected) -> Expected:
    return replace(expected, met_on=None, met_by="")


def _asked(organisation: Organisation, year: str, on: date) -> Expected:
    is_authority = organisation.authority_id is None
    last_known = academic_year_period(year).starts_on - timedelta(days=1)
    return Expected(
        kind=KIND,
        period=year,
        opens_on=on,
        due_on=on + timedelta(days=DAYS_TO_LOAD),
        role=RoleName.ADMINISTRATOR if is_authority else RoleName.AP_LEAD,
        arithmetic=f"A count of school days runs past {last_known.day} {last_known:%B %Y};"
        f" the terms of {year} are not loaded.",
    )
