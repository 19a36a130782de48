"""`import_terms`: reads term dates from CSV, JSON or iCalendar."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from homeward.connections.import_terms import Imported, import_terms
from homeward.connections.tables import Unusable
from homeward.organisations import clock
from homeward.organisations.access import Access


class Command(BaseCommand):
    help = "Import term dates: CSV (organisation,kind,starts_on,ends_on,name), JSON or iCalendar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--organisation", default="", help="whose dates they are, where the file does not say"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = import_terms(
                options["file"],
                organisation=options["organisation"],
                by=Access(person_name="Homeward", is_system=True),
                on=clock.today(),
            )
        except Unusable as wrong:
            self.stderr.write(f"{wrong} Nothing was changed.")
            raise SystemExit(2) from wrong
        if options["json"]:
            self.stdout.write(json.dumps(asdict(done), ensure_ascii=False))
        else:
            self._say(done)
        if done.rejected:
            raise SystemExit(1)

    def _say(self, done: Imported) -> None:
        self.stdout.write(
            f"{done.read:,} term dates read: {done.created:,} new, {done.changed:,} changed, "
            f"{done.unchanged:,} as before, {len(done.rejected):,} rejected. "
            f"{done.replaced:,} older ones made way."
        )
        for row in done.rejected:
            self.stdout.write(f"  line {row['line']}: {row['reason']}")
