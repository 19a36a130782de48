"""What the database means to do: its plan for a query, on either engine."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

BIG = 10_000
IS_POSTGRESQL = connection.vendor == "postgresql"
WHY_NOT_SQLITE = "SQLite keeps no statistics of its tables; the PostgreSQL leg reads the plans"


def explain(asked):
    """The plan of a queryset or of plain SQL, as the database words it."""
    if connection.vendor == "postgresql":
        return json.dumps(_plan(_text(asked)), indent=1)
    sql, params = (asked, ()) if isinstance(asked, str) else asked.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def assert_no_big_seq_scan(asked, *, above=BIG):
    """Fail where PostgreSQL would read a table of more than `above` rows from end to end.

    Bring the statistics up to date first (`analyze`), as the database itself does in service.
    """
    scans = [
        (node["Relation Name"], rows)
        for node in _nodes(_plan(_text(asked)))
        if node["Node Type"] == "Seq Scan" and (rows := _rows(node["Relation Name"])) > above
    ]
    assert not scans, f"read from end to end: {scans}\n{_text(asked)}\n{explain(asked)}"


def assert_no_big_seq_scan_while(work, *, above=BIG):
    """Run `work` and hold every SELECT it made to `assert_no_big_seq_scan`; answer how many."""
    with CaptureQueriesContext(connection) as captured:
        work()
    selects = [query["sql"] for query in captured if query["sql"].startswith("SELECT")]
    for sql in selects:
        assert_no_big_seq_scan(sql, above=above)
    return len(selects)


def analyze():
    """Bring the statistics of all tables up to date."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _text(asked):
    """The SQL with its values in it, so that the plan is made for these and not for any."""
    if isinstance(asked, str):
        return asked
    return connection.ops.compose_sql(*asked.query.sql_with_params())


def _plan(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        return cursor.fetchone()[0][0]["Plan"]


def _nodes(plan):
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)


def _rows(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
        return cursor.fetchone()[0]
