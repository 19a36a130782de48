"""Lines 3a and 3b: the schools register of England, loaded for the first time and once more."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.connections.import_schools import import_schools
from tools.bench.floors.schools import load
from tools.bench.timing import Line, Taken, milliseconds

FILE = Path(__file__).parents[3] / "tests/data/england_open_schools_2026-01-30.csv.gz"
_WRITES = ("INSERT", "UPDATE", "DELETE")


def against_sql(*, samples: int, **about: Any) -> list[Line]:
    """Both lines, in an empty database that is emptied again afterwards."""
    first, again, floor = [], [], []
    for _ in range(samples):
        _empty()
        first.append(milliseconds(lambda: import_schools(FILE)))
        floor.append(milliseconds(lambda: load(FILE)))
        again.append(milliseconds(lambda: import_schools(FILE)))
    written = _written_again()
    _empty()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bench_schools")
    again_line = Taken(again, floor).line(
        "3b", "The same file again", goal=3, more={"statements_that_wrote": written}, **about
    )
    return [
        Taken(first, floor).line("3a", "First load of the schools register", goal=6, **about),
        replace(again_line, met=again_line.met and not written),
    ]


def _written_again() -> int:
    """How many statements of one more load wrote something."""
    with CaptureQueriesContext(connection) as captured:
        import_schools(FILE)
    return sum(query["sql"].lstrip().startswith(_WRITES) for query in captured)


def _empty() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("TRUNCATE organisations_organisation CASCADE")
        else:
            cursor.execute("DELETE FROM organisations_school")
            cursor.execute("DELETE FROM organisations_organisation")
