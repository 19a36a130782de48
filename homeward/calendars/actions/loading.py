"""Loading term dates from a file or a form; loading the same twice writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from homeward.calendars.actions.announcing import announce
from homeward.calendars.actions.needed import settle_dates
from homeward.calendars.models import TermDate
from homeward.calendars.rules import Period, TermRow, row_problem
from homeward.history.actions import Happened, record_many
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation


class WrongTermDates(ValueError):
    """A row to be loaded cannot be right."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows were written. `replaced` are stored rows whose place others took."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    replaced: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(
            self.created + other.created,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.replaced + other.replaced,
        )


@transaction.atomic
def load_terms(rows: Sequence[TermRow], *, by: Access, on: date) -> Loaded:
    """Make these term dates hold. A term or holiday takes the place of stored ones it overlaps.

    Raises WrongTermDates, and writes nothing, if one row cannot be right.
    """
    for row in rows:
        if problem := row_problem(row):
            raise WrongTermDates(problem)
    locked = Organisation.objects.select_for_update().order_by("pk")
    organisations = locked.in_bulk({row.organisation for row in rows})
    loaded = Loaded()
    happened: list[Happened] = []
    for key, organisation in sorted(organisations.items()):
        ours = [row for row in rows if row.organisation == key]
        written, years = _load(organisation, ours)
        loaded += written
        if years:
            happened.append(_happened(organisation, written, years, ours))
    concerned = {one.about for one in happened}
    changed = [each.pk for each in organisations.values() if each.reference in concerned]
    if changed:
        announce(changed, by=by, on=on)
        settle_dates(changed, by=by, on=on)
        record_many(happened, by=by, on=on)
    return loaded


def _load(organisation: Organisation, rows: Iterable[TermRow]) -> tuple[Loaded, set[str]]:
    """Write one organisation's rows; answer the counts and the academic years they changed."""
    stored = list(TermDate.objects.filter(organisation=organisation))
    loaded = Loaded()
    years: set[str] = set()
    for row in rows:
        same = next((each for each in stored if _says(each, row)), None)
        if same:
            written = _renamed(same, row)
        else:
            taken = [
                each
                for each in stored
                if row.is_instead_of(each.kind, Period(each.starts_on, each.ends_on))
            ]
            TermDate.objects.filter(pk__in=[each.pk for each in taken]).delete()
            stored = [each for each in stored if each not in taken]
            stored.append(_created(organisation, row))
            written = Loaded(created=1, replaced=len(taken))
        loaded += written
        if not written.unchanged:
            years.add(row.year)
    return loaded, years


def _says(stored: TermDate, row: TermRow) -> bool:
    return (stored.kind, stored.starts_on, stored.ends_on) == (
        row.kind,
        row.starts_on,
        row.ends_on,
    )


def _renamed(stored: TermDate, row: TermRow) -> Loaded:
    if (stored.name, stored.note) == (row.name, row.note):
        return Loaded(unchanged=1)
    stored.name, stored.note = row.name, row.note
    stored.save(update_fields=["name", "note"])
    return Loaded(changed=1)


def _created(organisation: Organisation, row: TermRow) -> TermDate:
    return TermDate.objects.create(
        organisation=organisation,
        kind=row.kind,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        name=row.name,
        note=row.note,
    )


def _happened(
    organisation: Organisation, loaded: Loaded, years: set[str], rows: Sequence[TermRow]
) -> Happened:
    return Happened(
        keeper=organisation.area,
        about=organisation.reference,
        kind="calendar.terms.loaded",
        summary=f"Term dates of {organisation.name} were loaded for {', '.join(sorted(years))}:"
        f" {loaded.created} new, {loaded.changed} renamed, {loaded.replaced} replaced",
        after={"rows": [{**asdict(row), "kind": str(row.kind)} for row in rows]},
    )
