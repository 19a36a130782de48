"""The guards on tables of their own, on whichever engine the suite runs."""

import pytest
from django.db import IntegrityError, connection, transaction

from homeward.history import triggers
from homeward.history.triggers import AppendOnly, FixedKeeper

TABLES = [
    "CREATE TABLE guarded_parent (id integer PRIMARY KEY, keeper_id integer NOT NULL)",
    "CREATE TABLE guarded_child (id integer PRIMARY KEY, keeper_id integer NOT NULL,"
    " parent_id integer, words text)",
]
ROWS = [
    "INSERT INTO guarded_parent VALUES (1, 10), (2, 20), (3, 10)",
    "INSERT INTO guarded_child VALUES (1, 10, 1, 'as it was'), (2, 30, NULL, 'without a parent')",
]


def run(*statements):
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def guarded(db):
    def guard(operation):
        run(*TABLES)
        for trigger in operation.triggers():
            run(*getattr(trigger, connection.vendor)())
        run(*ROWS)

    return guard


def refused(statement):
    try:
        run(statement)
    except IntegrityError:
        return True
    return False


def test_rows_of_an_append_only_table_stay_as_they_are(guarded):
    guarded(AppendOnly("guarded_child"))

    assert refused("UPDATE guarded_child SET words = 'changed' WHERE id = 1")
    assert refused("DELETE FROM guarded_child WHERE id = 1")
    assert not refused("INSERT INTO guarded_child VALUES (3, 10, 1, 'added')")


def test_a_table_may_let_rows_go_but_not_change(guarded):
    guarded(AppendOnly("guarded_child", may_delete=True))

    assert refused("UPDATE guarded_child SET words = 'changed' WHERE id = 1")
    assert not refused("DELETE FROM guarded_child WHERE id = 1")


def test_a_keeper_never_changes(guarded):
    guarded(FixedKeeper("guarded_child"))

    assert refused("UPDATE guarded_child SET keeper_id = 20 WHERE id = 1")
    assert not refused("UPDATE guarded_child SET keeper_id = 10, words = 'new' WHERE id = 1")
    assert not refused("INSERT INTO guarded_child VALUES (3, 99, 1, 'no parent was named')")


def test_a_row_has_the_keeper_of_its_parent(guarded):
    guarded(FixedKeeper("guarded_child", "guarded_parent", "parent_id"))

    assert refused("INSERT INTO guarded_child VALUES (3, 20, 1, 'of another keeper')")
    assert refused("UPDATE guarded_child SET parent_id = 2 WHERE id = 1")
    assert not refused("UPDATE guarded_child SET parent_id = 3 WHERE id = 1")
    assert not refused("INSERT INTO guarded_child VALUES (3, 20, 2, 'of its keeper')")
    assert not refused("INSERT INTO guarded_child VALUES (4, 99, NULL, 'without a parent')")


def test_a_parent_without_its_column_is_refused():
    with pytest.raises(ValueError, match="Name both"):
        FixedKeeper("guarded_child", parent_table="guarded_parent")


def test_what_the_migrations_declare_stands_in_the_database(db):
    declared = {trigger.name for trigger in triggers.declared(connection)}

    assert declared == set(triggers.present(connection))
    assert "homeward_history_entry_no_delete" in declared
    assert triggers.missing(connection) == []


def test_guards_come_back_after_a_restore(db):
    before = triggers.present(connection)

    with triggers.taken_down(connection):
        assert triggers.present(connection) == {}

    assert triggers.present(connection) == before


@pytest.mark.django_db(transaction=True)
def test_migrating_keeps_the_guards_up():
    before = triggers.present(connection)

    triggers.before_migrating(using="default", plan=[])
    triggers.after_migrating(using="default", plan=[])
    triggers.before_migrating(using="default")

    assert triggers.present(connection) == before
