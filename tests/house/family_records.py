"""What stands in the addresses of a family's pages, and whom of the cast each is shown to."""

from tests.family.child import letter_to, note_to, said
from tests.house.address_records import Find, Record, World, placement


def of_mother(**more: object) -> Find:
    """A page of Amira's mother, which only her own device opens; `more` fills in the address."""
    return lambda world: [Record({"reference": world.cast.mother.reference} | more)]


def of_child(**more: object) -> Find:
    """A page of Amira herself, likewise."""
    return lambda world: [Record({"reference": world.cast.amira.reference} | more)]


def within_mothers(name: str, found: object) -> Find:
    """Something on a page of Amira's mother, by the name that it has in the address."""

    def find(world: World) -> list[Record]:
        return [Record({"reference": world.cast.mother.reference, name: found(world)})]

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
