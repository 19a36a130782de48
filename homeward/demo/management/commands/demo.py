"""The demo borough: `homeward demo`."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from homeward.demo.borough import SIZES, GoesBack, Made, NotEmpty, found, is_made, make, move


class Command(BaseCommand):
    help = (
        "Makes the demo borough in an empty database: invented children in every state a placement"
        " can be in. The same day, seed and size give the same digest. (A size `england` comes with"
        " the benchmark.) Exit 2, and nothing is written, where the database is not empty."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            help="the day up to which it is told and on which it stays, such as 2026-11-24. With"
            " --if-missing, moves a demonstration that is there on to that day",
        )
        parser.add_argument("--seed", type=int, default=1, help="another seed, other names")
        parser.add_argument("--size", choices=list(SIZES), default="borough")
        parser.add_argument(
            "--if-missing", action="store_true", help="leave a demonstration that is there as it is"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and say what was made; leave with 2 where there is something already."""
        if is_made():
            self._leave(options)
            return
        try:
            made = make(
                today=options["today"] or settings.TODAY or timezone.localdate(),
                seed=options["seed"],
                size=options["size"],
                stays=options["today"] is not None,
            )
        except NotEmpty:
            self._refuse("This database holds a real record. The demo is made in an empty one.")
        self._say(made, options, "The demonstration is made")

    def _leave(self, options: dict[str, Any]) -> None:
        """Leave what is there as it is, but for the day on which it is."""
        if not options["if_missing"]:
            self._refuse("There is a demonstration here already. Start with an empty database.")
        if options["today"]:
            try:
                move(to=options["today"])
            except GoesBack as wrong:
                self._refuse(f"{wrong} Choose that day or a later one.")
        self._say(found(), options, "The demonstration is there already")

    def _refuse(self, why: str) -> NoReturn:
        self.stderr.write(f"{why} Nothing was changed.")
        raise SystemExit(2)

    def _say(self, made: Made, options: dict[str, Any], what: str) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(asdict(made)))
            return
        self.stdout.write(
            f"{what}: {made.schools:,} schools, {made.pupils:,} children,"
            f" {made.placements:,} placements, {made.contacts:,} contacts."
        )
