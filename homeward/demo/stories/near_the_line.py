"""Bridge House, one short of the line: four children of three schools are full-time, a fifth is a draft.

Each school sees its own child and the count; with a fifth it would have to be registered as a school.
"""

from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course
from homeward.demo.stories.casting import Cast, away, lives
from homeward.demo.stories.oak_park_others import ready_to_agree
from homeward.demo.world import World

AT = "bridge_house"


def tell(world: World) -> None:
    """Begin them all: Amira's own story makes the fourth."""
    for school, sex, theme, weekday in (
        ("hartwell", "M", "hard_mornings", 0),
        ("hartwell", "F", "fallen_out", 3),
        ("canal_side", "M", "behind_in_reading", 2),
    ):
        lives(
            world,
            Cast(school=school, said=Said(sex=sex, year=8), theme=theme, at=AT, weeks=(-2, 5)),
            Course(calls=Calls(weekday=weekday)),
        )
    fifth = away(
        world,
        Cast(
            school="oak_park",
            said=Said(sex="F", year=9),
            theme="fallen_out",
            at=AT,
            weeks=(1, 6),
        ),
    )
    world.begin(ready_to_agree(world, fifth, 1))
