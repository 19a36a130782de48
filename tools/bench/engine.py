"""All lines on one engine, in a process of their own: `python -m tools.bench.engine SIZE FILE`."""

import json
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import django

from tools.bench.sizes import SIZES, Size
from tools.bench.table import table


def main(name: str, file: Path) -> None:
    """Measure everything and write it to a file as JSON."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "homeward.config.settings"
    django.setup()
    from tools.bench import databases

    lines = []
    for line in _lines(SIZES[name]):
        lines.append(line.written())
        _say(table(lines[-1:]).splitlines()[1])
        file.write_text(json.dumps({"version": databases.version(), "lines": lines}), "utf-8")


def _lines(size: Size) -> Iterable:
    """The lines in the order of the databases they need: empty, narrow, of the size, and wide."""
    from django.db import connection

    from tools.bench import databases
    from tools.bench.lines import (
        contact,
        letters,
        overview,
        queries,
        schools,
        settling,
        today,
        weight,
    )

    about = {"engine": connection.vendor, "size": size.name}
    databases.migrate()
    yield from schools.against_sql(samples=size.imports, **about)
    yield letters.as_pdf(samples=size.samples, **about)
    _say("the demo borough is told")
    neighbourhood = databases.make()
    yield from weight.weighed(**about)
    databases.grow(neighbourhood, placements=size.narrow)
    few = databases.copy("few")
    databases.grow(neighbourhood, live=size.live)
    _say(f"{size.live:,} live placements")
    yield today.against_sql(samples=size.samples, **about)
    yield overview.against_sql(samples=size.samples, **about)
    databases.grow(neighbourhood, placements=size.wide)
    _say(f"{size.wide:,} placements and more")
    yield today.against_few(few, samples=size.samples, **about)
    yield contact.against_few(neighbourhood, few, samples=size.samples, **about)
    yield contact.against_sql(neighbourhood, samples=size.samples, **about)
    yield from queries.counted(neighbourhood, **about)
    yield settling.of_all(sample=size.settled, **about)


def _say(words: str) -> None:
    print(f"  {time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
