"""Writing the public schools register: compared in memory, written in batches, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from django.db import transaction

from homeward.organisations.actions.rows import insert_rows, update_rows
from homeward.organisations.codes import OrganisationKind
from homeward.organisations.models import Organisation, OrganisationLink, School
from homeward.organisations.signals import schools_changed
from homeward.web.search import fold
from homeward.web.uuid7 import uuid7

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
_WRITTEN = ("authority", "search_key", *_OF_ORGANISATION)
_EMPTY = {name: getattr(School(), name) for name in _OF_SCHOOL}
_values_of_school = itemgetter(*_OF_SCHOOL)


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
    _announce(written)
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
    _announce(written)
    return written


def _announce(written: Written) -> None:
    if written.created or written.updated:
        schools_changed.send(sender=None)


def _differs(row: SchoolRow, before: Sequence[Any], authorities: Mapping[str, int]) -> bool:
    said = row.said
    if "authority_code" in said and authorities[said["authority_code"]] != before[3]:
        return True
    names = _OF_ORGANISATION + _OF_SCHOOL
    return any(
        name in said and said[name] != value for name, value in zip(names, before[4:], strict=True)
    )


def _create(rows: Sequence[SchoolRow], authorities: Mapping[str, int], written: Written) -> None:
    taken = []
    for row in rows:
        if "authority_code" in row.said:
            taken.append(row)
        else:
            written.refused.append((row.line, "It is new here and has no authority code."))
    if not taken:
        return
    insert_rows(
        Organisation,
        ("reference", "kind", "code", "gss_code", *_WRITTEN),
        (
            (
                uuid7(),
                OrganisationKind.SCHOOL.value,
                row.urn,
                "",
                *_organisation(row.said, authorities),
            )
            for row in taken
        ),
    )
    keys = dict(
        Organisation.objects.filter(kind=OrganisationKind.SCHOOL, school__isnull=True).values_list(
            "code", "pk"
        )
    )
    insert_rows(
        School,
        ("organisation", "urn", "is_example", *_OF_SCHOOL),
        (
            (
                keys[row.urn],
                row.urn,
                False,
                *_values_of_school(_EMPTY | dict(row.said)),
            )
            for row in taken
        ),
    )
    written.created = len(taken)


def _update(
    changed: Sequence[tuple[SchoolRow, Sequence[Any]]], authorities: Mapping[str, int]
) -> None:
    whole = [(_over(row, before), before) for row, before in changed]
    update_rows(
        Organisation,
        _WRITTEN,
        ((*_organisation(said, authorities), before[2]) for said, before in whole),
    )
    update_rows(
        School,
        _OF_SCHOOL,
        ((*_values_of_school(said), before[1]) for said, before in whole),
    )


def _over(row: SchoolRow, before: Sequence[Any]) -> dict[str, Any]:
    """Lay what the row says over what was known."""
    return dict(zip(_OF_ORGANISATION + _OF_SCHOOL, before[4:], strict=True)) | dict(row.said)


def _organisation(said: Mapping[str, Any], authorities: Mapping[str, int]) -> tuple[Any, ...]:
    """The values of `_WRITTEN`, in that order."""
    return (
        authorities[said["authority_code"]],
        fold(said["name"])[:160],
        said["name"],
        said.get("opened_on"),
        said.get("closed_on"),
        said.get("is_closed", False),
    )
