"""What schools ask the Exclusions Team and the Post-16 team, and what comes of it."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date

from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.organisations.actions import verify_team
from homeward.organisations.models import Organisation
from homeward.placements.models import Placement
from homeward.support import actions
from homeward.support.models import SupportRequest

type Asked = Generator[date, None, SupportRequest | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Who asks which team for what, so many school days ago."""

    by: str
    ago: int
    asks: str
    kind: str = "return"
    team: str = "exclusions"
    tried: str = ""
    sharing_basis: str = ""


def tell(world: World) -> None:
    """What Oak Park asked: new, with somebody, waiting on the school, a fresh start."""
    world.begin(_checked(world))
    for begin in (_new, _taken, _waits_on_the_school, _fresh_start, _september):
        world.begin(begin(world))


def tell_of_others(world: World) -> None:
    """What the other schools asked: one late, one closed, one answered."""
    for begin in (_late, _closed, _answered):
        world.begin(begin(world))


def _checked(world: World) -> Story:
    """Hana Bird tries the mailbox and the telephone of her team at the start of the half term."""
    on = world.days.first(-3)
    yield on
    verify_team(world.teams["exclusions"], by=world.staff["authority.exclusions"].access, on=on)


def _new(world: World) -> Story:
    """Nobody has taken it yet."""
    ask = Ask(
        by="oak_park.lead",
        ago=1,
        tried="Her tutor rings every Thursday, and her place in the tutor group is kept.",
        asks="Please come to the meeting before her first day back. Corridors are the hard part.",
    )
    yield from _asked(world, ask, "Amira")


def _taken(world: World) -> Story:
    """The officer has it and has planned a visit; the answer is due tomorrow."""
    ask = Ask(
        by="oak_park.head",
        ago=4,
        tried="Two dates for the return were set and both went by. Nobody has rung for two weeks.",
        asks="We are stuck between the provider and home. Please help us find one plan.",
    )
    found = yield from _asked(world, ask, "Tyler")
    if found is None:
        return
    officer = world.staff["authority.exclusions"]
    yield world.days.ago(2)
    actions.take(found, by=officer.access, on=world.days.ago(2))
    actions.plan_step(
        found,
        kind="visit",
        what="See him and his grandmother at Northgate",
        by_on=world.days.ahead(2),
        person=officer.person,
        by=officer.access,
        on=world.days.ago(2),
    )


def _waits_on_the_school(world: World) -> Story:
    """The team asked something back, and the school has not written yet."""
    ask = Ask(
        by="oak_park.lead",
        ago=7,
        tried="A reduced first week last summer. It held for nine days.",
        asks="What has worked elsewhere for a child who is grieving?",
    )
    found = yield from _asked(world, ask, "Leah")
    if found is None:
        return
    on = world.days.ago(3)
    yield on
    actions.reply(
        found,
        text="Two ideas are on their way. First: which adult does she look for when she comes in?"
        " And is a quiet room free before registration?",
        asks_the_school=True,
        by=world.staff["authority.exclusions"].access,
        on=on,
    )


def _fresh_start(world: World) -> Story:
    """Two schools were asked; one has said no, with its reason, and one has not answered."""
    ask = Ask(
        by="oak_park.lead",
        ago=12,
        kind="fresh_start",
        tried="Two placements in a row, and a mentor from Year 10. He asks for a new school himself.",
        asks="Please help us find a school where he can begin again after Christmas.",
    )
    found = yield from _asked(world, ask, "Jordan")
    if found is None:
        return
    officer = world.staff["authority.exclusions"]
    yield world.days.ago(9)
    actions.take(found, by=officer.access, on=world.days.ago(9))
    actions.reply(
        found,
        text="I met him on Monday. He wants a school with a farm or a workshop. I am asking two.",
        by=officer.access,
        on=world.days.ago(9),
    )
    asked = [
        actions.ask_school(
            found,
            school=world.schools[name],
            asked_on=world.days.ago(9),
            by=officer.access,
            on=world.days.ago(9),
        )
        for name in ("hartwell", "canal_side")
    ]
    yield world.days.ago(5)
    actions.record_school_answer(
        asked[0],
        answer="no",
        answered_on=world.days.ago(5),
        because="Year 8 is full; they would look again in February.",
        by=officer.access,
        on=world.days.ago(5),
    )


