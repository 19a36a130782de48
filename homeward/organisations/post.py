"""How messages leave: by SMTP, and from a demonstration never further than a folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail.backends import filebased, smtp

from homeward.organisations import clock


class NotFromDemonstrations(smtp.EmailBackend):
    """Sends by SMTP. What a demonstration sends is written to a file, whatever the settings say."""

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        if clock.is_demo():
            folder = str(Path(settings.DATA_DIR) / "outbox")
            kept = filebased.EmailBackend(alias="demonstration", file_path=folder)
            return kept.send_messages(email_messages) or 0
        return super().send_messages(email_messages) or 0

    def close(self) -> None:
        """End the talk. What the server accepted stays accepted, however it takes the goodbye."""
        talk = self.connection
        try:
            super().close()
        except OSError:
            if talk is not None:
                talk.close()
