"""`worker`: does the work that waits. Runs until it is stopped, or once."""

import json
import signal
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from homeward.jobs import actions, registry

PAUSE_SECONDS = 3


class Command(BaseCommand):
    help = "Do the work that waits in the background, until stopped; with --once, one round."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what waits now, then stop")
        parser.add_argument("--json", action="store_true", help="answer one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        total = actions.Worked()
        self.is_stopped = False
        if not options["once"]:
            signal.signal(signal.SIGTERM, self._stop)
            signal.signal(signal.SIGINT, self._stop)
        while True:
            close_old_connections()
            worked = actions.work(on=registry.today(), most=1000 if options["once"] else 50)
            total.done += worked.done
            total.retried += worked.retried
            total.failed += worked.failed
            if options["once"] or self.is_stopped:
                break
            if not worked.done:
                time.sleep(PAUSE_SECONDS)
        self._say(total, is_json=options["json"])

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.is_stopped = True

    def _say(self, total: actions.Worked, *, is_json: bool) -> None:
        if is_json:
            said = {"sent": 0, "retried": total.retried, "failed": total.failed, "jobs": total.done}
            self.stdout.write(json.dumps(said))
        else:
            self.stdout.write(
                f"{total.done} jobs done, {total.retried} to try again, {total.failed} failed"
            )
