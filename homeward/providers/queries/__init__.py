"""Reading providers' records. There is no child's data here; whoever works with AP may read them."""

from homeward.providers.queries.listing import Choice, Chosen, Listed, choices, providers
from homeward.providers.queries.record import (
    Confirmations,
    Record,
    Standings,
    confirmation,
    confirmations,
    provider,
    record,
    registration,
    site,
    standings,
)

__all__ = [
    "Choice",
    "Chosen",
    "Confirmations",
    "Listed",
    "Record",
    "Standings",
    "choices",
    "confirmation",
    "confirmations",
    "provider",
    "providers",
    "record",
    "registration",
    "site",
    "standings",
]