def _september(world: World) -> Story:
    """The Post-16 team joins in."""
    ask = Ask(
        by="oak_park.deputy",
        ago=10,
        kind="post_16",
        team="post16",
        sharing_basis="He and both his parents agreed at the review",
        tried="One college visit. He liked the kitchen and not the canteen.",
        asks="Please join his next review, and tell us which courses still have places.",
    )
    found = yield from _asked(world, ask, "Daniel")
    if found is None:
        return
    officer = world.staff["authority.post16"]
    yield world.days.ago(8)
    actions.reply(
        found,
        text="I will come to the review. Catering and bricklaying both have places; the open"
        " morning is on a Wednesday, when it is quiet.",
        by=officer.access,
        on=world.days.ago(8),
    )
    actions.plan_step(
        found,
        kind="meeting",
        what="Join his review at Northgate",
        by_on=world.days.ahead(6),
        person=officer.person,
        by=officer.access,
        on=world.days.ago(8),
    )


def _late(world: World) -> Story:
    """Nobody answered within five school days."""
    ask = Ask(
        by="canal_side.lead",
        ago=9,
        tried="A later start and a taxi. The mornings are still hard.",
        asks="Could somebody from the team speak with the family before the return is planned?",
    )
    yield from _asked(world, ask)


def _closed(world: World) -> Story:
    """Asked, answered the next day, and closed with what came of it."""
    ask = Ask(
        by="hartwell.lead",
        ago=20,
        tried="The tutor meets him at the gate. Lunch is the hardest hour.",
        asks="Please look at our plan for the first two weeks back.",
    )
    found = yield from _asked(world, ask)
    if found is None:
        return
    officer = world.staff["authority.exclusions"]
    yield world.days.ago(19)
    actions.reply(
        found,
        text="The plan is good. Shorten the second week instead of the first, and let him choose"
        " where he eats.",
        by=officer.access,
        on=world.days.ago(19),
    )
    yield world.days.ago(11)
    actions.close(
        found,
        outcome="supported",
        came_of_it="The school changed the second week and found a room for lunch. He has come in on"
        " every planned day since.",
        closed_on=world.days.ago(11),
        by=officer.access,
        on=world.days.ago(11),
    )


def _answered(world: World) -> Story:
    """A question that is about no child."""
    asker = world.staff["willow_lane.lead"]
    yield world.days.ago(6)
    found = actions.ask_for_support(
        team=world.teams["exclusions"],
        kind="question",
        asks="May a primary school use the same plan for a return, or is there a shorter one?",
        by=asker.access,
        on=world.days.ago(6),
    )
    yield world.days.ago(5)
    actions.reply(
        found,
        text="The same plan. Leave out what does not fit a small school, and say why.",
        by=world.staff["authority.exclusions"].access,
        on=world.days.ago(5),
    )


def _asked(world: World, ask: Ask, named: str = "") -> Asked:
    """Ask about a child's placement as it stands on that day; nothing where there is none."""
    on = world.days.ago(ask.ago)
    yield on
    placement = _placement(world.schools[ask.by.partition(".")[0]], named)
    if placement is None:
        return None
    return actions.ask_for_support(
        team=world.teams[ask.team],
        kind=ask.kind,
        placement=placement,
        tried=ask.tried,
        asks=ask.asks,
        sharing_basis=ask.sharing_basis,
        by=world.staff[ask.by].access,
        on=on,
    )


def _placement(place: Organisation, named: str) -> Placement | None:
    """The newest running placement of a child with a name, or the oldest one of a school."""
    begun = Placement.objects.filter(
        home_school=place, first_session_on__isnull=False, ended_on__isnull=True
    )
    if named:
        return begun.filter(pupil__first_name=named).order_by("-pk").first()
    return begun.order_by("pk").first()
