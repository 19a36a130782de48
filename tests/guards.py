"""Lets tests that commit clean up: `flush` empties tables whose rows nobody may remove."""

from django.db.backends.sqlite3.base import DatabaseOperations

from homeward.history.triggers import PREFIX

_plain_flush = DatabaseOperations.sql_flush


def _flush_past_guards(self, style, tables, **kwargs):
    with self.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = [(name, sql) for name, sql in cursor.fetchall() if name.startswith(PREFIX)]
    down = [f'DROP TRIGGER "{name}"' for name, _ in guards]
    return [*down, *_plain_flush(self, style, tables, **kwargs), *(sql for _, sql in guards)]


def let_flush_pass():
    """Take the guards down around a flush on SQLite; PostgreSQL truncates, which they do not see."""
    DatabaseOperations.sql_flush = _flush_past_guards
