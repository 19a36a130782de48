"""Canal Side Academy: two provisions side by side, a chain of three, a start that nobody agreed."""

from datetime import timedelta

from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended, came, follow, whole
from homeward.demo.placing import Away, plan
from homeward.demo.stories.casting import Cast, away, lives, next_leg
from homeward.demo.teller import Story
from homeward.demo.world import World

SCHOOL = "canal_side"


def tell(world: World) -> None:
    """Begin them all."""
    side_by_side(world)
    three_in_a_row(world)
    simply_came(world)
    taught_at_home(world)
    mends_bicycles(world)


def side_by_side(world: World) -> None:
    """Mornings at the farm and afternoons with a tutor: two part-time provisions at once."""
    mornings = away(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=9, sen="E", needs={"sen_need": "ASD", "has_ehc_plan": True}),
            theme="busy_corridors",
            at="greenfold",
            weeks=(-4, 4),
            more={"week": "four_mornings"},
        ),
    )
    afternoons = next_leg(
        world, mornings, at="tuition", weeks=(-4, 4), week="four_afternoons", follows=None
    )
    for half in (mornings, afternoons):
        world.begin(whole(world, half, Course(calls=Calls(weekday=1))))


def three_in_a_row(world: World) -> None:
    """Three legs one after another, longer than twelve school weeks before the return."""
    one = away(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=10),
            theme="fallen_out",
            at="bridge_house",
            weeks=(-14, -11),
            more={"week": "four_days"},
        ),
    )
    two = next_leg(world, one, at="greenfold", weeks=(-10, -6))
    three = next_leg(world, two, at="bridge_house", weeks=(-5, -2))
    for leg in (one, two):
        goes_on = Ended(
            on=leg.ends_on,
            outcome="next_placement",
            destination="Another short placement, in a row",
            because="The second meeting had not been held, and everybody wanted it to be.",
        )
        world.begin(whole(world, leg, Course(ended=goes_on)))
    back = Ended(
        on=three.ends_on,
        outcome="returned",
        destination="Canal Side Academy (example)",
        child_said="I was away for so long. I'm glad it's over.",
        what_worked="The same tutor all the way through.",
    )
    world.begin(whole(world, three, Course(ended=back)))


def simply_came(world: World) -> None:
    """The child came before anybody had agreed: recorded as it happened, and the gaps fell due."""
    he = away(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=9),
            theme="busy_corridors",
            at="second_wind",
            weeks=(0, 5),
            more={"week": "two_days", "starts_on": world.days.ago(4)},
        ),
    )
    world.begin(_came_first(world, he))


def _came_first(world: World, he: Away) -> Story:
    drafted_on = he.starts_on - timedelta(days=1)
    yield drafted_on
    plan(world, he, drafted_on, leave={"people", "milestones", "review"})
    yield he.starts_on
    came(he, he.starts_on)
    follow(world, he, Course(calls=Calls(weekday=4), steps=0, keeps_up=False))


def taught_at_home(world: World) -> None:
    """The parents decided to teach their daughter at home."""
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=9, sen="K"),
            theme="hard_mornings",
            at="tuition",
            weeks=(-12, -7),
            more={"week": "mornings"},
        ),
        Course(
            ended=Ended(
                on=world.days.last(-7),
                outcome="home_education",
                is_planned=False,
                because="The parents wrote that they teach her at home now. The authority was told.",
                child_said="I want to try it. I might come back.",
            )
        ),
    )


def mends_bicycles(world: World) -> None:
    """Two days a week at the workshop, with a late call and one that reached nobody."""
    lives(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=8),
            theme="behind_in_reading",
            at="second_wind",
            weeks=(-8, 1),
            more={"week": "two_days"},
        ),
        Course(calls=Calls(weekday=2, weeks={3: "late", 6: "tried"})),
    )
