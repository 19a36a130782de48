"""`manage.py write_docs`: write `docs/guidance/` again from the passages of guidance."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from homeward.portal.papers import papers


class Command(BaseCommand):
    help = "Writes docs/guidance/ again from the passages of guidance."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs" / "guidance"
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for name, text in papers().items():
            file = folder / name
            if not file.exists() or file.read_text() != text:
                file.write_text(text)
                written.append(name)
        if options["json"]:
            self.stdout.write(json.dumps({"written": written}))
        else:
            self.stdout.write(f"Written: {', '.join(written) or 'nothing, all is current'}")
