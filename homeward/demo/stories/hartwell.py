"""Hartwell School: one who went on to college in June, others on the way, two who are gone."""

from homeward.calendars.rules import last_friday_in_june
from homeward.demo import children
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended
from homeward.demo.stories.casting import Cast, away, lives
from homeward.demo.stories.oak_park_others import only_begun, withdrawn
from homeward.demo.world import World

SCHOOL = "hartwell"


def tell(world: World) -> None:
    """Begin them all."""
    went_to_college(world)
    to_the_end(world)
    gone(world)
    running(world)
    never_began(world)


def went_to_college(world: World) -> None:
    """To the end of Year 11 and on to college: the last June that is over."""
    june = last_friday_in_june(world.days.academic_year)
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=11),
            theme="year_eleven",
            at="northgate",
            weeks=(-21, -15),
            more={
                "kind": "ks4_to_end",
                "starts_on": world.calendar(None).nth_school_day_before(june, 40),
                "ends_on": june,
                "post16_lead": world.staff["hartwell.head"],
            },
        ),
        Course(
            ended=Ended(
                on=june,
                outcome="post_16",
                destination="Riverbank College (example), catering",
                child_said="I know two people there already.",
                what_worked="The visit on an ordinary Wednesday, and help with the form.",
            )
        ),
    )


def to_the_end(world: World) -> None:
    """Year 11, to the end of it."""
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=11, sen="K"),
            theme="year_eleven",
            at="northgate",
            weeks=(-9, 20),
            more={
                "kind": "ks4_to_end",
                "ends_on": last_friday_in_june(world.days.academic_year + 1),
                "post16_lead": world.staff["hartwell.head"],
            },
        ),
        Course(calls=Calls(weekday=2, weeks={6: "missed"}), steps=1),
    )


def gone(world: World) -> None:
    """One moved away; one whom nobody has seen since Monday, and for whom people are looking."""
    days = world.days
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=9),
            theme="grieving",
            at="bridge_house",
            weeks=(-8, -4),
            more={"week": "two_days"},
        ),
        Course(
            ended=Ended(
                on=days.day(-5, 3),
                outcome="left_area",
                is_planned=False,
                because="The family moved to Slough. The record was handed on by telephone and letter.",
            )
        ),
    )
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=10),
            theme="fallen_out",
            at="quayside",
            weeks=(-7, 2),
        ),
        Course(
            ended=Ended(
                on=days.day(-2, 1),
                outcome="missing",
                is_planned=False,
                because="Nobody has seen him or the family since Monday; the authority is looking.",
            )
        ),
    )


def running(world: World) -> None:
    """Two that go well."""
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=8, sen="K"),
            theme="busy_corridors",
            at="quayside",
            weeks=(-6, 2),
            family=children.with_grandmother,
        ),
        Course(calls=Calls(weekday=0, weeks={3: "corrected"})),
    )
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=10),
            theme="behind_in_reading",
            at="riverbank",
            weeks=(-5, 6),
            more={"week": "two_days"},
        ),
        Course(calls=Calls(weekday=4)),
    )


def never_began(world: World) -> None:
    """One withdrawn, one just begun."""
    she = Cast(
        school=SCHOOL,
        said=Said(sex="F", year=7),
        theme="hard_mornings",
        at="tuition",
        weeks=(-2, 3),
    )
    he = Cast(
        school=SCHOOL, said=Said(sex="M", year=7), theme="sixth_day", at="northgate", weeks=(1, 2)
    )
    world.begin(withdrawn(world, away(world, she)))
    world.begin(only_begun(world, away(world, he), 1))
