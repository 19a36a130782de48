"""`first_administrator`: the one link into a fresh installation."""

import json
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.core.validators import validate_email

from homeward.organisations import actions, clock, queries
from homeward.organisations.access import NOBODY


class Command(BaseCommand):
    help = "Invite the first administrator of a fresh installation, and print their one-use link."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", required=True)
        parser.add_argument("--authority", required=True, help="the code, such as 312")
        parser.add_argument("--json", action="store_true", help="one JSON object on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        authority = queries.authority(NOBODY, options["authority"])
        if authority is None:
            self._refuse(
                f"No authority has the code {options['authority']}. "
                "Run import_schools first: it loads the authorities of England."
            )
        try:
            validate_email(options["email"])
            _, path = actions.create_administrator(
                options["email"], name=options["name"], authority=authority, on=clock.today()
            )
        except ValidationError:
            self._refuse(f"{options['email']} is not an email address.")
        except (actions.AlreadyMember, ValueError) as wrong:
            self._refuse(str(wrong))
        link = settings.BASE_URL.rstrip("/") + path
        if options["json"]:
            self.stdout.write(json.dumps({"email": options["email"], "link": link}))
        else:
            self.stdout.write(f"Hand over this link; it works once, within two weeks:\n{link}")

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        raise SystemExit(2)
