"""Children who come back: step by step, sooner than planned, for good; and one for whom it did not hold."""

from collections.abc import Sequence

from homeward.demo import children, returning
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, whole
from homeward.demo.placing import Away
from homeward.demo.returning import IT_HOLDS, Checked
from homeward.demo.stories.casting import Cast, away, lives, next_leg
from homeward.demo.stories.family import around_isaac
from homeward.demo.teller import Story
from homeward.demo.world import World


def tell_at_oak_park(world: World) -> None:
    """Those of Oak Park School."""
    in_steps(world)
    a_week_early(world)


def tell_elsewhere(world: World) -> None:
    """Those of the other schools."""
    held(world)
    begun_again(world)


def in_steps(world: World) -> None:
    """Isaac comes back in three steps; the second was too much at first, and he took it again."""
    he = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Isaac", last="Mensah", sex="M", year=8, sen="K"),
            theme="busy_corridors",
            at="northgate",
            weeks=(-9, 1),
            more={"week": "four_days"},
        ),
    )
    world.begin(whole(world, he, Course(steps=3, calls=Calls(weekday=1))))
    world.begin(around_isaac(world, he))
    world.begin(_in_steps(world, he))


def _in_steps(world: World, he: Away) -> Story:
    days, head = world.days, world.staff["oak_park.head"]
    yield days.day(-5, 2)
    returning.write_ladder(
        he,
        begins=(days.day(-3, 1), days.first(-2), days.first(1)),
        full_time_on=days.first(2),
        by=he.planner,
        on=days.day(-5, 2),
    )
    yield days.day(-5, 4)
    returning.agree_part_time(he, days.day(-5, 4))
    yield days.day(-4, 1)
    returning.put_in_place(he, days.day(-4, 1))
    yield days.day(-4, 3)
    returning.approve(he, head, days.day(-4, 3))
    yield days.day(-3, 1)
    returning.come_back(he, days.day(-3, 1), child_said="Joe was at the gate. I knew where to go.")
    yield days.first(-2)
    returning.move(he, "on", days.first(-2), child_said="Two days is fine. I want my lunch table.")
    yield days.day(-2, 3)
    returning.move(
        he,
        "back",
        days.day(-2, 3),
        because="Two hard mornings in a row after the fire drill. He asked for it himself.",
        child_said="It’s not over. It’s just a smaller week.",
    )
    yield days.first(0)
    returning.move(he, "on", days.first(0), child_said="I said I’d try again, so I am.")


def a_week_early(world: World) -> None:
    """Freya came back a week before her day. Nobody turned her away; the school catches up."""
    she = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Freya", last="Lindqvist", sex="F", year=10),
            theme="grieving",
            at="quayside",
            weeks=(-5, 0),
            calls="oak_park.second",
            family=children.with_both,
            more={"week": "mornings"},
        ),
    )
    world.begin(whole(world, she, Course(steps=3, calls=Calls(weekday=0))))
    world.begin(_a_week_early(world, she))


def _a_week_early(world: World, she: Away) -> Story:
    days = world.days
    yield days.day(-1, 1)
    returning.write_ladder(
        she,
        begins=(days.first(1), days.first(2)),
        full_time_on=days.first(3),
        by=she.planner,
        on=days.day(-1, 1),
    )
    came_on = days.ago(1)
    yield came_on
    returning.come_back(
        she, came_on, child_said="I woke up and wanted to come in. So I put my uniform on."
    )
    returning.put_in_place(she, came_on, leave=1)
    returning.agree_part_time(she, came_on)


def held(world: World) -> None:
    """Callum came back after a term away, last winter. Two terms later it has held."""
    he = lives(
        world,
        Cast(
            school="canal_side",
            said=Said(first="Callum", last="Drew", sex="M", year=8, sen="K"),
            theme="small_and_loud",
            at="northgate",
            weeks=(-47, -37),
        ),
        Course(calls=Calls(weekday=2)),
    )
    world.begin(_back_for_good(world, he, IT_HOLDS))


def _back_for_good(world: World, away: Away, answers: Sequence[Checked]) -> Story:
    yield away.ends_on
    returning.end(
        away,
        away.ends_on,
        "returned",
        child_said="I learnt to say when it gets too much.",
        helped="4",
        what_worked="One adult, the same one, and a place to go that is not the corridor.",
        follow_up="Fifteen minutes with the mentor on Mondays, to the end of the year.",
    )
    world.begin(returning.checks(world, away, answers, by=away.planner))


def begun_again(world: World) -> None:
    """For Kayleigh it did not hold in the summer; the next time begins with what was learnt."""
    she = lives(
        world,
        Cast(
            school="canal_side",
            said=Said(first="Kayleigh", last="Marsden", sex="F", year=9, sen="K"),
            theme="hard_mornings",
            at="northgate",
            weeks=(-31, -24),
        ),
        Course(calls=Calls(weekday=3)),
    )
    again = next_leg(world, she, at="northgate", weeks=(-5, 4), learnt=LEARNT)
    world.begin(_back_for_good(world, she, (A_HARD_START, NOT_THIS_TIME)))
    world.begin(whole(world, again, Course(steps=1, calls=Calls(weekday=3))))


A_HARD_START = Checked(
    holds="at_risk",
    attendance=82,
    child_said="Mondays are the worst.",
    note="Full days from the first week. The tutor meets her at the gate when she can.",
)
NOT_THIS_TIME = Checked(
    holds="no",
    attendance=41,
    suspended=4,
    child_said="I tried. It was all at once again.",
    note="Full timetable from the first week; the quiet start to the day was dropped after a month.",
)
LEARNT = (
    "A full timetable from the first week was too much, and the quiet start of the day was what "
    "held everything else up. This time: mornings first, one step at a time, and the quiet start stays."
)
