"""The schools register without the house: the kept columns as they stand in the file, in one load.

Nothing is validated, no cell is read, no row is compared: PostgreSQL's COPY, SQLite's executemany.
"""

import csv
import gzip
import io
from pathlib import Path

from django.db import connection, transaction

from homeward.connections.schools_file import kept_columns


def load(path: Path) -> int:
    """Load the kept columns into a table of text with the URN as its key; answers how many rows."""
    rows = csv.reader(io.StringIO(gzip.decompress(path.read_bytes()).decode("utf-8-sig")))
    header = next(rows)
    places = [header.index(name) for name in kept_columns() if name in header]
    kept = ([row[place] for place in places] for row in rows)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_schools")
        columns = ", ".join(f"column_{number} text" for number in range(1, len(places)))
        cursor.execute(f"CREATE TABLE bench_schools (urn text PRIMARY KEY, {columns})")
        if connection.vendor == "postgresql":
            with cursor.copy("COPY bench_schools FROM STDIN") as copy:
                for row in kept:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(places))
            cursor.executemany(f"INSERT INTO bench_schools VALUES ({marks})", kept)
        cursor.execute("SELECT count(*) FROM bench_schools")
        return cursor.fetchone()[0]
