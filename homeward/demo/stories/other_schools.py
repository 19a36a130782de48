"""The other schools of the borough: ordinary placements, most of which go well."""

from datetime import date, timedelta

from homeward.calendars.rules import last_friday_in_june
from homeward.demo import children
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended, came, follow, whole
from homeward.demo.placing import Away, plan
from homeward.demo.stories.casting import Cast, away, next_leg
from homeward.demo.stories.oak_park_others import (
    half_written,
    only_begun,
    ready_to_agree,
    withdrawn,
)
from homeward.demo.teller import Story
from homeward.demo.world import World


def tell(world: World) -> None:
    """School by school."""
    elm_road(world)
    canal_side(world)
    hartwell(world)
    willow_lane(world)


def _course(world: World, cast: Cast, course: Course | None = None) -> Away:
    child = away(world, cast)
    world.begin(whole(world, child, course))
    return child


def _ended(outcome: str, on: date, **said: object) -> Course:
    return Course(ended=Ended(on=on, outcome=outcome, **said))  # type: ignore[arg-type]


def elm_road(world: World) -> None:
    """Elm Road School: sees its own, and nothing of Oak Park's."""
    school, days = "elm_road", world.days
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=9),
            theme="busy_corridors",
            at="northgate",
            weeks=(-7, 3),
        ),
        Course(calls=Calls(weekday=1, weeks={4: "parent"})),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="F", year=8),
            theme="grieving",
            at="greenfold",
            weeks=(-2, 4),
            more={"week": "two_days"},
        ),
        Course(calls=Calls(weekday=3)),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=10, sen="K"),
            theme="hard_mornings",
            at="quayside",
            weeks=(-8, -1),
        ),
        Course(steps=2, calls=Calls(weekday=2, weeks={5: "missed"})),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="F", year=7),
            theme="fallen_out",
            at="bridge_house",
            weeks=(-10, -6),
            more={"week": "four_days"},
        ),
        _ended("returned", days.last(-6), child_said="Nobody stared. It was fine."),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=8),
            theme="sixth_day",
            at="northgate",
            weeks=(-9, -8),
        ),
        _ended(
            "other",
            days.last(-8),
            destination="Elm Road School (example), on a shorter day for two weeks",
            because="The headteacher's meeting came sooner than planned.",
        ),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="F", year=9),
            theme="busy_corridors",
            at="quayside",
            weeks=(2, 8),
        ),
        Course(agreed=9, drafted=12),
    )
    draft = Cast(
        school=school, said=Said(sex="M", year=10), theme="mending", at="tuition", weeks=(3, 8)
    )
    world.begin(half_written(world, away(world, draft), 4))


def canal_side(world: World) -> None:
    """Canal Side Academy: two provisions side by side, a chain of three, a start nobody agreed."""
    side_by_side(world)
    three_in_a_row(world)
    simply_came(world)
    school, days = "canal_side", world.days
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="F", year=9, sen="K"),
            theme="hard_mornings",
            at="tuition",
            weeks=(-12, -7),
            more={"week": "mornings"},
        ),
        _ended(
            "home_education",
            days.last(-7),
            is_planned=False,
            because="The parents wrote that they will teach her at home. The authority was told.",
            child_said="I want to try it. I might come back.",
        ),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=8),
            theme="behind_in_reading",
            at="second_wind",
            weeks=(-8, 1),
            more={"week": "two_days"},
        ),
        Course(calls=Calls(weekday=2, weeks={3: "late", 6: "tried"})),
    )


