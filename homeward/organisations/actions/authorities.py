"""The authorities of England, as the national list has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation
from homeward.web.search import fold


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """What is known of one authority. `code` has three digits; codes of old authorities stay."""

    code: str
    name: str
    gss_code: str = ""
    closed_on: date | None = None
    is_closed: bool = False


@transaction.atomic
def load_authorities(rows: Iterable[AuthorityRow]) -> dict[str, int]:
    """Make authorities as the list says; answers the key of every authority by its code.

    One that is not in the list stays. Only differences are written.
    """
    known = {one.code: one for one in Organisation.objects.filter(kind=OrganisationKind.AUTHORITY)}
    new, changed = [], []
    for row in rows:
        authority = known.get(row.code)
        if authority is None:
            known[row.code] = Organisation(kind=OrganisationKind.AUTHORITY, code=row.code)
            _put(known[row.code], row)
            new.append(known[row.code])
        elif _put(authority, row):
            changed.append(authority)
    Organisation.objects.bulk_create(new)
    if changed:
        Organisation.objects.bulk_update(
            changed, ["name", "search_key", "gss_code", "closed_on", "is_closed"]
        )
    return {code: authority.pk for code, authority in known.items()}


def _put(authority: Organisation, row: AuthorityRow) -> bool:
    """Write a row into an authority; answers whether anything differed."""
    said = {
        "name": row.name,
        "search_key": fold(row.name)[:160],
        "gss_code": row.gss_code,
        "closed_on": row.closed_on,
        "is_closed": row.is_closed,
    }
    differs = [name for name, value in said.items() if getattr(authority, name) != value]
    for name in differs:
        setattr(authority, name, said[name])
    return bool(differs)
