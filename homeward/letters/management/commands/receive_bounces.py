"""`receive_bounces`: reads what mail servers send back, and notes which letters did not arrive."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from homeward.letters import actions, queries
from homeward.letters.bounces import Came, Notice, read
from homeward.organisations import clock
from homeward.organisations.access import NOBODY

MOST_BYTES = 20 * 1024 * 1024


class Command(BaseCommand):
    help = "Read returned mail, from files or standard input, one message each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="answer one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        counts = {"came_back": 0, "again": 0, "late": 0, "unknown": 0, "other": 0}
        for raw in self._messages(options["files"]):
            counts[_note(read(raw))] += 1
        self._say(counts, is_json=options["json"])

    def _messages(self, files: list[Path]) -> list[bytes]:
        """Each message whole. Raises CommandError for a file that cannot be read."""
        if not files:
            return [sys.stdin.buffer.read(MOST_BYTES)]
        try:
            return [each.read_bytes()[:MOST_BYTES] for each in files]
        except OSError as problem:
            raise CommandError(
                f"{problem.filename} cannot be read: {problem.strerror}."
            ) from problem

    def _say(self, counts: dict[str, int], *, is_json: bool) -> None:
        if is_json:
            self.stdout.write(json.dumps(counts))
            return
        self.stdout.write(
            f"Came back: {counts['came_back']}. Known before: {counts['again']}. Late: {counts['late']}."
            f" Not ours: {counts['unknown']}. Other messages: {counts['other']}."
        )


def _note(notice: Notice) -> str:
    """Note one notice; answers under which name it counts."""
    if notice.came != Came.BACK:
        return notice.came.value
    message = queries.by_message_id(NOBODY, notice.message_id) if notice.message_id else None
    if message is None:
        return "unknown"
    is_new = actions.record_bounce(message, because=notice.because, on=clock.today())
    return "came_back" if is_new else "again"
