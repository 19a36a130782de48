"""Connections of threads that really write at the same time, on either engine."""

import sqlite3
from contextlib import closing
from threading import Barrier, Thread

from django.db import connection, connections


def at_once(folder, *works):
    """Run each work in a thread with a connection of its own; answer what each answered or raised.

    The in-memory database of the SQLite leg is first copied to a file in `folder`, where writers wait
    for each other as they do in service.
    """
    name = _as_file(folder) if connection.vendor == "sqlite" else connection.settings_dict["NAME"]
    start, answers = Barrier(len(works)), [None] * len(works)

    def run(place, work):
        own = connection_of_thread(name)
        start.wait(timeout=10)
        try:
            answers[place] = work()
        except Exception as raised:
            answers[place] = raised
        finally:
            own.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def connection_of_thread(name):
    """A new connection to the database of this name, in use by this thread from here on."""
    own = connections["default"].copy()
    own.settings_dict["NAME"] = name
    connections["default"] = own
    return own


def _as_file(folder):
    name = str(folder / "apart.sqlite3")
    connection.ensure_connection()
    with closing(sqlite3.connect(name)) as file:
        connection.connection.backup(file)
    return name
