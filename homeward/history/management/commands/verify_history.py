"""Is the history still what was written? `homeward verify_history [--json]`."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from homeward.history.queries import Verified, verified
from homeward.history.who import HOMEWARD


class Command(BaseCommand):
    help = (
        "Walks every authority's chain of history and names each entry that was altered or removed."
        " Exit 0: all holds. Exit 1: something is broken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found; leave with 1 where anything is broken."""
        found = verified(HOMEWARD)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(found)))
        else:
            self._say(found)
        if found.faults or found.unguarded:
            raise SystemExit(1)

    def _say(self, found: Verified) -> None:
        for fault in found.faults:
            self.stdout.write(f"Authority {fault.keeper}, entry {fault.number}: {fault.problem}.")
        for name in found.unguarded:
            self.stdout.write(f"The guard {name} is missing: run migrate.")
        holds = "do not all hold" if found.faults else "hold"
        self.stdout.write(f"{found.entries} entries in {len(found.heads)} chains: they {holds}.")


def _as_json(found: Verified) -> dict[str, Any]:
    return {
        "entries": found.entries,
        "broken": [
            {"authority": fault.keeper, "number": fault.number, "problem": fault.problem}
            for fault in found.faults
        ],
        "unguarded": found.unguarded,
        "heads": {str(keeper): digest for keeper, digest in found.heads.items()},
    }
