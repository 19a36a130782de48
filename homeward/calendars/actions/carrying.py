"""Term dates that go on counting when an authority is followed by another."""

from datetime import date

from django.db import transaction

from homeward.calendars.actions.loading import Loaded, load_terms
from homeward.calendars.codes import TermDateKind
from homeward.calendars.queries.calendars import rows_of
from homeward.calendars.rules import TermRow
from homeward.organisations.access import Access
from homeward.organisations.models import Organisation


@transaction.atomic
def carry_over_terms(
    from_authority: Organisation, to_authority: Organisation, *, by: Access, on: date
) -> Loaded:
    """Give an authority the term dates of the one it follows, of each year of which it has none.

    Whatever it loads itself takes their place.
    """
    stored = rows_of([from_authority.pk, to_authority.pk])
    own = {
        row.year for row in stored.get(to_authority.pk, []) if row.kind == TermDateKind.TERM.value
    }
    rows = [
        TermRow(
            organisation=to_authority.pk,
            kind=TermDateKind(row.kind),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            name=row.name,
            note=f"Dates of {from_authority.name}, carried over",
        )
        for row in stored.get(from_authority.pk, [])
        if row.year not in own
    ]
    return load_terms(rows, by=by, on=on) if rows else Loaded()
