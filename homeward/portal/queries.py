"""Reading what is public: schools and the teams of the authority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from homeward.organisations.access import Access
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation, School, Team
from homeward.organisations.queries import Step, chain
from homeward.portal.codes import CLOSED, OPEN
from homeward.web.lists import Slice, cut, marked
from homeward.web.search import fold, words

SCHOOLS_SHOWN = 50
_LINE = (
    "urn",
    "organisation__name",
    "phase",
    "town",
    "type_name",
    "census_type",
    "organisation__is_closed",
    "is_example",
    "organisation__search_key",
    "organisation_id",
)


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school in a list."""

    urn: str
    name: str
    phase: str
    town: str
    type_name: str
    census_type: str
    is_closed: bool
    is_example: bool
    search_key: str
    organisation: int

    @property
    def kind(self) -> str:
        """What the register calls it, or the school census where the register is silent."""
        return self.type_name or self.census_type


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """A school with the schools it followed and those that followed it."""

    school: School
    chain: list[Step]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for in the directory. Empty is anything."""

    text: str = ""
    phase: str = ""
    status: str = ""
    area: str = ""


def areas(access: Access) -> list[tuple[str, str]]:
    """Answer the authorities of this installation, as (code, name)."""
    authorities = Organisation.objects.filter(kind=OrganisationKind.AUTHORITY).order_by("name")
    return list(authorities.values_list("code", "name"))


def schools(
    access: Access, wanted: Wanted, after: str = "", size: int = SCHOOLS_SHOWN
) -> Slice[SchoolLine]:
    """Answer a slice of the schools wanted, by name. `after` is the mark of the last one seen."""
    rows = _wanted(wanted).order_by("organisation__search_key", "organisation_id")
    if mark := marked(after, 2):
        name, key = str(mark[0]), mark[1] if isinstance(mark[1], int) else 0
        rows = rows.filter(
            Q(organisation__search_key__gt=name)
            | Q(organisation__search_key=name, organisation_id__gt=min(max(key, 0), 2**62))
        )
    lines = [SchoolLine(*row) for row in rows.values_list(*_LINE)[: size + 1]]
    return cut(lines, size, key=lambda line: (line.search_key, line.organisation))


def count_of_schools(access: Access, wanted: Wanted) -> int:
    """Answer how many schools are wanted."""
    return _wanted(wanted).count()


def school_rows(access: Access, wanted: Wanted) -> Iterator[Sequence[Any]]:
    """Answer every school wanted, as rows for a spreadsheet."""
    rows = _wanted(wanted).order_by("organisation__search_key", "organisation_id")
    columns = (
        "urn",
        "organisation__name",
        "phase",
        "type_name",
        "census_type",
        "organisation__is_closed",
        "authority_name",
        "town",
        "postcode",
        "website",
    )
    return rows.values_list(*columns).iterator(chunk_size=2000)


def school(access: Access, urn: str) -> SchoolPage:
    """Answer a school of the register with its chain. Raises Http404 for an unknown URN."""
    found = School.objects.select_related("organisation").filter(urn=urn).first()
    if found is None:
        raise Http404
    return SchoolPage(found, chain(access, urn))


def teams(access: Access, text: str = "") -> list[Team]:
    """Answer the teams of the authority, or of every authority for those who belong to none."""
    rows = Team.objects.select_related("authority").order_by("authority__name", "name")
    if access.authority:
        rows = rows.filter(authority_id=access.authority)
    if not text:
        return list(rows)
    asked = words(text)
    return [team for team in rows if _has_all(f"{team.name} {team.when_to_use}", asked)]


def _has_all(text: str, asked: list[str]) -> bool:
    folded = fold(text)
    return bool(asked) and all(word in folded for word in asked)


def _wanted(wanted: Wanted) -> QuerySet[School]:
    rows = School.objects.filter(organisation__kind=OrganisationKind.SCHOOL)
    if wanted.area:
        rows = rows.filter(organisation__authority__code=wanted.area)
    if wanted.phase:
        rows = rows.filter(phase=wanted.phase)
    if wanted.status in {OPEN, CLOSED}:
        rows = rows.filter(organisation__is_closed=wanted.status == CLOSED)
    return rows.filter(_text(wanted.text))


def _text(text: str) -> Q:
    """Match a URN, or every word of what was typed in any order, apostrophes and accents apart."""
    if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) == 6:
        return Q(urn=text.strip())
    condition = Q()
    for word in words(text)[:8]:
        condition &= Q(organisation__search_key__contains=word)
    return condition
