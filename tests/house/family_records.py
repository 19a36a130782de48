"""What stands in the addresses of a family's pages, and whom of the cast each is shown to."""

from collections.abc import Callable
from uuid import UUID

from django.test import Client

from homeward.placements.models import PlanVersion
from tests.family.child import letter_to, note_to, said
from tests.family.mother import letter_to_mother, written_by_mother
from tests.house.address_records import OAK_PARK, OFFICERS, Find, Record, World, placement
from tests.links.knowing import known_by


def of_mother(**more: object) -> Find:
    """A page of Amira's mother, which only her own device opens; `more` fills in the address."""
    return lambda world: [Record({"reference": world.cast.mother.reference} | more)]


def of_child(**more: object) -> Find:
    """A page of Amira herself, likewise."""
    return lambda world: [Record({"reference": world.cast.amira.reference} | more)]


def within_mothers(name: str, found: Callable[[World], object], **more: object) -> Find:
    """Something on a page of Amira's mother, by the name that it has in the address."""

    def find(world: World) -> list[Record]:
        return [Record({"reference": world.cast.mother.reference, name: found(world)} | more)]

    return find


def letter_of_child(world: World) -> list[Record]:
    """A letter to Amira, on her own page."""
    letter = letter_to(world.cast).reference
    return [Record({"reference": world.cast.amira.reference, "letter": letter})]


def words_of_child(world: World) -> list[Record]:
    """Something that Amira said, for those of her placement's page."""
    one = placement()(world)[0]
    return [Record(one.kwargs | {"words": said(world.cast).reference}, one.seen_by)]


def note_to_child(world: World) -> list[Record]:
    """A note to Amira, likewise."""
    one = placement()(world)[0]
    return [Record(one.kwargs | {"note": note_to(world.cast).reference}, one.seen_by)]


def plan_version(world: World) -> UUID:
    return PlanVersion.objects.filter(placement=world.cast.running).latest("number").reference


def contact(world: World) -> UUID:
    return world.cast.contacts[0].reference


def letter(world: World) -> UUID:
    """A letter to Amira's mother."""
    return letter_to_mother(world.cast).reference


def staff_page(**wanted: object) -> Find:
    """The family's pages of Amira, for those who answer her family; the rest of the address."""

    def find(world: World) -> list[Record]:
        cast, more = world.cast, {}
        if "whom" in wanted:
            more["whom"] = cast.mother.reference
        if "device" in wanted:
            device = known_by(Client(), "adult", cast.mother.reference, keeper=cast.hillingdon)
            more["device"] = device.reference
        if "reply" in wanted:
            more["reply"] = written_by_mother(cast).reference
        seen = OAK_PARK | OFFICERS | {"tutor"}
        return [Record({"reference": cast.running.reference} | more, seen)]

    return find
