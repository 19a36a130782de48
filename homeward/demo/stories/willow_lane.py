"""Willow Lane Primary School: mornings at the farm, afternoons at school."""

from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended
from homeward.demo.stories.casting import Cast, away, lives
from homeward.demo.stories.oak_park_others import ready_to_agree
from homeward.demo.world import World


def tell(world: World) -> None:
    """One with the goats now, one who came back, one who begins soon."""
    days = world.days
    lives(
        world,
        _at_the_farm(Said(sex="M", year=6, sen="K"), (-6, 1)),
        Course(calls=Calls(weekday=3, method="in_school", weeks={2: "provider"})),
    )
    lives(
        world,
        _at_the_farm(Said(sex="M", year=4), (-11, -7)),
        Course(
            ended=Ended(
                on=days.last(-7),
                outcome="returned",
                child_said="I told them all about the goats.",
                what_worked="The tent in the corner.",
            )
        ),
    )
    ready = _at_the_farm(Said(sex="F", year=6), (2, 6))
    world.begin(ready_to_agree(world, away(world, ready), 1))


def _at_the_farm(said: Said, weeks: tuple[int, int]) -> Cast:
    return Cast(
        school="willow_lane",
        said=said,
        theme="small_and_loud",
        at="greenfold",
        weeks=weeks,
        more={"week": "four_mornings"},
    )
