"""Writing the public schools register: compared in memory, written in batches, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation, OrganisationLink, School
from homeward.web.search import fold

BATCH = 500
_OF_ORGANISATION = ("name", "opened_on", "closed_on", "is_closed")
_OF_SCHOOL = (
    "establishment_number",
    "ukprn",
    "authority_code",
    "authority_name",
    "status",
    "phase",
    "type_code",
    "type_name",
    "lowest_age",
    "highest_age",
    "trust",
    "street",
    "locality",
    "town",
    "postcode",
    "telephone",
    "website",
    "census_type",
    "easting",
    "northing",
    "latitude",
    "longitude",
)
SCHOOL_FIELDS = frozenset(_OF_ORGANISATION + _OF_SCHOOL)


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """What a file says of one school. A field that the file does not have is not in `said`."""

    line: int
    urn: str
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One predecessor or successor."""

    urn: str
    linked_urn: str
    kind: str
    linked_name: str
    detail: str
    linked_on: date | None


@dataclass(slots=True)
class Written:
    """How many rows were new, different and the same, and which could not be written."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def write_schools(rows: Sequence[SchoolRow], authorities: Mapping[str, int]) -> Written:
    """Make schools as the rows say. `authorities` answers the key of each authority by its code.

    A field not said keeps its value; a school without a row stays; a new school needs a name and
    an authority. Only differences are written, so that a second run writes nothing.
    """
    existing = {
        values[0]: values
        for values in School.objects.values_list(
            "urn",
            "pk",
            "organisation_id",
            "organisation__authority_id",
            *(f"organisation__{name}" for name in _OF_ORGANISATION),
            *_OF_SCHOOL,
        ).iterator(chunk_size=2000)
    }
    written, new, changed = Written(), [], []
    for row in rows:
        before = existing.get(row.urn)
        if before is None:
            new.append(row)
        elif _differs(row, before, authorities):
            changed.append((row, before))
        else:
            written.unchanged += 1
    _create(new, authorities, written)
    _update(changed, authorities)
    written.updated = len(changed)
    return written


@transaction.atomic
def write_links(rows: Iterable[LinkRow]) -> Written:
    """Make predecessors and successors as the rows say; others stay."""
    existing = {
        (link.urn, link.linked_urn, link.kind): link for link in OrganisationLink.objects.all()
    }
    written, new, changed = Written(), [], []
    for row in rows:
        said = (row.linked_name, row.detail, row.linked_on)
        link = existing.get((row.urn, row.linked_urn, row.kind))
        if link is None:
            link = OrganisationLink(urn=row.urn, linked_urn=row.linked_urn, kind=row.kind)
            existing[row.urn, row.linked_urn, row.kind] = link
            new.append(link)
        elif (link.linked_name, link.detail, link.linked_on) == said or link.pk is None:
            written.unchanged += 1
            continue
        else:
            changed.append(link)
        link.linked_name, link.detail, link.linked_on = said
    OrganisationLink.objects.bulk_create(new, batch_size=BATCH)
    if changed:
        OrganisationLink.objects.bulk_update(
            changed, ["linked_name", "detail", "linked_on"], batch_size=BATCH
        )
    written.created, written.updated = len(new), len(changed)
    return written


def _differs(row: SchoolRow, before: Sequence[Any], authorities: Mapping[str, int]) -> bool:
    said = row.said
    if "authority_code" in said and authorities[said["authority_code"]] != before[3]:
        return True
    names = _OF_ORGANISATION + _OF_SCHOOL
    return any(
        name in said and said[name] != value for name, value in zip(names, before[4:], strict=True)
    )


def _create(rows: Sequence[SchoolRow], authorities: Mapping[str, int], written: Written) -> None:
    organisations, schools = [], []
    for row in rows:
        said = row.said
        if "authority_code" not in said:
            written.refused.append((row.line, "It is new here and has no authority code."))
            continue
        organisation = Organisation(
            kind=OrganisationKind.SCHOOL,
            code=row.urn,
            authority_id=authorities[said["authority_code"]],
            search_key=fold(said["name"])[:160],
            **{name: said[name] for name in _OF_ORGANISATION if name in said},
        )
        organisations.append(organisation)
        schools.append(
            School(
                organisation=organisation,
                urn=row.urn,
                **{name: said[name] for name in _OF_SCHOOL if name in said},
            )
        )
    Organisation.objects.bulk_create(organisations, batch_size=BATCH)
    for school in schools:
        school.organisation_id = school.organisation.pk
    School.objects.bulk_create(schools, batch_size=BATCH)
    written.created = len(schools)


def _update(
    changed: Sequence[tuple[SchoolRow, Sequence[Any]]], authorities: Mapping[str, int]
) -> None:
    """Write what changed, batch by batch."""
    if not changed:
        return
    organisations = Organisation.objects.in_bulk([before[2] for _, before in changed])
    schools = []
    for row, before in changed:
        organisation = organisations[before[2]]
        values = dict(zip(_OF_SCHOOL, before[4 + len(_OF_ORGANISATION) :], strict=True))
        for name, value in row.said.items():
            if name in _OF_ORGANISATION:
                setattr(organisation, name, value)
            else:
                values[name] = value
        organisation.search_key = fold(organisation.name)[:160]
        organisation.authority_id = authorities[values["authority_code"]]
        schools.append(School(pk=before[1], organisation_id=before[2], urn=row.urn, **values))
    Organisation.objects.bulk_update(
        organisations.values(), [*_OF_ORGANISATION, "search_key", "authority"], batch_size=BATCH
    )
    School.objects.bulk_update(schools, _OF_SCHOOL, batch_size=BATCH)
