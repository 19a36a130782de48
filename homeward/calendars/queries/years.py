"""One academic year, laid out for the page."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from homeward.calendars.codes import TermDateKind
from homeward.calendars.models import TermDate
from homeward.calendars.queries.calendars import calendar
from homeward.calendars.queries.keeping import closed_days, may_keep
from homeward.calendars.queries.places import authorities, schools_called
from homeward.calendars.rules import (
    Calendar,
    Period,
    academic_year,
    academic_year_period,
    next_academic_year,
)
from homeward.calendars.rules.periods import DAY
from homeward.calendars.rules.shown import Place, Stretch, TermDatesPage, YearPage
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation
from homeward.reference.bank_holidays import bank_holidays


def term_dates_page(access: Access, *, typed: str, year: str, on: date) -> TermDatesPage:
    """Answer the way in: the person's own authority's year, or that of the only authority."""
    known = authorities(access)
    own = [each for each in known if each.pk == access.authority]
    chosen = own or (known if len(known) == 1 else [])
    return TermDatesPage(
        year=year_page(access, chosen[0], year=year, on=on) if chosen else None,
        authorities=[_place(each) for each in known if each not in chosen],
        typed=typed,
        schools=[_place(each) for each in schools_called(access, typed)],
    )


def year_page(access: Access, organisation: Organisation, *, year: str, on: date) -> YearPage:
    """Answer one academic year of an organisation; today's, where `year` is none."""
    whole = _year_period(year, on)
    year = academic_year(whole.starts_on)
    ours = calendar(access, organisation.pk)
    terms = _terms(organisation, whole)
    own = [row for row in terms if row.organisation_id == organisation.pk]
    shown = own or terms
    keeps = may_keep(access, organisation)
    later = next_academic_year(year)
    return YearPage(
        name=organisation.name,
        reference=organisation.reference,
        year=year,
        whose=shown[0].organisation.name if shown else organisation.name,
        is_authority=organisation.authority_id is None,
        half_terms=(halves := _half_terms(ours, year)),
        holidays=_holidays(halves),
        closed=_closed(access, organisation, whole, keeps=keeps),
        bank_holidays=_bank_holidays(whole),
        school_days=sum(half.school_days for half in halves),
        notes=sorted({row.note for row in shown if row.note}),
        is_example=any(row.is_example for row in shown),
        is_known=ours.dates_needed(whole) is None,
        earlier=academic_year(whole.starts_on - DAY),
        later=later,
        is_later_known=ours.dates_needed(academic_year_period(later)) is None,
        may_keep=keeps,
    )


def _place(organisation: Organisation) -> Place:
    return Place(organisation.name, organisation.reference, organisation.authority_id is None)


def _year_period(year: str, on: date) -> Period:
    try:
        whole = academic_year_period(year)
    except ValueError:
        return academic_year_period(academic_year(on))
    is_near = 2000 <= whole.starts_on.year <= 2099
    return whole if is_near else academic_year_period(academic_year(on))


def _terms(organisation: Organisation, whole: Period) -> list[TermDate]:
    """Answer the term rows of a year, of the organisation and its authority."""
    rows = TermDate.objects.filter(
        organisation__in={organisation.pk, organisation.area},
        kind=TermDateKind.TERM,
        starts_on__lte=whole.ends_on,
        ends_on__gte=whole.starts_on,
    )
    return list(rows.select_related("organisation").order_by("starts_on"))


def _half_terms(ours: Calendar, year: str) -> list[Stretch]:
    """Answer each half term by the days on which the school meets."""
    found = []
    for half in (each for each in ours.half_terms if each.year == year):
        known = ours.known_part(half.period)
        days = ours.school_days(known) if known else ()
        if days:
            name = half.name[0].upper() + half.name[1:]
            found.append(Stretch(name, days[0], days[-1], school_days=len(days)))
    return found


def _holidays(halves: Sequence[Stretch]) -> list[Stretch]:
    """Answer the holidays between half terms, weekends at their ends included."""
    return [
        Stretch(
            "Half-term holiday" if _same_term(before, after) else "Holiday",
            before.ends_on + DAY,
            after.starts_on - DAY,
        )
        for before, after in pairwise(halves)
    ]


def _same_term(before: Stretch, after: Stretch) -> bool:
    return before.name.split()[0] == after.name.split()[0]


def _closed(
    access: Access, organisation: Organisation, whole: Period, *, keeps: bool
) -> list[Stretch]:
    return [
        Stretch(
            row.label,
            row.starts_on,
            row.ends_on,
            whose=row.organisation.name,
            kind=TermDateKind(row.kind).label,
            removable=row.reference if keeps and row.organisation_id == organisation.pk else None,
        )
        for row in closed_days(access, organisation, whole)
    ]


def _bank_holidays(whole: Period) -> list[Stretch]:
    found: Iterable[tuple[date, str]] = sorted(bank_holidays().items())
    return [Stretch(name, day, day) for day, name in found if day in whole]
