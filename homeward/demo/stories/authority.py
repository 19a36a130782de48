"""Placements that an authority team arranges: for children with no school place, and for schools."""

from datetime import date

from homeward.demo import children
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, Ended, came, follow, whole
from homeward.demo.living import tell as tell_people
from homeward.demo.placing import Away, plan
from homeward.demo.stories.casting import Cast, away
from homeward.demo.stories.oak_park_others import ready_to_agree
from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.placements import actions
from homeward.pupils.actions import move_to_school

INTERIM = {"kind": "interim", "goes_to": "A school in the borough; Admissions have asked three"}


def tell_of_kofi(world: World) -> None:
    """A child with no school place: the Exclusions Team owns plan and weekly contact."""
    he = away(
        world,
        Cast(
            school=None,
            said=Said(first="Kofi", last="Asante", sex="M", year=9, needs=SPEAKS_TWI),
            theme="no_place_yet",
            at="northgate",
            weeks=(-6, 5),
            family=children.with_interpreter,
            more=INTERIM,
        ),
    )
    world.begin(whole(world, he, Course(steps=2, calls=Calls(weekday=2, weeks={2: "provider"}))))


SPEAKS_TWI = {"first_language": "Twi", "languages": "Twi, some English", "needs_interpreter": True}


def tell(world: World) -> None:
    """The other children whom the authority placed."""
    new_here(world)
    found_a_school(world)
    begins_soon(world)
    asked_for(world)
    nowhere_tomorrow(world)
    under_review(world)


def new_here(world: World) -> None:
    """Arrived in the half-term holiday; weekly contact is just beginning."""
    she = away(
        world,
        Cast(
            school=None,
            said=Said(
                sex="F", year=10, needs={"first_language": "Dari", "needs_interpreter": True}
            ),
            theme="no_place_yet",
            at="quayside",
            weeks=(-3, 6),
            family=children.with_interpreter,
            more=INTERIM,
        ),
    )
    world.begin(whole(world, she, Course(steps=1, calls=Calls(weekday=1, weeks={1: "tried"}))))


def found_a_school(world: World) -> None:
    """A school said yes: the placement ended as it should, with a new home school."""
    he = away(
        world,
        Cast(
            school=None,
            said=Said(sex="M", year=8),
            theme="no_place_yet",
            at="northgate",
            weeks=(-15, -6),
            more=INTERIM | {"goes_to": "Hartwell School (example)"},
        ),
    )
    moved = Ended(
        on=he.ends_on,
        outcome="moved",
        destination="Hartwell School (example)",
        goes_to="hartwell",
        child_said="I have a school with a name now.",
        what_worked="The visit, the uniform, and a buddy who was there on the first day.",
    )
    world.begin(whole(world, he, Course(ended=moved, calls=Calls(weekday=2))))
    world.begin(_moves(world, he))


def _moves(world: World, he: Away) -> Story:
    on = he.calendar.nth_school_day_after(he.ends_on, 1)
    yield on
    move_to_school(he.pupil, school=world.schools["hartwell"], by=he.planner.access, on=on)


def begins_soon(world: World) -> None:
    """Agreed by the Post-16 team for a young person who came in Year 11."""
    she = away(
        world,
        Cast(
            school=None,
            said=Said(sex="F", year=11),
            theme="no_place_yet",
            at="northgate",
            weeks=(1, 10),
            plans="authority.post16",
            calls="authority.post16",
            more=INTERIM,
        ),
    )
    world.begin(whole(world, she, Course(told=["child"], agreed=5, drafted=8)))


def asked_for(world: World) -> None:
    """A draft that waits to be agreed."""
    he = away(
        world,
        Cast(
            school=None,
            said=Said(sex="M", year=7),
            theme="no_place_yet",
            at="quayside",
            weeks=(2, 9),
            more=INTERIM,
        ),
    )
    world.begin(ready_to_agree(world, he, 2))


def nowhere_tomorrow(world: World) -> None:
    """An urgent start allowed by an officer; its gaps were not closed in five school days."""
    he = away(
        world,
        Cast(
            school=None,
            said=Said(sex="M", year=10),
            theme="no_place_yet",
            at="tuition",
            weeks=(-1, 6),
            family=children.with_foster_carer,
            more=INTERIM | {"week": "mornings"},
        ),
    )
    world.begin(_urgently(world, he, world.days.last(-2)))


def _urgently(world: World, he: Away, on: date) -> Story:
    yield on
    plan(world, he, on, leave={"milestones", "arrangements"})
    he.placement = actions.allow_urgent_start(
        he.now,
        because="The carer's move leaves him out of the borough's schools from Monday.",
        by=he.planner.access,
        on=on,
    )
    tell_people(he, ["parents", "child"], on)
    follow(world, he, Course(calls=Calls(weekday=2), steps=0, keeps_up=False))
    yield he.starts_on
    came(he, he.starts_on)


def under_review(world: World) -> None:
    """Placed by the authority while an exclusion is reviewed; Elm Road goes on calling."""
    she = away(
        world,
        Cast(
            school="elm_road",
            said=Said(sex="F", year=9),
            theme="under_review",
            at="northgate",
            weeks=(-2, 4),
            plans="authority.exclusions",
            calls="elm_road.tutor",
        ),
    )
    world.begin(whole(world, she, Course(steps=1, calls=Calls(weekday=0))))