def side_by_side(world: World) -> None:
    """Mornings at the farm and afternoons with a tutor: two part-time provisions at once."""
    mornings = away(
        world,
        Cast(
            school="canal_side",
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
    world.begin(whole(world, mornings, Course(calls=Calls(weekday=1))))
    world.begin(whole(world, afternoons, Course(calls=Calls(weekday=1))))


def three_in_a_row(world: World) -> None:
    """Three legs one after another, across the summer: thirteen school weeks before the return."""
    days = world.days
    one = away(
        world,
        Cast(
            school="canal_side",
            said=Said(sex="F", year=10),
            theme="fallen_out",
            at="bridge_house",
            weeks=(-14, -11),
            more={"week": "four_days"},
        ),
    )
    two = next_leg(world, one, at="greenfold", weeks=(-10, -6))
    three = next_leg(world, two, at="bridge_house", weeks=(-5, -2))
    on_to = {"outcome": "next_placement", "destination": "Another short placement"}
    world.begin(whole(world, one, Course(ended=Ended(on=days.last(-11), **on_to))))
    world.begin(whole(world, two, Course(ended=Ended(on=days.last(-6), **on_to))))
    world.begin(
        whole(
            world,
            three,
            _ended(
                "returned",
                days.last(-2),
                destination="Canal Side Academy (example)",
                child_said="I was away for so long. I'm glad it's over.",
                what_worked="The same tutor all the way through.",
            ),
        )
    )


def simply_came(world: World) -> None:
    """The child came before anybody had agreed: recorded as it happened, and the gaps fell due."""
    he = away(
        world,
        Cast(
            school="canal_side",
            said=Said(sex="M", year=9),
            theme="busy_corridors",
            at="second_wind",
            weeks=(0, 5),
            more={"week": "two_days", "starts_on": world.days.ago(4)},
        ),
    )
    world.begin(_came_first(world, he))


def _came_first(world: World, he: Away) -> Story:
    yield he.starts_on - timedelta(days=1)
    plan(world, he, he.starts_on - timedelta(days=1), leave={"people", "milestones", "review"})
    yield he.starts_on
    came(he, he.starts_on)
    follow(world, he, Course(calls=Calls(weekday=4), steps=0, keeps_up=False))


def hartwell(world: World) -> None:
    """Hartwell School: one who went on to college in June, others on the way."""
    went_to_college(world)
    school, days = "hartwell", world.days
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="F", year=11, sen="K"),
            theme="year_eleven",
            at="northgate",
            weeks=(-9, 20),
            more={
                "kind": "ks4_to_end",
                "ends_on": last_friday_in_june(days.academic_year + 1),
                "post16_lead": world.staff["hartwell.head"],
            },
        ),
        Course(calls=Calls(weekday=2, weeks={6: "missed"}), steps=1),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=9),
            theme="grieving",
            at="bridge_house",
            weeks=(-8, -4),
            more={"week": "two_days"},
        ),
        _ended(
            "left_area",
            days.day(-5, 3),
            is_planned=False,
            because="The family moved to Slough. The record was handed on by telephone and letter.",
        ),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=10),
            theme="fallen_out",
            at="quayside",
            weeks=(-7, 2),
        ),
        _ended(
            "missing",
            days.day(-2, 1),
            is_planned=False,
            because="Nobody has seen him or the family since Monday; the authority's team is looking.",
        ),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=8, sen="K"),
            theme="busy_corridors",
            at="quayside",
            weeks=(-6, 2),
            family=children.with_grandmother,
        ),
        Course(calls=Calls(weekday=0, weeks={3: "corrected"})),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="F", year=10),
            theme="behind_in_reading",
            at="riverbank",
            weeks=(-5, 6),
            more={"week": "two_days"},
        ),
        Course(calls=Calls(weekday=4)),
    )
    gone = Cast(
        school=school,
        said=Said(sex="F", year=7),
        theme="hard_mornings",
        at="tuition",
        weeks=(-2, 3),
    )
    world.begin(withdrawn(world, away(world, gone)))
    begun = Cast(
        school=school, said=Said(sex="M", year=7), theme="sixth_day", at="northgate", weeks=(1, 2)
    )
    world.begin(only_begun(world, away(world, begun), 1))


def went_to_college(world: World) -> None:
    """To the end of Year 11 and on to college: a young person who is in Year 12 by now."""
    june = last_friday_in_june(world.days.academic_year)
    if june > world.today:
        june = last_friday_in_june(world.days.academic_year - 1)
    she = away(
        world,
        Cast(
            school="hartwell",
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
    )
    went = Ended(
        on=june,
        outcome="post_16",
        destination="Riverbank College (example), catering",
        child_said="I know two people there already.",
        what_worked="The visit on an ordinary Wednesday, and help with the form.",
    )
    world.begin(whole(world, she, Course(ended=went)))


def willow_lane(world: World) -> None:
    """Willow Lane Primary School: mornings at the farm, afternoons at school."""
    school, days = "willow_lane", world.days
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=6, sen="K"),
            theme="small_and_loud",
            at="greenfold",
            weeks=(-6, 1),
            more={"week": "four_mornings"},
        ),
        Course(calls=Calls(weekday=3, method="in_school", weeks={2: "provider"})),
    )
    _course(
        world,
        Cast(
            school=school,
            said=Said(sex="M", year=4),
            theme="small_and_loud",
            at="greenfold",
            weeks=(-11, -7),
            more={"week": "four_mornings"},
        ),
        _ended(
            "returned",
            days.last(-7),
            child_said="I told them all about the goats.",
            what_worked="The tent in the corner.",
        ),
    )
    ready = Cast(
        school=school,
        said=Said(sex="F", year=6),
        theme="small_and_loud",
        at="greenfold",
        weeks=(2, 6),
        more={"week": "four_mornings"},
    )
    world.begin(ready_to_agree(world, away(world, ready), 1))
