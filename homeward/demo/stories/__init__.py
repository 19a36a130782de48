"""What is told: Oak Park first, then the authority's own, then the other schools."""

from collections.abc import Callable

from homeward.demo.stories import (
    authority,
    canal_side,
    coming_back,
    elm_road,
    hartwell,
    moving_on,
    near_the_line,
    oak_park,
    oak_park_others,
    requests,
    willow_lane,
)
from homeward.demo.world import World

type Chapter = Callable[[World], None]

SMALL: tuple[Chapter, ...] = (
    oak_park.tell,
    oak_park_others.tell,
    authority.tell_of_kofi,
    coming_back.tell_at_oak_park,
    requests.tell,
)
BOROUGH: tuple[Chapter, ...] = (
    *SMALL,
    authority.tell,
    elm_road.tell,
    canal_side.tell,
    hartwell.tell,
    willow_lane.tell,
    coming_back.tell_elsewhere,
    moving_on.tell,
    requests.tell_of_others,
    near_the_line.tell,
)
