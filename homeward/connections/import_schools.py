"""One import of the schools register: read first, then write all of it in one transaction."""

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from homeward.connections.schools_file import LinksFile, SchoolsFile, read_links, read_schools
from homeward.organisations.actions import AuthorityRow, load_authorities
from homeward.organisations.actions.schools import write_links, write_schools

DATA = Path(__file__).parent / "data"
HILLINGDON = DATA / "gias_hillingdon_312.csv"


@dataclass(slots=True)
class Imported:
    """What an import did. Each row read is created, updated, unchanged or rejected."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0
    rejected: list[dict[str, Any]] = field(default_factory=list)
    links: dict[str, Any] | None = None


def import_schools(path: Path, links: Path | None = None) -> Imported:
    """Import a schools file, and its predecessors and successors where they are given.

    Raises Unusable before anything is written. `closed` counts the closed schools of the file.
    """
    schools = read_schools(path)
    linked = read_links(links) if links is not None else None
    with transaction.atomic():
        return _write(schools, linked)


def national_authorities() -> list[AuthorityRow]:
    """Answer the authorities of England, those that are no more included."""
    rows = [
        AuthorityRow(code=row["la_code"], name=row["la_name"], gss_code=row["gss_code"])
        for row in _rows("england_las_2025.csv")
    ]
    return rows + [
        AuthorityRow(
            code=row["la_code"],
            name=row["la_name"],
            gss_code=row["gss_code"],
            closed_on=date.fromisoformat(row["closed_on"]),
            is_closed=True,
        )
        for row in _rows("england_former_las.csv")
    ]


def _write(schools: SchoolsFile, linked: LinksFile | None) -> Imported:
    written = write_schools(schools.rows, load_authorities(_authorities(schools)))
    rejected = sorted([*schools.rejected, *written.refused])
    done = Imported(
        read=schools.read,
        created=written.created,
        updated=written.updated,
        unchanged=written.unchanged,
        closed=sum(bool(row.said.get("is_closed")) for row in schools.rows),
        rejected=[{"line": line, "reason": reason} for line, reason in rejected],
    )
    if linked is not None:
        links = write_links(linked.rows)
        done.links = {
            "read": linked.read,
            "created": links.created,
            "updated": links.updated,
            "unchanged": links.unchanged,
            "others": linked.others,
            "rejected": [{"line": line, "reason": reason} for line, reason in linked.rejected],
        }
    return done


def _authorities(schools: SchoolsFile) -> list[AuthorityRow]:
    """Those of the list, and any that only the file names: older ones, no longer on the list."""
    listed = {row.code: row for row in national_authorities()}
    for code, (name, gss_code) in schools.authorities.items():
        listed.setdefault(
            code,
            AuthorityRow(
                code=code, name=name or f"Authority {code}", gss_code=gss_code[:9], is_closed=True
            ),
        )
    return list(listed.values())


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
