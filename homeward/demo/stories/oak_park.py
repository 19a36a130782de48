"""The children of Oak Park School whose stories have a name."""

from homeward.calendars.rules import last_friday_in_june
from homeward.demo import children, returning
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended, came, follow, whole
from homeward.demo.living import tell as tell_people
from homeward.demo.placing import Away, plan
from homeward.demo.stories.casting import Cast, away, next_leg
from homeward.demo.stories.family import around_amira, around_leah
from homeward.demo.teller import Story
from homeward.demo.words import AMIRA
from homeward.demo.world import World
from homeward.due import actions as due
from homeward.due import queries as due_queries
from homeward.placements import actions
from homeward.placements.rules.contact import WEEKLY_CONTACT
from homeward.providers.actions import note_spoken_confirmation

NAMED = (
    *("Amira", "Haddad", "Tyler", "Marden", "Jordan", "Quartey", "Sofia", "Pereira", "Daniel"),
    *("Weir", "Ellie", "Thornley", "Leah", "Fielding", "Hamza", "Rahman", "Kofi", "Asante"),
    *("Isaac", "Mensah", "Freya", "Lindqvist", "Callum", "Drew", "Kayleigh", "Marsden"),
    *("Jayden", "Osei", "Rosa", "Tamblyn", "Mateus", "Rocha"),
)


def tell(world: World) -> None:
    """Begin every named story of the school."""
    world.names.reserve(*NAMED)
    for begin in (amira, tyler, jordan, sofia, daniel, ellie, leah, hamza):
        begin(world)


def amira(world: World) -> None:
    """Six weeks at Bridge House to mend boats and trust; her tutor rings, her place is kept."""
    days = world.days
    she = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Amira", last="Haddad", sex="F", year=9, sen="K", needs=SUPPORTED),
            theme="busy_corridors",
            at="bridge_house",
            weeks=(-3, 2),
            more={
                "week": "four_days",
                "first_review_on": days.day(-1, 3),
                "steps_on": (days.day(-3, 2), days.day(0, 2), days.day(2, 1)),
            },
        ),
    )
    world.begin(whole(world, she, Course(steps=1, calls=Calls(weekday=3, says=AMIRA))))
    world.begin(_amira_plans_her_return(world, she))
    world.begin(around_amira(world, she))


def _amira_plans_her_return(world: World, she: Away) -> Story:
    """The steps back are written early. Her mother is asked on her page; the school has its part to do."""
    days, on = world.days, world.days.ago(3)
    yield on
    returning.write_ladder(
        she,
        begins=(days.first(3), days.first(4), days.first(5)),
        full_time_on=days.first(6),
        by=she.planner,
        on=on,
    )
    yield days.ago(1)
    returning.tell_authority(she, days.ago(1))


SUPPORTED = {"sen_need": "SEMH", "first_language": "Arabic", "languages": "Arabic, English"}


def tyler(world: World) -> None:
    """A placement that drifts: past its end, nobody decided, and nobody has rung for two weeks."""
    he = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Tyler", last="Marden", sex="M", year=10, sen="K"),
            theme="fallen_out",
            at="northgate",
            weeks=(-11, -3),
            calls="oak_park.second",
            family=children.with_grandmother,
        ),
    )
    calls = Calls(weekday=4, until=9, weeks={6: "provider"})
    world.begin(whole(world, he, Course(steps=2, calls=calls)))


def jordan(world: World) -> None:
    """Two short placements in a row, both unregistered: the chain nears twelve weeks."""
    days = world.days
    first = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Jordan", last="Quartey", sex="M", year=8),
            theme="behind_in_reading",
            at="greenfold",
            weeks=(-10, -5),
            calls="oak_park.second",
            more={"week": "two_days"},
        ),
    )
    moved = Ended(
        on=days.last(-5),
        outcome="next_placement",
        destination="Second Wind Workshop (example)",
        child_said="The goats were the best part. I can read the feed labels now.",
        what_worked="Reading that has a use: labels, lists, the weather.",
    )
    then = next_leg(
        world,
        first,
        at="second_wind",
        weeks=(-4, 1),
        steps_on=(days.day(-4, 2), days.day(0, 2), days.day(1, 1)),
    )
    world.begin(whole(world, first, Course(ended=moved, calls=Calls(weekday=1))))
    world.begin(whole(world, then, Course(steps=1, calls=Calls(weekday=3, weeks={1: "late"}))))


def sofia(world: World) -> None:
    """An urgent start: the headteacher let her begin with named gaps and a spoken confirmation."""
    she = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Sofia", last="Pereira", sex="F", year=8),
            theme="sixth_day",
            at="stepping_stones",
            weeks=(0, 3),
            calls="oak_park.second",
            more={"week": "mornings", "starts_on": world.days.ago(2)},
        ),
    )
    world.begin(_started_urgently(world, she))


