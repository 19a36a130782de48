"""Children who move on for good, and one who waits for a place."""

from homeward.demo import children
from homeward.demo.calling import Calls
from homeward.demo.children import Said
from homeward.demo.living import Course, whole
from homeward.demo.placing import Away
from homeward.demo.stories.authority import INTERIM
from homeward.demo.stories.casting import Cast, away
from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.placements import actions
from homeward.placements.actions import move as moves
from homeward.placements.actions import waiting
from homeward.placements.codes import MoveAnswerKind, MoveKind, StaffPart


def tell(world: World) -> None:
    """Begin every story of a move."""
    a_fresh_start(world)
    no_after_yes(world)
    ready_and_waiting(world)


def a_fresh_start(world: World) -> None:
    """Jayden moves to Hartwell, which said yes with changes to the plan and is getting ready."""
    he = away(
        world,
        Cast(
            school="canal_side",
            said=Said(first="Jayden", last="Osei", sex="M", year=9, sen="K"),
            theme="fallen_out",
            at="northgate",
            weeks=(-8, 1),
            family=children.with_both,
            more={"goes_to": "Hartwell School (example)"},
        ),
    )
    world.begin(whole(world, he, Course(calls=Calls(weekday=2))))
    world.begin(_a_fresh_start(world, he))


def _a_fresh_start(world: World, he: Away) -> Story:
    days, hartwell = world.days, world.staff["hartwell.lead"]
    yield days.day(-3, 1)
    moves.propose_move(
        he.now,
        kind=MoveKind.NEW_SCHOOL,
        receiving=world.schools["hartwell"],
        because="He and his family ask for a fresh start where nobody takes a side.",
        joins_on=days.day(-3, 1),
        starts_on=days.first(2),
        consented_on=days.day(-3, 1),
        consented_by=f"{he.pupil.known_as}’s mother",
        by=he.planner.access,
        on=days.day(-3, 1),
    )
    yield days.day(-2, 3)
    moves.answer_move(
        he.now,
        answer=MoveAnswerKind.AMENDED,
        answered_on=days.day(-2, 3),
        because="Mornings for the first week; our mentor takes over the fifteen minutes at nine.",
        by=hartwell.access,
        on=days.day(-2, 3),
    )
    yield days.day(-1, 2)
    actions.name_adult(
        he.now,
        part=StaffPart.RECEIVING_ADULT,
        person=world.staff["hartwell.tutor"].person,
        by=hartwell.access,
        on=days.day(-1, 2),
    )


def no_after_yes(world: World) -> None:
    """A managed move for Rosa: Canal Side said yes, then no. Her wait is counted again."""
    she = away(
        world,
        Cast(
            school="hartwell",
            said=Said(first="Rosa", last="Tamblyn", sex="F", year=10),
            theme="fallen_out",
            at="northgate",
            weeks=(-9, 2),
            more={"goes_to": "Canal Side Academy (example)"},
        ),
    )
    world.begin(whole(world, she, Course(calls=Calls(weekday=3))))
    world.begin(_no_after_yes(world, she))


def _no_after_yes(world: World, she: Away) -> Story:
    days, canal_side = world.days, world.staff["canal_side.lead"]
    yield days.day(-5, 0)
    moves.propose_move(
        she.now,
        kind=MoveKind.MANAGED_MOVE,
        receiving=world.schools["canal_side"],
        because="Both families and both schools met, and she wants to start again there.",
        joins_on=days.day(-5, 0),
        consented_on=days.day(-5, 0),
        consented_by=f"{she.pupil.known_as}’s mother",
        by=she.planner.access,
        on=days.day(-5, 0),
    )
    for day, answer, because in (
        (days.day(-4, 2), MoveAnswerKind.ACCEPTED, ""),
        (days.day(-2, 1), MoveAnswerKind.DECLINED, "The year group is over its number since."),
    ):
        yield day
        moves.answer_move(
            she.now,
            answer=answer,
            answered_on=day,
            because=because,
            by=canal_side.access,
            on=day,
        )


def ready_and_waiting(world: World) -> None:
    """Mateus has been ready for a school for weeks, and no place is found."""
    he = away(
        world,
        Cast(
            school=None,
            said=Said(first="Mateus", last="Rocha", sex="M", year=8, needs=NEW_HERE),
            theme="no_place_yet",
            at="quayside",
            weeks=(-9, 1),
            family=children.with_interpreter,
            more=INTERIM,
        ),
    )
    world.begin(whole(world, he, Course(calls=Calls(weekday=2))))
    world.begin(_waits(world, he))


NEW_HERE = {"first_language": "Portuguese", "languages": "Portuguese, English"}


def _waits(world: World, he: Away) -> Story:
    on = world.days.day(-4, 0)
    yield on
    waiting.begin_waiting(
        he.now,
        from_on=on,
        what_for="A Year 8 place that he can reach by one bus",
        by=he.planner.access,
        on=on,
    )
