"""Term dates that a count ran out of: asked for, and met once they are loaded."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.queries.calendars import rows_of
from homeward.calendars.rules import TermBlock, academic_year_period, complete_years
from homeward.due.actions import Settled, settle_many
from homeward.due.models import stored_rows
from homeward.due.rules import Expected, Settlement
from homeward.organisations.access import Access
from homeward.organisations.codes import RoleName
from homeward.organisations.models import Organisation

KIND = "calendars.dates-needed"
DAYS_TO_LOAD = 14
"""Calendar days from the day on which a count ran out; school days cannot be counted by then."""


def expect_dates(needed: Iterable[tuple[int, str]], *, by: Access, on: date) -> Settled:
    """Ask for the term dates of academic years that a count ran past, per organisation.

    Takes (organisation, `DatesNeeded.year`). Asks the school's AP lead where the school keeps terms
    of its own for that year, and its authority's administrator otherwise. Asking twice changes
    nothing; what is loaded by now is not asked for.
    """
    asked: dict[int, set[str]] = {}
    for key, year in needed:
        asked.setdefault(_keeps_dates(key, year), set()).add(year)
    return _settle(asked, on=on)


def settle_dates(organisation_ids: Collection[int], *, by: Access, on: date) -> Settled:
    """Mark as met what was asked of these organisations and is loaded now."""
    return _settle({key: set() for key in organisation_ids}, on=on)


def _keeps_dates(organisation_id: int, year: str) -> int:
    whole = academic_year_period(year)
    has_own = TermDate.objects.filter(
        organisation=organisation_id,
        kind=TermDateKind.TERM,
        starts_on__range=(whole.starts_on - timedelta(days=14), whole.ends_on),
    ).exists()
    if has_own:
        return organisation_id
    return Organisation.objects.get(pk=organisation_id).area


def _settle(asked: dict[int, set[str]], *, on: date) -> Settled:
    organisations = Organisation.objects.in_bulk(asked)
    stored = stored_rows([each.reference for each in organisations.values()], kinds=[KIND])
    rows = rows_of(asked)
    settlements = []
    for key, organisation in organisations.items():
        terms = [
            TermBlock(row.starts_on, row.ends_on, row.name)
            for row in rows.get(key, ())
            if row.kind == TermDateKind.TERM
        ]
        before = [each.says for each in stored.get((organisation.area, organisation.reference), ())]
        settlements.append(
            Settlement(
                about=organisation.reference,
                keeper=organisation.area,
                owner=organisation.pk,
                expected=_expected(organisation, before, asked[key], complete_years(terms), on),
            )
        )
    return settle_many(settlements, kinds=[KIND], on=on)


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
        each if each.period not in loaded or each.met_on else replace(each, met_on=on)
        for each in (
            each if each.period in loaded else replace(each, met_on=None, met_by="")
            for each in kept.values()
        )
    ]


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
