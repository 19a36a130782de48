"""Is what is stored as due what the rules say? `homeward check_expectations [--json]`."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from homeward.organisations import clock
from homeward.placements.actions.checking import compared


class Command(BaseCommand):
    help = (
        "Recomputes all that is due (about placements, providers and term dates) and compares it"
        " with what is stored."
        " Exit 0: the two are equal. Exit 1: each difference is named. Nothing is changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each difference; leave with 1 where there is any."""
        placements, differences = 0, []
        for batch in compared(on=clock.today()):
            placements += batch.placements
            differences += [
                {
                    "about": str(about),
                    "kind": found.kind,
                    "period": found.period,
                    "problem": found.problem,
                }
                for about, found in batch.differences
            ]
        if options["json"]:
            self.stdout.write(json.dumps({"placements": placements, "differences": differences}))
        else:
            self._say(placements, differences)
        if differences:
            raise SystemExit(1)

    def _say(self, placements: int, differences: list[dict[str, str]]) -> None:
        for one in differences:
            self.stdout.write(
                f"{one['about']} {one['kind']} {one['period']}: {one['problem']}.".replace(
                    "  ", " "
                )
            )
        count = len(differences)
        differ = "1 difference" if count == 1 else f"{count} differences"
        says = differ if count else "what is due is what is stored"
        self.stdout.write(f"{placements} placements were recomputed: {says}.")
