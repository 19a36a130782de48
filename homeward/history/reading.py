"""What `web` is lent so that a page about a record notes who opened it."""

from uuid import UUID

from django.http import HttpRequest

from homeward.history.actions import note_reading
from homeward.history.who import Who


def on_read(access: Who, kind: str, reference: UUID, request: HttpRequest) -> None:
    """Write the reading log after a page about a record was given."""
    note_reading(access, kind, reference)
