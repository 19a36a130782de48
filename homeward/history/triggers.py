"""Guards in the database itself, the same on SQLite and PostgreSQL, declared in migrations.

A migration says `AppendOnly("history_entry")` or `FixedKeeper("placements_contact",
parent_table="placements_placement", parent_column="placement_id")`. That is a declaration: after every
`migrate` the triggers are made equal to what the applied migrations declare. It has to be so because
SQLite changes a table by copying it, which loses its triggers and stumbles over those that name it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState

PREFIX = "homeward_"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: its name, its table, when it fires, and what it refuses in which words.

    `condition` is SQL over NEW and OLD; "" refuses always.
    """

    table: str
    purpose: str
    moment: str
    condition: str
    words: str

    @property
    def name(self) -> str:
        return f"{PREFIX}{self.table}_{self.purpose}"[:63]

    def sqlite(self) -> list[str]:
        when = f"WHEN {self.condition} " if self.condition else ""
        return [
            f'CREATE TRIGGER "{self.name}" BEFORE {self.moment} ON "{self.table}" FOR EACH ROW '
            f"{when}BEGIN SELECT RAISE(ABORT, '{self.words}'); END"
        ]

    def postgresql(self) -> list[str]:
        refuse = f"RAISE EXCEPTION '{self.words}' USING ERRCODE = 'restrict_violation';"
        if self.condition:
            refuse = f"IF {self.condition} THEN {refuse} END IF;"
        answer = "OLD" if self.moment == "DELETE" else "NEW"
        return [
            f'CREATE OR REPLACE FUNCTION "{self.name}"() RETURNS trigger LANGUAGE plpgsql AS '
            f"$$ BEGIN {refuse} RETURN {answer}; END $$",
            f'CREATE TRIGGER "{self.name}" BEFORE {self.moment} ON "{self.table}" '
            f'FOR EACH ROW EXECUTE FUNCTION "{self.name}"()',
        ]


class Guard(Operation):
    """A declaration that a table is guarded. By itself it writes nothing; see the module."""

    reduces_to_sql = False
    reversible = True
    elidable = False
    category = OperationCategory.SQL
    table: str

    def triggers(self) -> list[Trigger]:
        """The triggers that hold this promise."""
        return []

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """A guard changes no model."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """The triggers are made once all migrations have run."""

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """A migration that is no longer applied declares nothing."""


class AppendOnly(Guard):
    """Rows of this table are never changed; never removed either, unless `may_delete`."""

    def __init__(self, table: str, *, may_delete: bool = False) -> None:
        self.table = table
        self.may_delete = may_delete

    def triggers(self) -> list[Trigger]:
        words = f"rows of {self.table} are never {{}}"
        guards = [Trigger(self.table, "no_update", "UPDATE", "", words.format("changed"))]
        if not self.may_delete:
            guards.append(Trigger(self.table, "no_delete", "DELETE", "", words.format("removed")))
        return guards

    def describe(self) -> str:
        return f"Rows of {self.table} are only ever added"


class FixedKeeper(Guard):
    """The keeper of a row is never changed, and equals its parent's where a parent is named.

    `parent_column` is this table's column with the parent's `parent_key`; a row without a parent is let
    through. A row cannot move to a parent with another keeper either.
    """

    def __init__(
        self,
        table: str,
        parent_table: str | None = None,
        parent_column: str | None = None,
        *,
        parent_key: str = "id",
    ) -> None:
        if (parent_table is None) != (parent_column is None):
            raise ValueError("Name both the parent's table and the column that leads to it.")
        self.table = table
        self.parent_table = parent_table
        self.parent_column = parent_column
        self.parent_key = parent_key

    def triggers(self) -> list[Trigger]:
        guards = [
            Trigger(
                self.table,
                "keeper_stays",
                "UPDATE OF keeper_id",
                "NEW.keeper_id <> OLD.keeper_id",
                f"the keeper of a row of {self.table} never changes",
            )
        ]
        if self.parent_table is not None:
            guards += self._equal_to_parent()
        return guards

    def _equal_to_parent(self) -> list[Trigger]:
        condition = (  # every name stands in a migration
            f'NEW."{self.parent_column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM'  # noqa: S608
            f' "{self.parent_table}" parent WHERE parent."{self.parent_key}" ='
            f' NEW."{self.parent_column}" AND parent.keeper_id = NEW.keeper_id)'
        )
        words = f"a row of {self.table} has the keeper of its {self.parent_table}"
        suffix = f"_of_{self.parent_column}"
        return [
            Trigger(self.table, f"keeper{suffix}", "INSERT", condition, words),
            Trigger(
                self.table, f"moves{suffix}", f'UPDATE OF "{self.parent_column}"', condition, words
            ),
        ]

    def describe(self) -> str:
        return f"The keeper of a row of {self.table} never changes"


def declared(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """Every trigger that the applied migrations declare, for tables that still exist."""
    loader = MigrationLoader(connection)
    tables = set(connection.introspection.table_names())
    guards = {
        trigger.name: trigger
        for key in sorted(loader.applied_migrations)
        if key in loader.disk_migrations
        for operation in loader.disk_migrations[key].operations
        if isinstance(operation, Guard) and operation.table in tables
        for trigger in operation.triggers()
    }
    return list(guards.values())


def present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The guards that stand in the database now: the table of each, by name."""
    if connection.vendor == "sqlite":
        sql = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    else:
        sql = (
            "SELECT tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace"
        )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {name: table for name, table in cursor.fetchall() if name.startswith(PREFIX)}


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of declared guards that do not stand in the database."""
    standing = present(connection)
    return sorted(trigger.name for trigger in declared(connection) if trigger.name not in standing)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take every guard down, so that tables can be copied, restored or mended."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name, table in present(connection).items():
            on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')


def rebuild(connection: BaseDatabaseWrapper) -> None:
    """Make the guards equal to what the applied migrations declare."""
    with transaction.atomic(using=connection.alias):
        drop(connection)
        with connection.cursor() as cursor:
            for trigger in declared(connection):
                for statement in getattr(trigger, connection.vendor)():
                    cursor.execute(statement)


@contextmanager
def taken_down(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Take the guards down for a restore, and put them up again whatever happens."""
    drop(connection)
    try:
        yield
    finally:
        rebuild(connection)


def before_migrating(*, using: str, **signal: Any) -> None:
    """SQLite copies the tables it changes, and stumbles over triggers that name them."""
    if connections[using].vendor == "sqlite" and "plan" in signal:
        drop(connections[using])


def after_migrating(*, using: str, **signal: Any) -> None:
    """`flush` sends the same signal without a plan; it changes no table."""
    if "plan" in signal:
        rebuild(connections[using])
