"""`worker`: does the work that waits. Runs until it is stopped, or once."""

import json
import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from homeward.jobs import actions, registry

PAUSE_SECONDS = 3
ROUND = 50


class Command(BaseCommand):
    help = "Do the work that waits in the background, until stopped; with --once, one round."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what waits now, then stop")
        parser.add_argument("--json", action="store_true", help="answer one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        total = actions.work(on=registry.today()) if options["once"] else _until_stopped()
        self._say(total, is_json=options["json"])

    def _say(self, total: actions.Worked, *, is_json: bool) -> None:
        if is_json:
            said = {
                "sent": total.sent,
                "retried": total.retried,
                "failed": total.failed,
                "jobs": total.done,
            }
            self.stdout.write(json.dumps(said))
        else:
            self.stdout.write(
                f"{total.done} jobs done, {total.retried} to try again, {total.failed} failed"
            )


def _until_stopped() -> actions.Worked:
    """Work in rounds until told to stop; the job in hand is finished first."""
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *told: stopped.set())
    total = actions.Worked()
    while not stopped.is_set():
        close_old_connections()
        worked = actions.work(on=registry.today(), most=ROUND, is_stopped=stopped.is_set)
        for name in actions.Worked.__slots__:
            setattr(total, name, getattr(total, name) + getattr(worked, name))
        if not worked.done:
            stopped.wait(PAUSE_SECONDS)
    return total
