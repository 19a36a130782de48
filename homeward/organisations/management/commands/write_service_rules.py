"""`write_service_rules`: writes what each role may do from the roles themselves."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from homeward.organisations.rules.service_rules import pages

FOLDER = Path("docs") / "service-rules"


class Command(BaseCommand):
    help = "Write docs/service-rules from the roles: who may do what, and who sees what."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / FOLDER)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            (folder / name).write_text(text, encoding="utf-8")
        self.stdout.write(f"Wrote {len(pages())} pages to {folder}.")
