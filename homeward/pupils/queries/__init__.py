"""Reading children's records. Everything goes through `visible`."""

from homeward.pupils.queries.kept import kept_from, kept_from_each
from homeward.pupils.queries.listing import (
    Chosen,
    Listed,
    everyone,
    listed,
    namesakes,
    numbered,
    search,
)
from homeward.pupils.queries.record import (
    Family,
    Record,
    adults,
    family,
    family_of,
    households,
    record,
)
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
    "family_of",
    "household",
    "households",
    "is_own",
    "keeper_of",
    "kept_from",
    "kept_from_each",
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
