"""Reading children's records. Everything goes through `visible`."""

from homeward.pupils.queries.listing import (
    Chosen,
    Listed,
    everyone,
    listed,
    namesakes,
    numbered,
    search,
)
from homeward.pupils.queries.record import Family, Record, adults, family, households, record
from homeward.pupils.queries.visible import (
    adult,
    household,
    is_own,
    keeper_of,
    own_pupil,
    own_school,
    pupil,
    school,
    sees_shields,
    shield,
    visible,
)

__all__ = [
    "Chosen",
    "Family",
    "Listed",
    "Record",
    "adult",
    "adults",
    "everyone",
    "family",
    "household",
    "households",
    "is_own",
    "keeper_of",
    "listed",
    "namesakes",
    "numbered",
    "own_pupil",
    "own_school",
    "pupil",
    "record",
    "school",
    "search",
    "sees_shields",
    "shield",
    "visible",
]