def _started_urgently(world: World, she: Away) -> Story:
    on = world.days.ago(3)
    yield on
    head = world.staff["oak_park.head"]
    ap = world.providers[she.at]
    note_spoken_confirmation(
        ap.provider,
        confirmed_on=on,
        given_by=ap.key_worker,
        by=world.staff["authority.commissioner"].access,
        on=on,
    )
    plan(world, she, on, leave={"targets", "review", "arrangements"})
    she.placement = actions.allow_urgent_start(
        she.now,
        because="Tomorrow is the sixth day of the suspension and there is nowhere else for her to be.",
        by=head.access,
        on=on,
    )
    tell_people(she, ["parents", "child"], on)
    follow(world, she, Course(calls=Calls(weekday=4), steps=1, keeps_up=False))
    yield she.starts_on
    came(she, she.starts_on)


def daniel(world: World) -> None:
    """Year 11, to the end of it at Northgate, with September already in the plan."""
    days = world.days
    he = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Daniel", last="Weir", sex="M", year=11, sen="K"),
            theme="year_eleven",
            at="northgate",
            weeks=(-11, 20),
            family=children.with_both,
            more={
                "kind": "ks4_to_end",
                "ends_on": last_friday_in_june(days.academic_year + 1),
                "post16_lead": world.staff["oak_park.deputy"],
            },
        ),
    )
    he.steps_on = (
        he.calendar.nth_school_day_after(he.starts_on, 3),
        days.day(0, 2),
        days.day(6, 3),
    )
    calls = Calls(weekday=3, weeks={2: "forgotten", 5: "late"})
    world.begin(whole(world, he, Course(steps=1, calls=calls)))


def ellie(world: World) -> None:
    """Agreed, and begins next week: her parents and she know, the staff do not yet."""
    she = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Ellie", last="Thornley", sex="F", year=9),
            theme="hard_mornings",
            at="quayside",
            weeks=(1, 7),
        ),
    )
    world.begin(whole(world, she, Course(told=["parents", "child"], agreed=6, drafted=9)))


def leah(world: World) -> None:
    """Eight weeks of calls with a cover, a correction, and a week that was waived for a reason.

    Her parents live apart, and her mother's address is kept from her father. Her brother is at
    Canal Side Academy.
    """
    lives = children.home(world, "Fielding")
    she = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Leah", last="Fielding", sex="F", year=7, sen="E", needs=WITH_A_PLAN),
            theme="grieving",
            at="bridge_house",
            weeks=(-8, 2),
            family=children.with_parents_apart,
            at_home=lives,
            more={"week": "two_days"},
        ),
    )
    calls = Calls(
        weekday=3,
        weeks={2: "corrected", 4: "tried", 7: "cover"},
        cover=world.staff["oak_park.second"],
    )
    world.begin(whole(world, she, Course(calls=calls)))
    world.begin(_waived(world, she))
    world.begin(around_leah(world, she))
    brother = away(
        world,
        Cast(
            school="canal_side",
            said=Said(first="Callum", last="Fielding", sex="M", year=10),
            theme="fallen_out",
            at="northgate",
            weeks=(-5, 3),
            family=children.with_parents_apart,
            at_home=lives,
        ),
    )
    world.begin(whole(world, brother, Course(calls=Calls(weekday=0))))


WITH_A_PLAN = {"sen_need": "SEMH", "has_ehc_plan": True, "has_social_worker": True}


def _waived(world: World, she: Away) -> Story:
    on = world.days.day(-3, 0)
    yield on
    lead = world.staff["oak_park.lead"].access
    monday = world.days.week(-4).monday.isoformat()
    actions.settle_all(keeper=she.now.keeper_id, on=on, references=[she.now.reference])
    for line in due_queries.lines_about(lead, she.now.reference, on).now:
        if line.kind == WEEKLY_CONTACT and line.due_on and line.due_on.isoformat() > monday:
            due.waive(
                line.reference,
                because="The family was away for a funeral; the tutor rang twice and left a message.",
                by=lead,
                on=on,
            )
            return


def hamza(world: World) -> None:
    """Lessons lying down after an operation. His sister is at Willow Lane Primary School."""
    days = world.days
    lives = children.home(world, "Rahman")
    he = away(
        world,
        Cast(
            school="oak_park",
            said=Said(first="Hamza", last="Rahman", sex="M", year=10),
            theme="mending",
            at="tuition",
            weeks=(-5, 4),
            family=children.with_both,
            at_home=lives,
            more={
                "week": "mornings",
                "steps_on": (days.day(-5, 2), world.today, days.day(3, 1)),
            },
        ),
    )
    world.begin(whole(world, he, Course(steps=1, calls=Calls(weekday=4, weeks={4: "tried"}))))
    sister = away(
        world,
        Cast(
            school="willow_lane",
            said=Said(first="Maryam", last="Rahman", sex="F", year=5),
            theme="small_and_loud",
            at="greenfold",
            weeks=(-3, 3),
            family=children.with_both,
            at_home=lives,
            more={"week": "four_mornings"},
        ),
    )
    world.begin(whole(world, sister, Course(calls=Calls(weekday=1, method="in_school"))))
