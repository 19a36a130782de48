"""The rest of Oak Park's record: drafts as far as they go, and those that are over."""

from homeward.calendars.rules import last_friday_in_june
from homeward.demo import children
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended, whole
from homeward.demo.placing import Away, begin, plan
from homeward.demo.stories.casting import Cast, away
from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.placements import actions

SCHOOL = "oak_park"


def tell(world: World) -> None:
    """Begin them all."""
    drafts(world)
    came_back(world)
    never_began(world)


def drafts(world: World) -> None:
    """One just begun, one half written at a provider about which little is known, one whole."""
    bare = Said(sex="F", year=7)
    half = Said(sex="M", year=9, sen="K")
    ready = Said(sex="F", year=10)
    first = away(
        world, Cast(school=SCHOOL, said=bare, theme="grieving", at="bridge_house", weeks=(2, 6))
    )
    second = away(
        world,
        Cast(
            school=SCHOOL,
            said=half,
            theme="busy_corridors",
            at="lantern",
            weeks=(2, 5),
            more={"week": "two_days"},
        ),
    )
    third = away(
        world,
        Cast(
            school=SCHOOL,
            said=ready,
            theme="fallen_out",
            at="northgate",
            weeks=(2, 7),
            family=children.with_foster_carer,
        ),
    )
    world.begin(only_begun(world, first, 1))
    world.begin(half_written(world, second, 3))
    world.begin(ready_to_agree(world, third, 2))


def only_begun(world: World, away: Away, school_days_ago: int) -> Story:
    """A draft with nothing in it."""
    on = world.days.ago(school_days_ago)
    yield on
    begin(away, on)


def half_written(world: World, away: Away, school_days_ago: int) -> Story:
    """A draft with a reason, a provider and dates; people and most of the plan are to come."""
    on = world.days.ago(school_days_ago)
    yield on
    still_open = {"people", "arrangements", "trust", "parents", "review", "targets", "milestones"}
    plan(world, away, on, leave=still_open)


def ready_to_agree(world: World, away: Away, school_days_ago: int) -> Story:
    """A draft that misses nothing."""
    on = world.days.ago(school_days_ago)
    yield on
    plan(world, away, on)


def came_back(world: World) -> None:
    """Seven weeks at Northgate, then back to Oak Park on the day that was planned."""
    he = away(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=9),
            theme="fallen_out",
            at="northgate",
            weeks=(-11, -5),
            family=children.with_both,
        ),
    )
    back = Ended(
        on=he.ends_on,
        outcome="returned",
        destination="Oak Park School (example)",
        child_said="It helped that someone met me at the gate.",
        what_worked="Two meetings before, one lesson first, and his place in the team.",
    )
    calls = Calls(weekday=3, weeks={1: "forgotten"})
    world.begin(whole(world, he, Course(ended=back, calls=calls)))


def never_began(world: World) -> None:
    """One that was no longer needed, one that was not agreed."""
    she = away(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="F", year=8),
            theme="hard_mornings",
            at="quayside",
            weeks=(-4, 2),
        ),
    )
    he = away(
        world,
        Cast(
            school=SCHOOL,
            said=Said(sex="M", year=11),
            theme="year_eleven",
            at="greenfold",
            weeks=(-6, 2),
            more={
                "week": "four_days",
                "kind": "ks4_to_end",
                "ends_on": last_friday_in_june(world.days.academic_year + 1),
            },
        ),
    )
    world.begin(withdrawn(world, she))
    world.begin(refused(world, he))


def withdrawn(world: World, away: Away) -> Story:
    """Planned, then withdrawn because a way was found that keeps the child in school."""
    yield away.before_start(8)
    plan(world, away, away.before_start(8))
    yield away.before_start(2)
    away.placement = actions.withdraw(
        away.now,
        because="A later start and the side door are enough: everybody prefers to try that first.",
        by=away.planner.access,
        on=away.before_start(2),
    )


def refused(world: World, away: Away) -> Story:
    """Asked for, and not agreed by the headteacher."""
    yield away.before_start(6)
    plan(world, away, away.before_start(6), leave={"review", "milestones", "people"})
    yield away.before_start(3)
    place = world.staff.get("oak_park.head", away.planner)
    away.placement = actions.refuse(
        away.now,
        because="The farm is not registered, and the rest of Year 11 is too long for it. We look"
        " at Northgate and the college instead.",
        by=place.access,
        on=away.before_start(3),
    )
