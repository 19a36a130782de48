"""What is told: Oak Park first, then the authority's own, then the other schools."""

from collections.abc import Callable

from homeward.demo.stories import authority, oak_park, oak_park_others, other_schools
from homeward.demo.world import World

type Chapter = Callable[[World], None]

SMALL: tuple[Chapter, ...] = (oak_park.tell, oak_park_others.tell, authority.tell_of_kofi)
BOROUGH: tuple[Chapter, ...] = (
    *SMALL,
    authority.tell,
    other_schools.tell,
)
