"""Reading requests. Every function asks who is asking first."""

from homeward.support.queries.cards import Card, cards, open_about, teams_of
from homeward.support.queries.facts import newest
from homeward.support.queries.listing import (
    Chosen,
    Counts,
    Listed,
    Queue,
    everything,
    queue,
    teams_to_choose,
)
from homeward.support.queries.names import Name, address_to_tell, names
from homeward.support.queries.promises import Kept, kept
from homeward.support.queries.record import RequestPage, officers, record, schools_to_ask
from homeward.support.queries.visible import (
    answered_request,
    is_of_team,
    request,
    school_asked,
    step,
    visible,
)

__all__ = [
    "Card",
    "Chosen",
    "Counts",
    "Kept",
    "Listed",
    "Name",
    "Queue",
    "RequestPage",
    "address_to_tell",
    "answered_request",
    "cards",
    "everything",
    "is_of_team",
    "kept",
    "names",
    "newest",
    "officers",
    "open_about",
    "queue",
    "record",
    "request",
    "school_asked",
    "schools_to_ask",
    "step",
    "teams_of",
    "teams_to_choose",
    "visible",
]
