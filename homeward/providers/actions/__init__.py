"""Changes to a provider's record, each with its history and announced to the rooms above."""

from homeward.providers.actions.confirmation import (
    confirm_in_writing,
    note_spoken_confirmation,
    take_back_confirmation,
)
from homeward.providers.actions.register import (
    add_provider,
    add_site,
    amend_provider,
    close_site,
    set_registration,
)
from homeward.providers.actions.writing import NotPossible

__all__ = [
    "NotPossible",
    "add_provider",
    "add_site",
    "amend_provider",
    "close_site",
    "confirm_in_writing",
    "note_spoken_confirmation",
    "set_registration",
    "take_back_confirmation",
]
