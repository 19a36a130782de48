"""Elm Road School: sees its own children, and nothing of Oak Park's."""

from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended
from homeward.demo.stories.casting import Cast, away, lives
from homeward.demo.stories.oak_park_others import half_written
from homeward.demo.world import World

SCHOOL = "elm_road"


def tell(world: World) -> None:
    """Begin them all."""
    running(world)
    over(world)
    to_come(world)


def running(world: World) -> None:
    """Two that go well, and one past its end about which nobody has decided."""
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=9),
            theme="busy_corridors",
            at="northgate",
            weeks=(-7, 3),
        ),
        Course(calls=Calls(weekday=1, weeks={4: "parent"})),
    )
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=8),
            theme="grieving",
            at="greenfold",
            weeks=(-2, 4),
            more={"week": "two_days"},
        ),
        Course(calls=Calls(weekday=3)),
    )
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=10, sen="K"),
            theme="hard_mornings",
            at="quayside",
            weeks=(-8, -1),
        ),
        Course(steps=2, calls=Calls(weekday=2, weeks={5: "missed"})),
    )


def over(world: World) -> None:
    """One came back as planned, one sooner and in another way."""
    days = world.days
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=7),
            theme="fallen_out",
            at="bridge_house",
            weeks=(-10, -6),
            more={"week": "four_days"},
        ),
        Course(
            ended=Ended(
                on=days.last(-6), outcome="returned", child_said="Nobody stared. It was fine."
            )
        ),
    )
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=8),
            theme="sixth_day",
            at="northgate",
            weeks=(-9, -8),
        ),
        Course(
            ended=Ended(
                on=days.last(-8),
                outcome="other",
                destination="Elm Road School (example), on a shorter day for two weeks",
                because="The headteacher's meeting came sooner than planned.",
            )
        ),
    )


def to_come(world: World) -> None:
    """One agreed, one half written."""
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=9),
            theme="busy_corridors",
            at="quayside",
            weeks=(2, 8),
        ),
        Course(agreed=9, drafted=12),
    )
    draft = Cast(
        school=SCHOOL,
        said=Said(sex="M", year=10),
        theme="mending",
        at="tuition",
        weeks=(3, 8),
    )
    world.begin(half_written(world, away(world, draft), 4))
