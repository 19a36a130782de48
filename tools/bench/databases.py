"""The throw-away databases of a run: made by actions, copied, grown, and exchanged for each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

from homeward.demo import borough
from homeward.due import queries as due
from homeward.organisations.access import NOBODY
from homeward.placements.actions.settling import settlements
from homeward.placements.models import Placement
from homeward.placements.queries import part_of
from homeward.placements.rules.expected import KINDS
from tools.bench.cloning import Neighbourhood

DAY = date(2026, 11, 24)
LOOKED_AT = 500


class NotEqual(AssertionError):
    """The copied rows do not say what the rules say, so nothing that is measured on them counts."""


def make() -> Neighbourhood:
    """Tell the demo borough by its actions in an empty database, and find what can be copied."""
    borough.make(today=DAY, stays=True)
    return Neighbourhood()


def migrate() -> None:
    """Make the tables."""
    if connection.vendor == "postgresql":
        _as_owner(f'CREATE DATABASE "{connection.settings_dict["NAME"]}"')
    call_command("migrate", verbosity=0)


def grow(neighbourhood: Neighbourhood, *, placements: int = 0, live: int = 0) -> None:
    """Copy the neighbourhood until there are so many placements, or so many that live."""
    if placements:
        there, each = Placement.objects.count(), _copied(neighbourhood)
        neighbourhood.copy(-((there - placements) // each))
    if live:
        there = _live().count()
        each = _live().filter(pk__in=neighbourhood.originals[Placement].keys).count()
        neighbourhood.copy(-((there - live) // each))
    check()


def check() -> None:
    """Recompute what is due about some placements of the newest copies. Raises NotEqual."""
    newest = Placement.objects.order_by("-pk").select_related("pupil")[:LOOKED_AT]
    found = due.compare(NOBODY, settlements(list(newest), on=DAY), kinds=KINDS)
    if found:
        raise NotEqual(f"{len(found)} differences, the first: {found[0]}")


def copy(name: str) -> BaseDatabaseWrapper:
    """A second database with the same rows; `exchanged` puts it in the place of the first."""
    said = deepcopy(connection.settings_dict)
    if connection.vendor == "postgresql":
        first, said["NAME"] = said["NAME"], name
        connection.close()
        _as_owner(f'CREATE DATABASE "{name}" TEMPLATE "{first}"')
    else:
        said["NAME"] = str(Path(said["NAME"]).with_name(f"{name}.sqlite3"))
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [said["NAME"]])
    return load_backend(said["ENGINE"]).DatabaseWrapper(said, "default")


@contextmanager
def exchanged(other: BaseDatabaseWrapper) -> Iterator[None]:
    """Let everything in this process work with another database for a while."""
    usual = connections["default"]
    connections["default"] = other
    try:
        yield
    finally:
        connections["default"] = usual


def version() -> str:
    """The engine as it names itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
        cursor.execute("SELECT sqlite_version()")
        return f"SQLite {cursor.fetchone()[0]}"


def _live():
    return Placement.objects.filter(part_of("live", DAY))


def _copied(neighbourhood: Neighbourhood) -> int:
    return len(neighbourhood.originals[Placement].keys)


def _as_owner(statement: str) -> None:
    said = connection.settings_dict
    with psycopg.connect(
        host=said["HOST"], user=said["USER"], dbname="postgres", autocommit=True
    ) as owner:
        owner.execute(statement)
