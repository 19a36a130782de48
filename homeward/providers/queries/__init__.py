"""Reading providers' records. There is no child's data here; whoever works with AP may read them."""

from homeward.providers.queries.listing import Choice, Chosen, Listed, choices, providers, slice_of
from homeward.providers.queries.record import (
    Confirmations,
    Record,
    Standings,
    area,
    confirmation,
    confirmations,
    details,
    given_confirmation,
    names,
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
    "area",
    "choices",
    "confirmation",
    "confirmations",
    "details",
    "given_confirmation",
    "names",
    "provider",
    "providers",
    "record",
    "registration",
    "site",
    "slice_of",
    "standings",
]
