"""A provider's standing and confirmation on a day, as pure functions over dated rows."""

from homeward.providers.rules.confirmation import Confirmation, Confirmed, confirmation_on
from homeward.providers.rules.standing import Registered, Standing, standing_on

__all__ = [
    "Confirmation",
    "Confirmed",
    "Registered",
    "Standing",
    "confirmation_on",
    "standing_on",
]
