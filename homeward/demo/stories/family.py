"""What families, children and teachers of Oak Park School were told, and what they say themselves."""

from homeward.demo import around
from homeward.demo.placing import Away
from homeward.demo.teller import Story
from homeward.demo.world import World
from homeward.family.codes import DEMO_PARENT
from homeward.placements.codes import BriefingFor, Rater
from homeward.pupils.actions import amend_adult


def around_amira(world: World, she: Away) -> Story:
    """Her mother reads her page on the telephone, Amira writes hers, thirteen of fourteen have read."""
    days, on = world.days, she.before_start(2)
    yield on
    mother = around.adult(she, "mother")
    amend_adult(
        mother, email=DEMO_PARENT, name="Sana Haddad", channel="email", by=she.planner.access, on=on
    )
    around.write(she, "placement_starting", on)
    around.write(she, "placement_starting_child", on)
    around.name_teachers(she, on)
    around.brief(she, BriefingFor.START, on, reads=13)
    yield days.first(-3)
    around.open_pages(she, {"mother": "lighthouse", "the child": "bowsprit"}, days.first(-3))
    around.note(
        she, "note", "Your chair is still your chair. I moved nobody into it.", days.first(-3)
    )
    yield from _amira_writes(world, she)
    yield days.ago(1)
    around.write(she, "return_plan", days.ago(1), by_email=True)
    around.child_says(she, "Monday was loud. I stayed till the end though.", days.ago(1), week="3")


def _amira_writes(world: World, she: Away) -> Story:
    days, tutor = world.days, she.caller
    yield days.day(-3, 4)
    said = around.child_says(
        she, "I don’t know who I sit with at lunch.", days.day(-3, 4), week="2"
    )
    yield days.day(-2, 0)
    around.heard(
        said, tutor, days.day(-2, 0), "Dee eats with you on Mondays and Tuesdays from this week."
    )
    around.note(
        she,
        "news",
        "The form won the quiz. Three of them asked me when you are back.",
        days.day(-2, 0),
    )
    yield days.day(-2, 4)
    said = around.child_says(
        she, "We turned the boat over. Nobody dropped it.", days.day(-2, 4), week="4", shared=True
    )
    reply = around.replies(
        she,
        around.adult(she, "mother"),
        "She talks about the boat every night. Can I come and see it?",
        days.day(-2, 4),
    )
    yield days.day(-1, 0)
    around.heard(
        said, tutor, days.day(-1, 0), "I asked for a photograph of it, and it is on its way."
    )
    around.answered(
        she, reply, "Yes. Dee says Friday after three. I will come too.", days.day(-1, 0)
    )
    yield days.day(-1, 2)
    _everybody_looks(world, she)


def _everybody_looks(world: World, she: Away) -> None:
    """Four look at what helps; of the corridors they think differently, and that is the agenda."""
    on = world.days.day(-1, 2)
    worker = world.staff["bridge_house.worker"].access
    mother = around.of_adult(around.adult(she, "mother"), on)
    around.look(
        she,
        Rater.CHILD,
        (4, 2, 3, 4, 3, 3, 4, 3, 5, 4, 3, 2),
        around.of_child(she, on),
        on,
        said="Nobody has told me where I go when it gets loud.",
    )
    around.look(she, Rater.PARENT, (4, 3, 3, 4, 4, 3, 3, 0, 5, 4, 4, 3), mother, on)
    around.look(she, Rater.PROVIDER, (5, 4, 4, 5, 4, 4, 4, 4, 5, 5, 4, 4), worker, on)
    around.look(
        she,
        Rater.SCHOOL,
        (4, 5, 4, 4, 4, 3, 4, 4, 4, 4, 4, 5),
        she.planner.access,
        on,
        said="The library office is free in every break.",
    )


def around_isaac(world: World, he: Away) -> Story:
    """Every teacher read the briefing before he came back; of one adjustment too little happens."""
    days, on = world.days, world.days.day(-4, 1)
    yield on
    around.name_teachers(he, on)
    around.brief(he, BriefingFor.RETURN, on, reads=14)
    yield days.day(-2, 4)
    around.tick(he, days.day(-3, 1), days.day(-2, 4))


def around_leah(world: World, she: Away) -> Story:
    """Her parents live apart. Each has a page, and neither sees anything of the other."""
    days, on = world.days, she.before_start(2)
    yield on
    around.write(she, "placement_starting", on)
    around.open_pages(she, {"mother": "harbour", "father": "orchard", "the child": "lantern"}, on)
    yield days.day(-2, 1)
    said = around.child_says(
        she, "Can somebody talk to me about the weekends?", days.day(-2, 1), week="2", worry=True
    )
    around.heard(said, world.staff["oak_park.dsl"], days.day(-2, 1), "We talked before lunch.")
    yield days.ago(1)
    father = around.adult(she, "father")
    around.replies(
        she, father, "I was not told on which day the review is.", days.ago(1), is_right=False
    )
