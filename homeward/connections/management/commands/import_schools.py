"""`import_schools`: reads the public register of schools and its links."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from homeward.connections.import_schools import Imported, import_schools
from homeward.connections.schools_file import Unusable


class Command(BaseCommand):
    help = "Import the public schools register (a GIAS extract: .csv, .csv.gz or .zip)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--links", type=Path, help="the predecessor and successor file")
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = import_schools(options["file"], options["links"])
        except Unusable as wrong:
            self.stderr.write(f"{wrong} Nothing was changed.")
            raise SystemExit(2) from wrong
        if options["json"]:
            self.stdout.write(json.dumps(asdict(done), ensure_ascii=False))
        else:
            self._say(done)
        if done.rejected or (done.links and done.links["rejected"]):
            raise SystemExit(1)

    def _say(self, done: Imported) -> None:
        self.stdout.write(
            f"{done.read:,} schools read: {done.created:,} new, {done.updated:,} changed, "
            f"{done.unchanged:,} as before, {len(done.rejected):,} rejected. "
            f"{done.closed:,} of them are closed."
        )
        for row in done.rejected:
            self.stdout.write(f"  line {row['line']}: {row['reason']}")
        if done.links is not None:
            self.stdout.write(
                f"{done.links['read']:,} links read: {done.links['created']:,} new, "
                f"{done.links['updated']:,} changed, {done.links['unchanged']:,} as before, "
                f"{done.links['others']:,} of other kinds, {len(done.links['rejected']):,} rejected."
            )
            for row in done.links["rejected"]:
                self.stdout.write(f"  line {row['line']}: {row['reason']}")
