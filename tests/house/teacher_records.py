"""What stands in the addresses around a briefing, and whom of the cast each is shown to."""

from datetime import date

from homeward.placements.actions import record_return
from homeward.placements.models import TaughtBy
from tests.cast import DAY
from tests.house.address_records import Find, Record, World, adjustment, placement
from tests.placements.briefings import name_teachers, send, teacher

OWN = "Owen Marsh"


def taught(world: World) -> list[Record]:
    """A line of Amira's staff list, for those of her placement's page."""
    name_teachers(world.cast)
    row = TaughtBy.objects.get(teacher__name=OWN)
    one = placement()(world)[0]
    return [Record(one.kwargs | {"taught": row.reference}, one.seen_by)]


def asked(world: World) -> list[Record]:
    """An adjustment of a child who is back, which nobody is named for: the lead's own to say."""
    cast = world.cast
    adjustment(cast.running)
    came = {"came_on": date(2026, 11, 16), "by": cast.access("lead"), "on": DAY}
    record_return(cast.running, **came)
    one = placement()(world)[0]
    return [Record(one.kwargs | {"owner": "lead"}, one.seen_by)]


def of_teacher(**more: object) -> Find:
    """A page of one of Amira's teachers, which only their own device opens."""

    def find(world: World) -> list[Record]:
        name_teachers(world.cast)
        send(world.cast)
        return [Record({"reference": teacher(OWN).reference} | more)]

    return find


def briefing(world: World) -> list[Record]:
    """The one page about Amira, on her teacher's own device."""
    one = of_teacher()(world)[0]
    return [Record(one.kwargs | {"placement": world.cast.running.reference})]


def briefing_signed_in(world: World) -> list[Record]:
    """The same, for the teacher who signs in and nobody else."""
    of_teacher()(world)
    return [Record({"reference": world.cast.running.reference}, frozenset({"teacher"}))]
